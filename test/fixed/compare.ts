// Small modules natively and compiled at every level: what calls return or trap with, and the memory afterwards.
import { configure } from 'dewasm/webassembly';
import { expect } from 'vitest';
import { kindOfError, show, type Engine } from '../fuzz/execute.js';
import { withLimits } from '../fuzz/limits.js';
import { withTicks } from '../fuzz/ticks.js';
import { wasm } from '../module/wat.js';

export type Call = readonly [name: string, ...args: readonly unknown[]];
const LEVELS = [0, 1, 2, 3] as const;

function outcome(engine: Engine, module: WebAssembly.Module, calls: readonly Call[], imports: (log: (line: string) => void) => WebAssembly.Imports): string[] {
  const lines: string[] = [];
  const instance = new engine.Instance(module, imports((line) => { lines.push(line); }));
  for (const [name, ...args] of calls) {
    try {
      lines.push(`${name}(${args.map(show).join(' ')}) = ${show((instance.exports[name] as (...a: unknown[]) => unknown)(...args))}`);
    } catch (e) {
      lines.push(`${name}(${args.map(show).join(' ')}): ${kindOfError(e)}`);
    }
  }
  for (const value of Object.values(instance.exports)) {
    if (value instanceof engine.Memory) lines.push(`memory of ${value.buffer.byteLength}: ${new Uint8Array(value.buffer).reduce((hash, b) => (Math.imul(hash, 31) + b) | 0, 0)}`);
    else if (value instanceof engine.Global) lines.push(show(value.value));
  }
  return lines;
}

/** Expects the calls to have the same outcome at every level as natively; `nesting` is how deep statements may nest, 0 for as usual. */
export function expectSame(
  text: string, calls: readonly Call[], imports: (log: (line: string) => void) => WebAssembly.Imports = () => ({}), nesting = 0,
): void {
  const bytes = wasm(text) as BufferSource, native = outcome(WebAssembly, new WebAssembly.Module(bytes), calls, imports);
  for (const optimize of LEVELS) {
    const engine = configure({ optimize, features: 'all' }) as never as Engine;
    const module = withLimits(nesting, 0, () => withTicks(() => new engine.Module(bytes)));
    expect({ optimize, lines: outcome(engine, module, calls, imports) }).toEqual({ optimize, lines: native });
  }
}
