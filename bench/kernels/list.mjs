// The kernels and the argument each is run with: sized so that native
// WebAssembly takes a few milliseconds a call, enough to time and little enough
// for peers that are hundreds of times slower. `i64` marks kernels whose time
// goes into 64-bit integer arithmetic; they are averaged apart, because there
// the differences between compilers are of another order.

/** @typedef {{ name: string, n: number, quick: number, i64: boolean }} Kernel */

/** @type {Record<string, [n: number, quick: number]>} */
const plain = {
  sha256: [20, 1],
  lz: [10, 1],
  crc32: [20, 1],
  base64: [30, 1],
  utf8: [16, 2],
  fannkuch: [8, 6],
  nqueens: [11, 6],
  interpreter: [60, 4],
  dispatch: [60, 4],
  fib: [29, 15],
  quicksort: [5, 1],
  heap: [80, 2],
  list: [6, 1],
  hashmap: [100, 2],
  search: [60, 4],
  tokenizer: [24, 2],
  sieve: [12, 1],
  life: [40, 2],
  floyd: [2, 1],
  nussinov: [15, 1],
  matmul: [5, 1],
  jacobi: [200, 4],
  cholesky: [50, 2],
  mandelbrot: [160, 20],
  nbody: [400, 5],
  fir: [40, 2],
  raymarch: [120, 12],
};

/** @type {Record<string, [n: number, quick: number]>} */
const wide = {
  blake2b: [30, 1],
  xxh64: [150, 2],
  siphash: [30, 1],
  prng64: [800, 10],
  mulmod64: [300, 5],
  divmod64: [100, 2],
  fixedpoint: [600, 10],
};

/** @type {Kernel[]} */
export const kernels = [
  ...Object.entries(plain).map(([name, [n, quick]]) => ({ name, n, quick, i64: false })),
  ...Object.entries(wide).map(([name, [n, quick]]) => ({ name, n, quick, i64: true })),
];

/** @param {string} name */
export const kernelFile = (name) => new URL(`${name}.wasm`, import.meta.url);
