// The modules beside the tests: assembled by scripts/assemble.mjs, because no assembler among our dependencies knows GC. The
// results expected of them are those of V8 14.6; Node 20 has no final GC to compare with.
import { readFileSync } from 'node:fs';
import { configure, Instance, Module, type Imports } from 'dewasm/webassembly';

export type Exports = Record<string, any>;

export const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`modules/${name}.wasm`, import.meta.url)));

export function load(name: string, imports: Imports = {}, compileOptions?: object): Exports {
  return new Instance(new Module(bytes(name), compileOptions), imports).exports as Exports;
}
export const LEVELS = [0, 1, 2, 3] as const;
export function loadAt(optimize: (typeof LEVELS)[number], name: string, imports: Imports = {}): Exports {
  const at = configure({ optimize });
  return new at.Instance(new at.Module(bytes(name)), imports).exports as Exports;
}

/** The result of a call, or the error as text. */
export function outcome(call: () => unknown): unknown {
  try {
    return call();
  } catch (e) {
    return e instanceof Error ? `${e.name}: ${e.message}` : e;
  }
}
