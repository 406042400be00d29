// Small modules natively and compiled at every level: what calls return or trap with, and the memory afterwards.
import { configure } from 'dewasm/webassembly';
import { expect } from 'vitest';
import { kindOfError, show, type Engine } from '../fuzz/execute.js';
import { wasm } from '../module/wat.js';

export type Call = readonly [name: string, ...args: readonly unknown[]];
const LEVELS = [0, 1, 2, 3] as const;

function outcome(engine: Engine, bytes: Uint8Array, calls: readonly Call[], imports: (log: (line: string) => void) => WebAssembly.Imports): string[] {
  const lines: string[] = [];
  const instance = new engine.Instance(new engine.Module(bytes as BufferSource), imports((line) => { lines.push(line); }));
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

/** Expects the calls to have the same outcome at every level as natively. */
export function expectSame(text: string, calls: readonly Call[], imports: (log: (line: string) => void) => WebAssembly.Imports = () => ({})): void {
  const bytes = wasm(text), native = outcome(WebAssembly, bytes, calls, imports);
  for (const optimize of LEVELS) {
    expect({ optimize, lines: outcome(configure({ optimize, features: 'all' }) as never, bytes, calls, imports) }).toEqual({ optimize, lines: native });
  }
}
