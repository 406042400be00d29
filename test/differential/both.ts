// One module natively and compiled at every level; the same calls with every combination of arguments on each.
import type { CompileOptions } from 'dewasm';
import { configure } from 'dewasm/webassembly';
import { expect } from 'vitest';
import { kindOfError, show, type Engine } from '../fuzz/execute.js';
import { wasm } from '../module/wat.js';

export const LEVELS = [0, 1, 2, 3] as const;
const BY_LEVEL: readonly CompileOptions[] = LEVELS.map((optimize) => ({ optimize }));
/** Also as it is made for interpreters, which read memory in another way. */
export const WITH_ELEMENTS: readonly CompileOptions[] = [...BY_LEVEL, { engine: 'interpreter', optimize: 0 }, { engine: 'interpreter' }];
export type Arguments = readonly (readonly unknown[])[];
type Callable = (...args: unknown[]) => unknown;

export interface Side { exports: Record<string, Callable>; memory: () => Uint8Array }
export interface Both { made: string; native: Side; ours: Side }

/** Instances of a text module on the engine and, for each level or otherwise compiled, on ours. */
export function both(text: string, imports: () => WebAssembly.Imports = () => ({}), compiled = BY_LEVEL): Both[] {
  const bytes = wasm(text);
  const side = (engine: Engine): Side => {
    const { exports } = new engine.Instance(new engine.Module(bytes as BufferSource), imports());
    return { exports: exports as never, memory: () => new Uint8Array((exports.memory as WebAssembly.Memory).buffer) };
  };
  return compiled.map((options) => ({ made: JSON.stringify(options), native: side(WebAssembly), ours: side(configure({ features: 'all', ...options }) as never) }));
}

/** What a call gives, as text; NaNs are alike. */
export function outcome(f: Callable, args: readonly unknown[]): string {
  try {
    return show(f(...args));
  } catch (e) {
    return kindOfError(e);
  }
}

/** Every combination of one from each list. */
export function combinations(lists: Arguments): unknown[][] {
  return lists.reduce<unknown[][]>((all, list) => all.flatMap((head) => list.map((v) => [...head, v])), [[]]);
}

/** Calls the exports by `name` with each of the arguments and expects the same on both sides. */
export function expectSameCalls(pairs: readonly Both[], name: string, calls: readonly (readonly unknown[])[]): void {
  for (const { made, native, ours } of pairs) {
    for (const args of calls) {
      const n = outcome(native.exports[name], args), o = outcome(ours.exports[name], args);
      if (n !== o) expect.fail(`${made}: ${name}(${args.map(show).join(' ')}) is ${n}, ours ${o}`);
    }
  }
}

/** The same, and the memory has to be the same after each call. */
export function expectSameMemory(pairs: readonly Both[], name: string, calls: readonly (readonly unknown[])[]): void {
  for (const pair of pairs) {
    for (const args of calls) {
      expectSameCalls([pair], name, [args]);
      const n = pair.native.memory(), o = pair.ours.memory();
      if (Buffer.compare(n, o) === 0) continue;
      const at = n.findIndex((b, k) => b !== o[k]);
      expect.fail(`${pair.made}: after ${name}(${args.map(show).join(' ')}) byte ${at} of ${n.length} is ${n[at]}, ours ${o[at]} of ${o.length}`);
    }
  }
}
