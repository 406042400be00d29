// What is left: compression, images, physics, tables of source maps. Rapier and resvg are optional
// (test/glue/optional-packages.mjs), the others are development dependencies.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileOf, isInstalled } from '../../test/glue/optional-packages.mjs';
import { proseBytes, randomBytes } from '../../test/glue/packages/inputs.mjs';
import { load as loadWebp, work as encodeWebp } from '../../test/glue/packages/jsquash-webp.mjs';
import { moduleOf } from '../real-modules.mjs';
import { freshImport, freshRequire } from './fresh.mjs';

const require = createRequire(import.meta.url);
/** @param {Uint8Array} bytes */
const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
const prose = proseBytes(200_000), noise = randomBytes(600_000, 42);

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 100 100"><defs>
  <linearGradient id="g"><stop offset="0" stop-color="#f80"/><stop offset="1" stop-color="#08f" stop-opacity=".3"/></linearGradient>
  <filter id="b"><feGaussianBlur stdDeviation="1.5"/></filter></defs><rect width="100" height="100" fill="url(#g)"/>
  ${Array.from({ length: 60 }, (_, i) => `<path d="M${i} ${i * 37 % 100}q${10 + i % 7} ${i % 31} 30 10t${i % 9} 8z" fill="hsl(${i * 6} 80% 50%)" stroke="#123" stroke-width=".5" opacity=".7" transform="rotate(${i * 5} 50 50)"/>`).join('')}
  <g filter="url(#b)"><circle cx="50" cy="50" r="22" fill="none" stroke="#fff" stroke-dasharray="4 3"/></g></svg>`;

const rapier = '@dimforge/rapier3d-compat', resvg = '@resvg/resvg-wasm';

export default [
  {
    name: 'brotli compress',
    modules: () => [moduleOf('brotli-wasm')],
    load: () => freshRequire('brotli-wasm'),
    work: (/** @type {typeof import('brotli-wasm')} */ brotli) => digest(brotli.compress(prose, { quality: 5 })),
  },
  {
    name: 'brotli decompress',
    modules: () => [moduleOf('brotli-wasm')],
    load() {
      const brotli = freshRequire('brotli-wasm');
      return { brotli, packed: brotli.compress(prose, { quality: 9 }) };
    },
    work: (/** @type {{ brotli: typeof import('brotli-wasm'), packed: Uint8Array }} */ { brotli, packed }) => digest(brotli.decompress(packed)),
  },
  {
    name: 'source-map',
    modules: () => [moduleOf('source-map')],
    load() {
      const library = freshRequire('source-map');
      const generator = new library.SourceMapGenerator({ file: 'out.js' });
      for (let i = 0; i < 20000; i++) {
        generator.addMapping({
          generated: { line: 1 + (i >> 4), column: (i & 15) * 11 }, original: { line: 1 + (i * 37) % 997, column: (i * 13) % 80 }, source: `file${i % 5}.ts`, name: i % 3 ? undefined : `name${i % 41}`,
        });
      }
      return { library, map: generator.toJSON() };
    },
    work: (/** @type {{ library: typeof import('source-map'), map: import('source-map').RawSourceMap }} */ { library, map }) => library.SourceMapConsumer.with(map, null, (consumer) => {
      let sum = 0;
      for (let i = 0; i < 1000; i++) sum = sum * 31 + (consumer.originalPositionFor({ line: 1 + i, column: (i * 7) % 180 }).line ?? 0) | 0;
      return String(sum);
    }),
  },
  {
    name: 'xxhash64',
    modules: () => [moduleOf('xxhash-wasm')],
    load: () => freshRequire('xxhash-wasm')(),
    work: (/** @type {import('xxhash-wasm').XXHashAPI} */ xxhash) => String(xxhash.create64(7n).update(noise).digest()),
  },
  {
    name: 'webp encode',
    modules: () => [new Uint8Array(readFileSync(require.resolve('@jsquash/webp/codec/enc/webp_enc_simd.wasm')))],
    load: loadWebp,
    work: (/** @type {any} */ encoder) => encodeWebp(encoder).map((/** @type {Uint8Array} */ image) => digest(image)).join(),
  },
  ...(isInstalled(rapier) ? [{
    name: 'rapier step',
    modules: () => [new Uint8Array(readFileSync(fileOf(rapier, 'dist/rapier_wasm3d_bg.wasm')))],
    async load() {
      const library = await freshImport(fileOf(rapier, 'dist/rapier.mjs'));
      await library.init();
      return library;
    },
    work(/** @type {any} */ { World, ColliderDesc, RigidBodyDesc }) {
      const world = new World({ x: 0, y: -9.81, z: 0 });
      world.createCollider(ColliderDesc.cuboid(20, 0.1, 20));
      const shapes = [() => ColliderDesc.ball(0.4), () => ColliderDesc.cuboid(0.4, 0.3, 0.5), () => ColliderDesc.capsule(0.3, 0.2)];
      for (let i = 0; i < 60; i++) {
        const body = world.createRigidBody(RigidBodyDesc.dynamic().setTranslation((i * 7 % 5) * 0.8, 1 + i * 0.5, (i * 3 % 4) * 0.8));
        world.createCollider(shapes[i % 3](), body);
      }
      for (let i = 0; i < 40; i++) world.step();
      const snapshot = digest(world.takeSnapshot());
      world.free();
      return snapshot;
    },
  }] : []),
  ...(isInstalled(resvg) ? [{
    name: 'resvg render',
    modules: () => [new Uint8Array(readFileSync(fileOf(resvg, 'index_bg.wasm')))],
    async load() {
      const library = await freshImport(fileOf(resvg, 'index.mjs'));
      await library.initWasm(new WebAssembly.Module(new Uint8Array(readFileSync(fileOf(resvg, 'index_bg.wasm')))));
      return library;
    },
    work(/** @type {any} */ { Resvg }) {
      const image = new Resvg(svg).render();
      const pixels = digest(image.pixels);
      image.free();
      return pixels;
    },
  }] : []),
];
