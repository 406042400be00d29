// Module and Instance: bytes, validation, imports and exports, the order in which things are read.
import { ODD, outcome, properties, settled, show, watched } from './tools.mjs';

const views = (bytes) => {
  const padded = new Uint8Array(bytes.length + 16);
  padded.set(bytes, 8);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const resizable = new ArrayBuffer(bytes.length, { maxByteLength: bytes.length + 10 });
  new Uint8Array(resizable).set(bytes);
  const detached = bytes.slice();
  structuredClone(detached.buffer, { transfer: [detached.buffer] });
  return [bytes, bytes.slice().buffer, padded.subarray(8, 8 + bytes.length), new DataView(padded.buffer, 8, bytes.length), new Uint16Array(padded.buffer, 8, bytes.length >> 1), resizable, new Uint8Array(resizable), detached, detached.buffer, shared, shared.buffer, new BigInt64Array(1), new Float32Array(4)];
};

export const checks = {
  'kinds of buffers': async ({ W, bytes }) => [
    views(bytes.empty).map((b) => outcome(() => W.validate(b))), views(bytes.imports).map((b) => outcome(() => new W.Module(b))),
    await Promise.all(views(bytes.exports).map((b) => settled(() => W.compile(b).then(() => 'compiled')))),
  ],
  'bytes are copied before anything else': async ({ W, bytes }) => {
    const copy = bytes.exports.slice();
    const compiling = W.compile(copy), starting = W.instantiate(copy, {});
    copy.fill(0);
    return [show(W.Module.exports(await compiling)), Object.keys((await starting).instance.exports)];
  },
  'validate': ({ W, bytes }) => [...ODD.map((x) => outcome(() => W.validate(x))), ...Object.values(bytes).map((b) => outcome(() => W.validate(b))), outcome(() => W.validate()), outcome(() => W.validate(bytes.empty, 5)), outcome(() => W.validate(bytes.empty, null))],
  'imports and exports': ({ W, bytes }) => {
    const m = new W.Module(bytes.imports), e = new W.Module(bytes.exports);
    const list = W.Module.imports(m), exported = W.Module.exports(e);
    return [show(list), show(exported), list === W.Module.imports(m), Array.isArray(list), Object.getPrototypeOf(list) === Array.prototype, Object.isFrozen(list), Object.keys(list[0]), properties(exported[0]), show(W.Module.imports(new W.Module(bytes.empty))),
      outcome(() => W.Module.exports()), outcome(() => W.Module.customSections(m)), outcome(() => W.Module.customSections())];
  },
  'custom sections': ({ W, bytes }) => {
    const m = new W.Module(bytes.custom);
    const found = (name) => W.Module.customSections(m, name).map((b) => [b instanceof ArrayBuffer, [...new Uint8Array(b)]]);
    return [found('a'), found('b'), found(''), found('none'), found('name'), outcome(() => W.Module.customSections(m, undefined)), outcome(() => W.Module.customSections(m, Symbol.iterator)), outcome(() => W.Module.customSections(m, { toString: () => 'a' })), found('na\uFFFDme'), found('na\uDC01me'),
      W.Module.customSections(m, 'a')[0] === W.Module.customSections(m, 'a')[0]];
  },
  'the exports object': ({ W, bytes }) => {
    const i = new W.Instance(new W.Module(bytes.exports)), e = i.exports;
    return [properties(i), properties(e), Object.getPrototypeOf(e), Object.isFrozen(e), Object.isExtensible(e), e === i.exports, Object.keys(e), outcome(() => { 'use strict'; e.f = 1; }), outcome(() => { 'use strict'; e.new = 1; }), outcome(() => { 'use strict'; delete e.f; }), outcome(() => { 'use strict'; i.exports = 1; }), String(i), outcome(() => String(e)),
      Object.prototype.toString.call(e), show(new W.Instance(new W.Module(bytes.empty)).exports)];
  },
  'reading imports, in order': ({ W, bytes }) => {
    const log = [];
    const m = watched(log, { f() {}, g: new W.Global({ value: 'i32' }), m: new W.Memory({ initial: 1 }), t: new W.Table({ element: 'anyfunc', initial: 1 }) }, 'm.');
    const n = watched(log, { f() {}, tag: new W.Tag({ parameters: [] }) }, 'n.');
    outcome(() => new W.Instance(new W.Module(bytes.imports), watched(log, { m, n })));
    const first = log.splice(0);
    outcome(() => new W.Instance(new W.Module(bytes.imports), watched(log, { m: watched(log, { f() {} }, 'm.'), n })));
    outcome(() => new W.Instance(new W.Module(bytes.empty), watched(log, {})));
    return [first, log];
  },
  'odd import objects': ({ W, bytes }) => {
    const m = new W.Module(bytes.imports), empty = new W.Module(bytes.empty);
    return [ODD.map((x) => outcome(() => new W.Instance(m, x))), ODD.map((x) => outcome(() => new W.Instance(empty, x))), ODD.map((x) => outcome(() => new W.Instance(m, { m: x }))), outcome(() => new W.Instance(m)), outcome(() => new W.Instance(empty))];
  },
  'odd imports': ({ W, bytes }) => {
    const values = [...ODD, new W.Memory({ initial: 1 }), new W.Table({ element: 'anyfunc', initial: 1 }), new W.Global({ value: 'i32' }, 3), new W.Global({ value: 'i32', mutable: true }), new W.Global({ value: 'i64' }), new W.Global({ value: 'externref' }), new W.Tag({ parameters: [] }), new W.Tag({ parameters: ['i32'] }), new W.Memory({ initial: 0 }), new W.Memory({ initial: 1, maximum: 9, shared: true }), new W.Table({ element: 'externref', initial: 1 }), NaN, -0, 2 ** 40, Object.create(W.Global.prototype)];
    const results = {};
    for (const name of ['importFunc', 'importGlobalI32', 'importGlobalI64', 'importGlobalF32', 'importGlobalExtern', 'importGlobalFunc', 'importMutable', 'importMemory', 'importTable', 'importTag', 'importExternTable']) {
      results[name] = values.map((x) => outcome(() => {
        const e = new W.Instance(new W.Module(bytes[name]), { m: { x } }).exports;
        return 'get' in e ? e.get() : 'linked';
      }));
    }
    return results;
  },
  'start functions': async ({ W, bytes }) => {
    const log = [];
    const imports = { m: { s: () => log.push('started') } };
    const bad = { m: { s() { throw new EvalError('from start'); } } };
    const results = [outcome(() => new W.Instance(new W.Module(bytes.start), imports)), outcome(() => new W.Instance(new W.Module(bytes.start), bad)), outcome(() => new W.Instance(new W.Module(bytes.startTrap)))];
    const p = W.instantiate(bytes.start, imports);
    log.push('returned');
    await p;
    const q = W.instantiate(new W.Module(bytes.start), imports);
    log.push('returned from module');
    await q;
    results.push(await settled(() => W.instantiate(bytes.start, bad)), await settled(() => W.instantiate(new W.Module(bytes.start), bad)), await settled(() => W.instantiate(bytes.startTrap)));
    return [log, results];
  },
  'instantiate': async ({ W, bytes }) => {
    const both = await W.instantiate(bytes.exports, {}), one = await W.instantiate(new W.Module(bytes.exports));
    return [
      properties(both), both.module instanceof W.Module, both.instance instanceof W.Instance, one instanceof W.Instance, Object.getPrototypeOf(both) === Object.prototype,
      await Promise.all(ODD.map((x) => settled(() => W.instantiate(bytes.imports, x)))), await Promise.all(ODD.map((x) => settled(() => W.instantiate(new W.Module(bytes.imports), x)))),
      await Promise.all(ODD.map((x) => settled(() => W.instantiate(bytes.bad, x)))), await settled(() => W.instantiate(bytes.bad)), await settled(() => W.instantiate(bytes.imports, { m: {} })),
      W.instantiate(bytes.empty) instanceof Promise,
    ];
  },
  'instantiate: when imports are read': async ({ W, bytes }) => {
    const log = [];
    const imports = () => ({ get m() { log.push('read m'); return {}; } });
    const tries = [W.instantiate(bytes.importFunc, imports()).catch(() => log.push('bytes rejected')), W.instantiate(new W.Module(bytes.importFunc), imports()).catch(() => log.push('module rejected'))];
    log.push('called');
    await Promise.all(tries);
    return log.filter((x) => !x.includes('rejected')).concat(log.filter((x) => x.includes('rejected')).sort());
  },
  'errors of bad modules': ({ W, bytes }) => [outcome(() => new W.Module(bytes.bad)), outcome(() => new W.Module(new Uint8Array())), outcome(() => new W.Module(new Uint8Array([0, 97, 115, 109, 2, 0, 0, 0]))), outcome(() => new W.Module(bytes.invalid))],
  'streams': async ({ W, bytes }) => {
    const response = (body, type = 'application/wasm', init = {}) => new Response(body, { headers: type === null ? {} : { 'content-type': type }, ...init });
    const results = [];
    for (const make of [() => response(bytes.exports), () => Promise.resolve(response(bytes.exports)), () => response(bytes.exports, 'application/wasm;x'), () => response(bytes.exports, 'text/plain'), () => response(bytes.exports, null), () => response(bytes.exports, ' APPLICATION/wasm '), () => response(bytes.bad), () => response('', 'application/wasm', { status: 404 }), () => Promise.reject(new EvalError('no')), () => ({}), () => 5]) {
      results.push(await settled(() => W.compileStreaming(make()).then((m) => m instanceof W.Module)), await settled(() => W.instantiateStreaming(make(), {}).then(({ instance }) => Object.keys(instance.exports).length)));
    }
    const used = response(bytes.exports);
    await used.arrayBuffer();
    results.push(await settled(() => W.compileStreaming(used)));
    return results;
  },
};
