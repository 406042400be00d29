// What the demo does with the modules of this repository: C kernels and
// handwritten text, each with the calls to make on it.
import { readFileSync } from 'node:fs';
import { kernelFile, kernels } from '../bench/kernels/list.mjs';

/**
 * @typedef {{
 *   name: string, source: string, bytes: Uint8Array,
 *   imports: () => Record<string, Record<string, unknown>>,
 *   work: (exports: any) => unknown,
 * }} OwnModule
 */

/** @param {string} name @returns {OwnModule} */
function kernel(name) {
  const { n } = /** @type {typeof kernels[number]} */ (kernels.find((each) => each.name === name));
  return { name: `${name}.c`, source: 'C, clang -O2', bytes: new Uint8Array(readFileSync(kernelFile(name))), imports: () => ({}), work: ({ run }) => run(n) };
}

/** @param {string} name @param {OwnModule['work']} work @param {OwnModule['imports']} imports @returns {OwnModule} */
function text(name, work, imports = () => ({})) {
  return { name: `${name}.wat`, source: 'text', bytes: new Uint8Array(readFileSync(new URL(`wat/${name}.wasm`, import.meta.url))), imports, work };
}

/** @type {string[]} what the calculator reported to its host */
const complaints = [];

/** @param {any} exports */
function calculate({ memory, evaluate, operators }) {
  const tried = (/** @type {string} */ formula) => {
    const { written } = new TextEncoder().encodeInto(formula, new Uint8Array(memory.buffer));
    try {
      return evaluate(written);
    } catch (error) {
      return String(/** @type {Error} */ (error).message);
    }
  };
  complaints.length = 0;
  const formulas = ['3 4 + 2 *', '2147483647 1 +', '7 0 /', '1 2 !', '1 +', `1${' 3 * 1 +'.repeat(5000)}`];
  const before = formulas.map(tried);
  operators.set(33, operators.get(45)); // from now on `!` subtracts
  return { before, after: tried('1 2 !'), complaints: [...complaints] };
}

/** @type {OwnModule[]} */
export const ownModules = [
  ...['sha256', 'fannkuch', 'mandelbrot', 'interpreter', 'blake2b', 'divmod64'].map(kernel),
  text('fibonacci', ({ fibonacci, factorial }) => {
    const numbers = [];
    for (let i = 0; i < 2000; i++) numbers.push(fibonacci(i % 200));
    return [numbers.at(-1), ...factorial(30)];
  }),
  text('calculator', calculate, () => ({
    host: { complain: (/** @type {number} */ place, /** @type {number} */ byte) => complaints.push(`${place}: ${String.fromCharCode(byte)}`) },
  })),
  text('parity', ({ even, odd }) => [even(1_000_000), odd(1_000_000)]),
];
