// The name section. Names are a help, never a reason to refuse a module: what cannot be read is left
// out, the rest is kept.
import { CompileError } from '../spec/errors.js';
import type { Module, Names, Range } from '../spec/module.js';
import { ByteReader } from './reader.js';

export const noNames = (): Names => ({
  module: undefined, funcs: new Map(), locals: new Map(), globals: new Map(), types: new Map(), memories: new Map(), tables: new Map(), tags: new Map(),
});

function decodeNameSection(bytes: Uint8Array, range: Range, names: Names): void {
  const r = new ByteReader(bytes, range.start, range.end);
  leniently(() => {
    while (r.pos < range.end) {
      const id = r.byte();
      const size = r.u32();
      const end = r.skip(size) + size;
      const sub = new ByteReader(bytes, end - size, end);
      leniently(() => readSubsection(sub, id, names));
    }
  });
}

function leniently(read: () => void): void {
  try {
    read();
  } catch (e) {
    if (!(e instanceof CompileError)) throw e;
  }
}

function readSubsection(r: ByteReader, id: number, names: Names): void {
  switch (id) {
    case 0: names.module ??= r.name(); break;
    case 1: readNames(r, names.funcs); break;
    case 2: {
      const n = r.u32();
      for (let i = 0; i < n; i++) {
        const func = r.u32();
        const locals = names.locals.get(func) ?? new Map<number, string>();
        readNames(r, locals);
        if (locals.size > 0) names.locals.set(func, locals);
      }
      break;
    }
    case 4: readNames(r, names.types); break;
    case 5: readNames(r, names.tables); break;
    case 6: readNames(r, names.memories); break;
    case 7: readNames(r, names.globals); break;
    case 11: readNames(r, names.tags); break;
    // Labels, segments and fields have names too; the output has no use for them.
  }
}

function readNames(r: ByteReader, into: Map<number, string>): void {
  const n = r.u32();
  for (let i = 0; i < n; i++) {
    const index = r.u32();
    const name = r.name();
    if (!into.has(index)) into.set(index, name);
  }
}

/** Names from the module's name sections; indices that do not exist do no harm. */
export function decodeNames(m: Module): void {
  for (const custom of m.customs) if (custom.name === 'name') decodeNameSection(m.bytes, custom.bytes, m.names);
}
