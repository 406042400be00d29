// A JavaScript interpreter, C by Emscripten, running programs that a benchmark suite would have: objects, closures and
// method calls, and plain loops over numbers.
import { moduleOf } from '../real-modules.mjs';
import { freshRequire } from './fresh.mjs';

const objects = `
  class Packet { constructor(link, id, kind) { this.link = link; this.id = id; this.kind = kind; this.a1 = 0; this.a2 = [0, 0, 0, 0]; }
    addTo(queue) { this.link = null; if (queue === null) return this; let next, peek = queue; while ((next = peek.link) !== null) peek = next; peek.link = this; return queue; } }
  class Task { constructor(id, priority, queue, run) { this.id = id; this.priority = priority; this.queue = queue; this.run = run; this.held = false; this.count = 0; } }
  class Scheduler { constructor() { this.tasks = []; this.hold = 0; }
    add(task) { this.tasks.push(task); this.tasks.sort((a, b) => b.priority - a.priority); }
    send(to, packet) { const t = this.tasks.find((each) => each.id === to); t.queue = packet.addTo(t.queue); }
    loop(turns) { for (let i = 0; i < turns; i++) for (const t of this.tasks) { if (t.held) { this.hold++; t.held = false; continue; }
      const p = t.queue; if (p !== null) { t.queue = p.link; p.link = null; } t.run(this, t, p); t.count++; } } }
  const s = new Scheduler(); let seed = 42;
  const work = (s, t, p) => { if (p === null) { t.held = true; return; } p.a1 = (p.a1 + t.id * 3) % 26; for (let i = 0; i < 4; i++) { p.a2[i] = (p.a2[i] + p.a1) % 26; } s.send((t.id + p.kind) % 5, p); };
  for (let i = 0; i < 5; i++) s.add(new Task(i, (i * 7) % 5, new Packet(null, i, 1 + i % 3), work));
  s.loop(700);
  JSON.stringify([s.hold, s.tasks.map((t) => t.count), Object.keys(s)])`;
const loops = 'let s = 0; const a = new Uint8Array(999); for (let i = 0; i < 150000; i++) { s = (s * 31 + (i ^ a[i % 999])) % 1000003; a[s % 999] = s; } s';

export default [['objects', objects], ['loops', loops]].map(([name, code]) => ({
  name: `quickjs ${name}`,
  modules: () => [moduleOf('quickjs-emscripten')],
  load: () => freshRequire('quickjs-emscripten').getQuickJS(),
  work: (/** @type {import('quickjs-emscripten').QuickJSWASMModule} */ quickjs) => String(quickjs.evalCode(code)),
}));
