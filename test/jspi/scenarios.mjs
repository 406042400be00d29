// JavaScript Promise Integration, as a list of things to try on a WebAssembly namespace. Each says what happened as plain data,
// so that engines can be compared. Bytes come from modules.mjs, since node 26 runs this file by itself.

/** @typedef {Record<string, any>} Namespace */
/** @typedef {{ W: Namespace, log: unknown[], bytes: Record<string, Uint8Array>, make(name: string, m?: object): Record<string, any> }} Tools */

const outcome = (/** @type {() => unknown} */ f) => {
  try {
    return f();
  } catch (error) {
    return `threw ${error.constructor.name}: ${error.message}`;
  }
};
const settled = (/** @type {Promise<unknown>} */ p) => p.then((v) => v, (error) => `rejected ${error?.constructor?.name}: ${error?.message?.replace('null function or ', '') ?? error}`); // engines word that in two ways
const ticks = async (/** @type {unknown[]} */ log, /** @type {number} */ n) => {
  for (let i = 1; i <= n; i++) {
    await Promise.resolve();
    log.push(`tick ${i}`);
  }
};

/** @type {Record<string, (t: Tools) => unknown>} */
export const scenarios = {
  async 'order of events'({ W, log, make }) {
    const { a } = make('order', { s: new W.Suspending(async function (x) { log.push(this === undefined, x); return x * 2; }), log: (x) => log.push(x), js() {} });
    const p = W.promising(a)(5).then((v) => log.push(`got ${v}`));
    log.push('returned');
    await Promise.all([p, ticks(log, 5)]);
  },
  async 'a result that is no promise'({ W, log, make }) {
    const { a } = make('order', { s: new W.Suspending((x) => x), log: (x) => log.push(x), js() {} });
    await Promise.all([W.promising(a)(5).then((v) => log.push(v)), ticks(log, 3)]);
  },
  async 'a thenable'({ W, log, make }) {
    // oxlint-disable-next-line unicorn/no-thenable
    const { a } = make('order', { s: new W.Suspending(() => ({ then(resolve) { log.push('then'); resolve(7); } })), log: (x) => log.push(x), js() {} });
    await Promise.all([W.promising(a)(5).then((v) => log.push(v)), ticks(log, 5)]);
  },
  async 'nothing suspends'({ W, log, make }) {
    const { plain, trap } = make('order', { s: () => 0, log() {}, js() {} });
    await Promise.all([W.promising(plain)().then((v) => log.push(v)), W.promising(trap)().catch((e) => log.push(`${e.constructor.name} ${e.message}`)), ticks(log, 3)]);
  },
  async 'errors'({ W, make }) {
    let s;
    const { a } = make('order', { s: new W.Suspending((x) => s(x)), log() {}, js() {} });
    const results = [];
    for (s of [() => { throw new Error('now'); }, async () => { throw new Error('later'); }, () => Promise.reject(null), async () => ({ valueOf: () => { throw new RangeError('v'); } }), async () => Symbol.iterator]) {
      results.push(await settled(W.promising(a)(1)));
    }
    return results;
  },
  'outside of promising'({ W, log, make }) {
    const { a, reexport } = make('order', { s: new W.Suspending(async (x) => log.push('called', x)), log() {}, js() {} });
    return [outcome(() => a(1)), outcome(() => reexport(1))];
  },
  async 'an import exported again'({ W, make }) {
    const { reexport } = make('order', { s: new W.Suspending(async (x) => x + 1), log() {}, js() {} });
    return [reexport.name, reexport.length, await W.promising(reexport)(4)];
  },
  async 'a JavaScript frame between'({ W, log, make }) {
    const e = make('order', { s: new W.Suspending(async (x) => x), log() {}, js: () => log.push(outcome(() => e.a(1))) });
    await W.promising(e.viaJs)();
    e.viaJs();
  },
  async 'promising inside of promising'({ W, log, make }) {
    const inner = make('order', { s: new W.Suspending(async (x) => x), log() {}, js() {} });
    const e = make('order', { s: new W.Suspending(async (x) => x), log() {}, js() { W.promising(inner.a)(20).then((v) => log.push(v)); log.push('went on'); } });
    return [await W.promising(e.viaJs)(), await settled(W.promising(e.a)(1))];
  },
  async 'many at once, in one instance'({ W, make }) {
    const waiting = [];
    const { count } = make('state', { s: new W.Suspending(() => new Promise((resolve) => waiting.push(resolve))), t: W.JSTag });
    const all = [3, 1, 4, 2].map((n) => W.promising(count)(n));
    for (let k = 0; waiting.length > 0 || k < 20; k++) {
      waiting.splice((k * 7) % Math.max(waiting.length, 1), 1).forEach((resolve) => resolve(k));
      await Promise.resolve();
      await Promise.resolve();
    }
    return await Promise.all(all);
  },
  async 'catching'({ W, make }) {
    let s;
    const e = make('state', { s: new W.Suspending(() => s()), t: W.JSTag });
    const results = [];
    for (s of [async () => 5, async () => { throw new Error('later'); }, () => { throw new Error('now'); }, async () => { throw new W.RuntimeError('unreachable'); }, () => Promise.reject(new RangeError('Maximum call stack size exceeded'))]) {
      for (const name of ['all', 'tag', 'ref']) results.push(String(await settled(W.promising(e[name])())));
    }
    for (const name of ['all', 'tag', 'ref']) results.push(outcome(() => String(e[name]())));
    return results;
  },
  async 'an exception of wasm through a suspended function'({ W, make }) {

    const e = make('state', { s: new W.Suspending(async () => { throw new W.Exception(e.own, [41]); }), t: W.JSTag });
    return [await W.promising(e.mine)(), await settled(W.promising(e.passes)())];
  },
  async 'traps after a suspension'({ W, make }) {
    const e = make('state', { s: new W.Suspending(async () => 1 << 30), t: W.JSTag });
    return [await settled(W.promising(e.load)()), await settled(W.promising(e.deep)(0)), await settled(W.promising(e.table)())];
  },
  async 'through a table'({ W, make }) {
    const e = make('state', { s: new W.Suspending(async () => 6), t: W.JSTag });
    return [await W.promising(e.indirect)(0), await W.promising(e.indirect)(1), await settled(W.promising(e.indirect)(2)), await settled(W.promising(e.indirect)(3)), outcome(() => e.indirect(1))];
  },
  async 'all kinds of values'({ W, log, make }) {
    const e = make('values', { s: new W.Suspending(async (...args) => { log.push(args.map(String)); return [args[0] + 1n, args[1] * 2, args[2], args[3] - 1]; }) });
    const o = { toString: () => 'o' };
    const [big, double, ref, int, after] = await W.promising(e.f)(-1n, 1.1, o, 7);
    const bad = make('values', { s: new W.Suspending(async () => 5) });
    const short = make('values', { s: new W.Suspending(async () => [1n]) });
    return [String(big), double, ref === o, int, String(after), (await settled(W.promising(bad.f)(0n, 0, 0, 0))).slice(0, 18), await settled(W.promising(short.f)(0n, 0, 0, 0)).then((x) => x.slice(0, 18))];
  },
  'arguments are converted at once'({ W, make }) {
    const { f } = make('values', { s: new W.Suspending(async () => [1n, 2, 3, 4]) });
    return [outcome(() => W.promising(f)(1)), outcome(() => W.promising(f)(1n, { valueOf() { throw new Error('v'); } })), outcome(() => Object.prototype.toString.call(W.promising(f)(1n, 1)))];
  },
  async 'other instances'({ W, make }) {
    const inner = make('order', { s: new W.Suspending(async (x) => x * 3), log() {}, js() {} });
    const outer = make('order', { s: inner.a, log() {}, js() {} });
    const again = make('order', { s: W.promising(outer.a), log() {}, js() {} });
    return [await W.promising(outer.a)(1), await W.promising(again.a)(2), outcome(() => outer.a(1))];
  },
  async 'a table of another instance'({ W, make }) {
    const holder = make('state', { s: new W.Suspending(async () => 9), t: W.JSTag });
    const user = make('caller', { table: holder.shared });
    return [await W.promising(user.call)(0), await settled(W.promising(user.call)(1)), outcome(() => user.call(0))];
  },
  async 'tail calls'({ W, make }) {
    const e = make('tail', { s: new W.Suspending(async (x) => x) });
    return [await W.promising(e.even)(20), await W.promising(e.even)(2001), await W.promising(e.spin)(100000), await W.promising(e.viaTable)(50)];
  },
  async 'memory that grows meanwhile'({ W, make }) {

    const e = make('state', { s: new W.Suspending(async () => { e.memory.grow(1); return 65536; }), t: W.JSTag });
    return [await W.promising(e.load)(), e.memory.buffer.byteLength];
  },
  async 'deep'({ W, make }) {
    const e = make('state', { s: new W.Suspending(async () => 2), t: W.JSTag });
    const zero = make('state', { s: new W.Suspending(async () => 1), t: W.JSTag });
    return [await W.promising(e.deep)(300), await settled(W.promising(zero.deep)(300))];
  },
  'the interface'({ W, make }) {
    const { a } = make('order', { s: new W.Suspending(() => 0), log() {}, js() {} });
    const p = W.promising(a), s = new W.Suspending(() => 0);
    const shape = (name) => {
      const { value, ...rest } = Object.getOwnPropertyDescriptor(W, name);
      return [typeof value, value.name, value.length, rest];
    };
    return [
      shape('Suspending'), shape('promising'), shape('SuspendError'), Object.prototype.toString.call(s), Reflect.ownKeys(W.Suspending.prototype).map(String),
      [p.name, p.length, 'prototype' in p, p === W.promising(a), Object.getPrototypeOf(p) === Function.prototype],
      [new W.SuspendError('m') instanceof Error, String(new W.SuspendError('m')), new W.SuspendError('m', { cause: 1 }).cause, Object.prototype.hasOwnProperty.call(new W.SuspendError(), 'message')],
      [() => W.Suspending(() => 0), () => new W.Suspending(), () => new W.Suspending({}), () => new W.Suspending(a), () => new W.Suspending(p), () => W.promising(), () => W.promising(() => 0), () => W.promising({}), () => new W.promising(a), () => new p(1)]
        .map((f) => outcome(f).split(':')[0]),
      [() => make('order', { s: Object.create(W.Suspending.prototype), log() {}, js() {} }), () => new W.Table({ element: 'anyfunc', initial: 1 }).set(0, s), () => new W.Global({ value: 'anyfunc' }, s)]
        .map((f) => outcome(f).split(':')[0]),
      typeof W.promising(W.promising(a)), new W.Table({ element: 'anyfunc', initial: 1 }).set(0, p),
    ];
  },
};

/** Runs all of them; `modules` are the bytes of modules.mjs. @param {Namespace} W @param {Record<string, Uint8Array>} modules */
export async function runAll(W, modules) {
  const results = {};
  for (const [title, run] of Object.entries(scenarios)) {
    const log = [];
    const make = (name, m = {}) => new W.Instance(new W.Module(modules[name]), { m }).exports;
    const result = await run({ W, log, bytes: modules, make });
    results[title] = { result, log };
  }
  return JSON.parse(JSON.stringify(results));
}
