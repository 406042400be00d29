// Lowers the depth from which functions are flattened and the size from which they are split, in the compiler under test. It keeps
// the limits to itself, so they are found by their paths: in the instance that `dewasm` is here.
import type { limits as Structure } from '../../compiler/structure/nesting.js';
import type { limits as Sizes } from '../../compiler/split/limits.js';

const root = process.env.DEWASM_ROOT ?? new URL('../../', import.meta.url).href;
const of = (path: string): Promise<unknown> => import(/* @vite-ignore */ new URL(`dist/compiler/${path}`, root).href);
const { limits: structure } = await of('structure/nesting.js') as { limits: typeof Structure };
const { limits: sizes } = await of('split/limits.js') as { limits: typeof Sizes };
const usual = { nesting: structure.nesting, ...sizes };

/** Compiles with statements nesting at most so deep and functions so large; 0 is the usual limit. `ladders`: takes all of them apart first. */
export function withLimits<T>(nesting: number, split: number, compile: () => T, ladders = false): T {
  structure.nesting = nesting === 0 ? usual.nesting : nesting;
  if (split > 0) {
    sizes.function = split;
    sizes.smallest = split / 8;
    sizes.atFirst = ladders ? Infinity : 0;
    if (ladders) sizes.rungs = 2;
  }
  try {
    return compile();
  } finally {
    structure.nesting = usual.nesting;
    sizes.function = usual.function;
    sizes.smallest = usual.smallest;
    sizes.atFirst = usual.atFirst;
    sizes.rungs = usual.rungs;
  }
}
