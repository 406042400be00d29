// Tag and Exception, and exceptions on their way between JavaScript and wasm.
import { ODD, converted, outcome, properties, show, thrown, watched } from './tools.mjs';

export const checks = {
  'tags': ({ W }) => {
    const log = [];
    const parameters = { [Symbol.iterator]() { log.push('iterated'); return ['i32', 'externref', 'i64'].values(); } };
    return [
      outcome(() => new W.Tag({ parameters })), log, ODD.map((x) => outcome(() => new W.Tag(x))), ODD.map((x) => outcome(() => new W.Tag({ parameters: x }))), outcome(() => new W.Tag({ parameters: ['i16'] })), outcome(() => new W.Tag({ parameters: new Set(['i32']) })), outcome(() => new W.Tag({ parameters: ['v128', 'exnref', 'anyref'] })),
      outcome(() => new W.Tag({ parameters: Array(1000).fill('i32') })), outcome(() => new W.Tag({ parameters: Array(1001).fill('i32') })), String(new W.Tag({ parameters: [] })), properties(new W.Tag({ parameters: [] })), outcome(() => new W.Tag({ parameters: { length: 1, 0: 'i32' } })),
    ];
  },
  'exceptions': ({ W }) => {
    const tag = new W.Tag({ parameters: ['i32', 'i64', 'f32', 'externref', 'anyfunc'] });
    const o = {}, e = new W.Exception(tag, [1.9, 2n, 1.1, o, null]);
    return [
      [0, 1, 2, 3, 4].map((k) => show(e.getArg(tag, k))), e.getArg(tag, 3) === o, e.is(tag), e.is(new W.Tag({ parameters: ['i32'] })), e instanceof Error, e instanceof W.Exception, String(e), show(e.message), 'stack' in e, typeof e.stack, properties(e),
      ODD.map((x) => outcome(() => new W.Exception(x, []))), ODD.map((x) => outcome(() => new W.Exception(tag, x))), ODD.map((x) => outcome(() => new W.Exception(tag, [1, 2n, 3, 4, null], x))), ODD.map((x) => outcome(() => e.getArg(x, 0))), ODD.map((x) => outcome(() => e.getArg(tag, x))), ODD.map((x) => outcome(() => e.is(x))), [5, -1, 2 ** 32, '1', 1.5, NaN].map((x) => outcome(() => e.getArg(tag, x))),
      outcome(() => e.getArg(tag)), outcome(() => e.is()), outcome(() => new W.Exception(tag)), outcome(() => new W.Exception(tag, [1])), outcome(() => new W.Exception(tag, [1, 2, 3, 4, 5])), outcome(() => new W.Exception(tag, [1, 2n, 3, 4, 5])), outcome(() => new W.Exception(tag, [1, 2n, 3, 4, null, 6])), outcome(() => new W.Exception(tag, new Set([1, 2n, 3, 4, null])).getArg(tag, 1)),
      [undefined, null, false, true, 1, 'x'].map((traceStack) => typeof new W.Exception(tag, [1, 2n, 3, 4, null], { traceStack }).stack), e.getArg.length, e.is.length, outcome(() => e.getArg(new W.Tag({ parameters: ['i32', 'i64', 'f32', 'externref', 'anyfunc'] }), 0)),
    ];
  },
  'order of conversions': ({ W }) => {
    const log = [];
    const tag = new W.Tag({ parameters: ['i32', 'f64'] });
    outcome(() => new W.Exception(tag, [converted(log, 'first', 1), converted(log, 'second', 2)], watched(log, { traceStack: true })));
    outcome(() => new W.Exception(tag, [converted(log, 'only', 1)], watched(log, { traceStack: true })));
    outcome(() => new W.Exception(tag, [1, 2]).getArg(tag, converted(log, 'index', 1)));
    return log;
  },
  'from wasm': ({ W, bytes }) => {
    const e = new W.Instance(new W.Module(bytes.exceptions), { m: { js() {}, jstag: W.JSTag } }).exports;
    const catching = (f) => { try { return f(); } catch (error) { return error; } };
    const x = catching(() => e.throws(5)), again = catching(() => e.throws(5));
    return [x instanceof W.Exception, x.is(e.tag), x.getArg(e.tag, 0), x === again, x.stack, e.tag === e.tag2, e.tag instanceof W.Tag, outcome(() => e.throwsV128()), outcome(() => catching(() => e.throwsV128()).getArg(e.v128tag, 0))];
  },
  'through wasm': ({ W, bytes }) => {
    let js;
    const e = new W.Instance(new W.Module(bytes.exceptions), { m: { js: () => js(), jstag: W.JSTag } }).exports;
    const results = [];
    const own = new W.Exception(e.tag, [7]);
    for (const x of [own, new W.Exception(new W.Tag({ parameters: ['i32'] }), [1]), new Error('e'), 5, undefined, null, 'text', new W.RuntimeError('unreachable'), new RangeError('Maximum call stack size exceeded'), new RangeError('Offset is outside the bounds of the DataView'), new TypeError("Cannot read properties of null (reading 'f')"), {}]) {
      js = () => { throw x; };
      for (const f of ['passes', 'catches', 'catchesAll', 'catchesJs', 'rethrows']) {
        try {
          const value = e[f]();
          results.push(value === x ? 'same' : show(value));
        } catch (error) {
          results.push(error === x ? 'passed' : `other ${thrown(error)}`);
        }
      }
    }
    js = () => { e.trap(); };
    for (const f of ['passes', 'catches', 'catchesAll', 'catchesJs', 'rethrows']) results.push(outcome(() => e[f]()));
    js = () => { (function deep() { return deep() + 1; })(); };
    for (const f of ['passes', 'catchesAll']) results.push(outcome(() => e[f]()));
    return results;
  },
};
