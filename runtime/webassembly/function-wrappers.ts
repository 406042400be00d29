// Modules that only give functions of JavaScript a WebAssembly type: they import functions and export them again, and have
// no code. Glue makes them at run time, for the signature at hand (Emscripten's `addFunction`), so nobody can compile them
// beforehand; and nothing has to be compiled.

import { readWords, pushWords } from '../api/values.js';
import { funcKind } from '../kinds.js';
import { R } from '../registry.js';
import { fromHost, toTrap } from '../traps.js';
import type { CompiledModule, ExportFactory, ImportFactory } from '../types.js';

/** Descriptors of the value types such a signature has, by their byte in the binary format. */
const TYPES: { [byte: number]: string } = { 0x7f: 'i', 0x7e: 'I', 0x7d: 'f', 0x7c: 'F', 0x70: '?f', 0x6f: '?x' };
const TYPE_SECTION = 1, IMPORT_SECTION = 2, EXPORT_SECTION = 7, FUNC_TYPE = 0x60, FUNC = 0, MOST_BYTES = 4096;
const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

interface Signature { params: string[]; results: string[] }

/** What stands for the module of these bytes, if it is one of those: without errors, and with functions of at most one result. */
export function functionWrapper(bytes: Uint8Array): CompiledModule | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  try {
    return new Reader(bytes).module();
  } catch (e) {
    if (e !== OTHER) throw e;
    return undefined;
  }
}

/** Thrown where it is another module. */
const OTHER = {};

class Reader {
  private readonly bytes: Uint8Array;
  private at = HEADER.length;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  module(): CompiledModule {
    const { bytes } = this;
    this.expect(HEADER.every((byte, k) => bytes[k] === byte));
    const types: Signature[] = [], imports: CompiledModule['imports'] = [], exports: CompiledModule['exports'] = [], from: number[] = [];
    for (let last = 0; this.at < bytes.length;) {
      const id = this.byte(), size = this.number(), end = this.at + size;
      this.expect(id > last && end <= bytes.length);
      last = id;
      for (let n = this.number(); n > 0; n--) {
        if (id === TYPE_SECTION) types.push(this.signature());
        else if (id === IMPORT_SECTION) {
          const module = this.name(), name = this.name();
          this.expect(this.byte() === FUNC);
          const type = this.number();
          this.expect(type < types.length);
          imports.push([module, name, FUNC, type]);
        } else {
          this.expect(id === EXPORT_SECTION);
          const name = this.name();
          this.expect(this.byte() === FUNC);
          const index = this.number();
          this.expect(index < imports.length && exports.every(([other]) => other !== name));
          exports.push([name, FUNC, imports[index][3]]);
          from.push(index);
        }
      }
      this.expect(this.at === end);
    }
    const glue: CompiledModule['glue'] = {};
    types.forEach((type, k) => { glue[k] = [exportFactory(type), importFactory(type)]; });
    return {
      abi: 1, hash: '', types: types.map(({ params, results }) => '(' + params.join('') + ')' + results.join('')), imports, exports, glue, kinds: { [FUNC]: funcKind },
      create: (links) => from.map((index) => links[index]),
    };
  }

  private expect(holds: boolean): void {
    if (!holds) throw OTHER;
  }
  private byte(): number {
    this.expect(this.at < this.bytes.length);
    return this.bytes[this.at++];
  }
  /** A LEB128 of at most two bytes: more no such module needs. */
  private number(): number {
    const low = this.byte();
    if (low < 0x80) return low;
    const high = this.byte();
    this.expect(high < 0x80);
    return (low & 0x7f) | (high << 7);
  }
  /** In ASCII, as glue chooses it. */
  private name(): string {
    let name = '';
    for (let n = this.number(); n > 0; n--) {
      const byte = this.byte();
      this.expect(byte < 0x80);
      name += String.fromCharCode(byte);
    }
    return name;
  }
  private signature(): Signature {
    this.expect(this.byte() === FUNC_TYPE);
    const params = this.valueTypes(), results = this.valueTypes();
    this.expect(results.length <= 1);
    return { params, results };
  }
  private valueTypes(): string[] {
    const list: string[] = [];
    for (let n = this.number(); n > 0; n--) {
      const type = TYPES[this.byte()];
      this.expect(type !== undefined);
      list.push(type);
    }
    return list;
  }
}

/** As `exportGlue` of the compiler writes it out for a type. */
const exportFactory = ({ params, results }: Signature): ExportFactory => (raw) => {
  const f = (...args: unknown[]): unknown => {
    const words: unknown[] = [];
    for (let k = 0; k < params.length; k++) pushWords(words, args[k], params[k], []);
    try {
      const first = raw(...(words as never[]));
      return results.length === 0 ? undefined : readWords([first, R[0]], 0, results[0]);
    } catch (e) {
      throw toTrap(e);
    }
  };
  Object.defineProperty(f, 'length', { value: params.length, configurable: true });
  return f;
};

const importFactory = ({ params, results }: Signature): ImportFactory => (host) => (...words) => {
  try {
    const args: unknown[] = [];
    let at = 0;
    for (const type of params) {
      args.push(readWords(words as unknown[], at, type));
      at += type === 'I' ? 2 : 1;
    }
    const result = host(...args);
    if (results.length === 0) return undefined;
    const first: unknown[] = [];
    // The high word of an i64 stays in R[0].
    pushWords(first, result, results[0], []);
    return first[0];
  } catch (e) {
    throw fromHost(e);
  }
};
