// A physics engine, Rust with SIMD through wasm-bindgen: bodies fall on each other for some seconds, and each byte of
// the world's snapshots is the same, so every float in it is.
import { pathToFileURL } from 'node:url';
import { requireFor } from '../optional-packages.mjs';

const name = '@dimforge/rapier3d-simd-compat';

export async function load() {
  const { default: rapier } = await import(pathToFileURL(requireFor(name).resolve(name)).href);
  await rapier.init();
  return rapier;
}

export function work(rapier) {
  const { World, ColliderDesc, RigidBodyDesc, JointData, Ray } = rapier;
  const world = new World({ x: 0, y: -9.81, z: 0 });
  world.createCollider(ColliderDesc.cuboid(20, 0.1, 20));
  let seed = 1;
  const random = () => ((seed = (Math.imul(seed, 1103515245) + 12345) | 0) >>> 8) / 16777216;
  const shapes = [() => ColliderDesc.ball(0.4), () => ColliderDesc.cuboid(0.4, 0.3, 0.5), () => ColliderDesc.capsule(0.3, 0.2), () => ColliderDesc.cylinder(0.4, 0.3), () => ColliderDesc.convexHull(new Float32Array([0, 0.5, 0, 0.5, -0.3, 0.2, -0.4, -0.3, 0.4, 0, -0.3, -0.5]))];
  const bodies = Array.from({ length: 40 }, (_, i) => {
    const body = world.createRigidBody(RigidBodyDesc.dynamic().setTranslation(random() * 4, 1 + i * 0.7, random() * 4).setAngvel({ x: random(), y: random(), z: 0 }));
    world.createCollider(shapes[i % shapes.length]().setRestitution(random() / 2), body);
    return body;
  });
  for (let i = 0; i < 9; i += 3) {
    world.createImpulseJoint(JointData.spherical({ x: 0, y: 0.5, z: 0 }, { x: 0, y: -0.5, z: 0 }), bodies[i], bodies[i + 1], true);
  }
  const snapshots = [];
  for (let k = 0; k < 4; k++) {
    for (let i = 0; i < 30; i++) world.step();
    const hit = world.castRay(new Ray({ x: 0.5 * k, y: 50, z: 1 }, { x: 0, y: -1, z: 0.01 }), 100, true);
    snapshots.push({ bytes: world.takeSnapshot(), at: bodies[5 * k].translation(), turned: bodies[5 * k].rotation(), hit: hit?.timeOfImpact, sleeping: bodies.filter((each) => each.isSleeping()).length });
  }
  const again = World.restoreSnapshot(snapshots[3].bytes);
  for (let i = 0; i < 30; i++) again.step();
  const colliding = [];
  again.contactPairsWith(again.getCollider(again.bodies.getAll()[3].collider(0).handle), (other) => colliding.push(other.handle));
  return { version: rapier.version(), snapshots, restored: again.takeSnapshot(), colliding };
}
