// Lowers the depth from which functions are flattened, in the compiler under test. It keeps the limit to itself, so that
// is found by its path: in the instance that `dewasm` is here.
import type { limits as Limits } from '../../compiler/structure/nesting.js';

const root = process.env.DEWASM_ROOT ?? new URL('../../', import.meta.url).href;
const { limits } = await import(/* @vite-ignore */ new URL('dist/compiler/structure/nesting.js', root).href) as { limits: typeof Limits };
const usual = limits.nesting;

/** Compiles with statements nesting at most so deep; 0 is the usual limit. */
export function withNesting<T>(nesting: number, compile: () => T): T {
  limits.nesting = nesting === 0 ? usual : nesting;
  try {
    return compile();
  } finally {
    limits.nesting = usual;
  }
}
