// A JavaScript interpreter, by Emscripten: programs of every flavour are run in
// it, with values and functions going both ways.
import { require } from './inputs.mjs';

export const load = () => require('quickjs-emscripten').getQuickJS();

const programs = [
  '[1, 2, 3].map((x) => x ** 2).reduce((a, b) => a + b)',
  '(function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) })(17)',
  'JSON.stringify({ a: [1.5, null, "\\u00e9\\ud83d\\ude00"], b: { c: new Date(0) } })',
  '[0.1 + 0.2, 1e21, 1 / 3, -0, 5e-324, 123456789012345680000, (25).toString(36), (1.005).toFixed(2), 255..toString(2), Math.hypot(3, 4), Math.exp(1), Math.sin(1e6), parseFloat("3.25e-7x")].join()',
  '"the quick brown fox".replace(/(\\w+) (\\w+)/gu, (m, a, b) => b + a.toUpperCase()) + "aXbX".split(/x/i).length',
  '(() => { const m = new Map(); for (let i = 0; i < 2000; i++) m.set("k" + i % 300, i); return [...m.values()].reduce((a, b) => a ^ b) })()',
  '(() => { function* g() { let i = 0; try { while (true) yield i++ } finally { i = -1 } } let s = 0; for (const x of g()) { if (x > 50) break; s += x } return s })()',
  '(2n ** 200n % 1000000007n).toString() + (-7n / 2n) + BigInt.asIntN(64, 2n ** 63n)',
  'try { null.x } catch (e) { e.name + ": " + e.message }',
  'class A { #x = 1; get x() { return this.#x } static s = [..."abc"].reverse().join("") } class B extends A { get x() { return super.x + 41 } } new B().x + A.s',
  '[5, 3, 11, 1].sort() + "|" + [5, 3, 11, 1].sort((a, b) => a - b) + "|" + Array.from({ length: 300 }, (_, i) => (i * 7919) % 301).sort((a, b) => a - b).slice(-3)',
  'new Float64Array(new BigInt64Array([4614253070214989087n]).buffer)[0] + new Uint16Array(new Float32Array([1.5]).buffer)[1]',
  '(() => { let a = 1, s = ""; outer: for (;;) { for (let i = 0; i < 9; i++) { if (i * a > 40) break outer; if (i % 2) continue; s += i * a + "," } a++ } return s })()',
  '"\\u0130".toLowerCase().length + "ß".toUpperCase() + "a\\u0301".normalize("NFC").length + [..."👍🏽"].length',
  'throw new TypeError("out of the box")',
  'let x = ; ',
];

export function work(quickjs) {
  const vm = quickjs.newContext();
  const values = programs.map((code) => {
    const result = vm.evalCode(code);
    const value = vm.dump(result.error ?? result.value);
    (result.error ?? result.value).dispose();
    return result.error ? { thrown: `${value.name}: ${value.message}` } : value;
  });
  const log = [];
  const print = vm.newFunction('print', (...args) => {
    log.push(args.map(vm.dump));
    return vm.newNumber(log.length);
  });
  vm.setProp(vm.global, 'print', print);
  print.dispose();
  vm.unwrapResult(vm.evalCode('Promise.resolve(20).then(async (x) => { await null; print("later", x + print("first")) }); print("now", [1, [2]])')).dispose();
  vm.runtime.executePendingJobs();
  vm.dispose();
  const busy = quickjs.evalCode('let s = 0; for (let i = 0; i < 300000; i++) s = (s * 31 + i) % 1000003; s');
  return { values, log, busy };
}
