// Code that was compiled wrongly may never end. Here its loops count their turns and throw when there are too many, so that
// it fails like anything else.

const MAX_TURNS = 3e7;
let turns = 0;
const tick = (): void => { if (++turns > MAX_TURNS) throw new Error('does not end'); };

/** Makes the loops of all code that is evaluated meanwhile count. */
export function withTicks<T>(work: () => T): T {
  const Usual = globalThis.Function;
  turns = 0;
  globalThis.Function = function (parameter: string, code: string) {
    const ticking = code.replaceAll('for(;;)', 'for(;;$tick())').replaceAll('while(', 'while($tick(),');
    const make = new Usual('$tick', parameter, ticking) as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => make(tick, ...args);
  } as never;
  try {
    return work();
  } finally {
    globalThis.Function = Usual;
  }
}
