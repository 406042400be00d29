// Writes the binary format: just enough of it for generated modules, which are bytes from the start, since going through
// text would cost most of a run's time.

export const I32 = 0x7f, I64 = 0x7e, F32 = 0x7d, F64 = 0x7c, FUNCREF = 0x70, EXTERNREF = 0x6f;
export type Type = number;
export interface Signature { readonly params: readonly Type[]; readonly results: readonly Type[] }

export function unsigned(value: number, to: number[]): void {
  for (; value >= 128; value = Math.floor(value / 128)) to.push((value % 128) | 128);
  to.push(value);
}
export function signed(value: bigint, to: number[]): void {
  for (;;) {
    const byte = Number(value & 127n);
    value >>= 7n;
    if ((value === 0n && byte < 64) || (value === -1n && byte >= 64)) { to.push(byte); return; }
    to.push(byte | 128);
  }
}

const scratch = new DataView(new ArrayBuffer(8));
/** A constant instruction; floats are given as their bits. */
export function constant(type: Type, bits: bigint, to: number[]): void {
  switch (type) {
    case I32: to.push(0x41); signed(BigInt.asIntN(32, bits), to); return;
    case I64: to.push(0x42); signed(BigInt.asIntN(64, bits), to); return;
    case F32: scratch.setUint32(0, Number(BigInt.asUintN(32, bits)), true); to.push(0x43, ...bytesOf(4)); return;
    case F64: scratch.setBigUint64(0, BigInt.asUintN(64, bits), true); to.push(0x44, ...bytesOf(8)); return;
    default: to.push(0xd0, type);
  }
}
const bytesOf = (count: number): number[] => [...new Uint8Array(scratch.buffer, 0, count)];

export const Kind = { func: 0, table: 1, memory: 2, global: 3 } as const;

interface Func { type: number; locals: readonly Type[]; body: number[] }
interface Limits { min: number; max: number }

/** A module in the making. Imported functions come first in the index space, so they are added first. */
export class ModuleWriter {
  private readonly types: Signature[] = [];
  private readonly typeIndices = new Map<string, number>();
  private readonly imports: { module: string; name: string; type: number }[] = [];
  private readonly funcs: (Func | undefined)[] = [];
  private readonly globals: { type: Type; mutable: boolean; init: number[] }[] = [];
  private readonly exports: { name: string; kind: number; index: number }[] = [];
  private readonly elements: number[][] = [];
  private readonly data: { bytes: Uint8Array; offset: number | null }[] = [];
  memory: Limits | null = null;
  table: Limits | null = null;

  type(signature: Signature): number {
    const key = `${signature.params.join()}:${signature.results.join()}`;
    let index = this.typeIndices.get(key);
    if (index === undefined) {
      this.typeIndices.set(key, index = this.types.length);
      this.types.push(signature);
    }
    return index;
  }
  /** The byte, or index, of a block's type. */
  blockType(signature: Signature, to: number[]): void {
    if (signature.params.length === 0 && signature.results.length < 2) to.push(signature.results[0] ?? 0x40);
    else signed(BigInt(this.type(signature)), to);
  }
  importFunc(module: string, name: string, signature: Signature): number {
    this.imports.push({ module, name, type: this.type(signature) });
    return this.imports.length - 1;
  }
  /** Room for a function, of which the body may come later. */
  declareFunc(signature: Signature): number {
    this.funcs.push({ type: this.type(signature), locals: [], body: [0x00, 0x0b] });
    return this.imports.length + this.funcs.length - 1;
  }
  define(index: number, locals: readonly Type[], body: number[]): void {
    const func = this.funcs[index - this.imports.length]!;
    func.locals = locals;
    func.body = body;
  }
  global(type: Type, mutable: boolean, init: bigint): number {
    const code: number[] = [];
    constant(type, init, code);
    this.globals.push({ type, mutable, init: code });
    return this.globals.length - 1;
  }
  export(name: string, kind: number, index: number): void { this.exports.push({ name, kind, index }); }
  /** Active at `offset` of the memory, or passive. */
  segment(bytes: Uint8Array, offset: number | null): number { return this.data.push({ bytes, offset }) - 1; }
  /** Functions for the table, from index 0. */
  element(funcs: number[]): void { this.elements.push(funcs); }

  bytes(): Uint8Array {
    const out = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    const section = (id: number, items: readonly (readonly number[])[]): void => {
      if (items.length === 0) return;
      const body = vector(items);
      out.push(id);
      unsigned(body.length, out);
      for (const b of body) out.push(b);
    };
    section(1, this.types.map((t) => [0x60, ...vector(t.params.map((p) => [p])), ...vector(t.results.map((r) => [r]))]));
    section(2, this.imports.map((i) => [...text(i.module), ...text(i.name), Kind.func, ...leb(i.type)]));
    section(3, this.funcs.map((f) => leb(f!.type)));
    section(4, this.table === null ? [] : [[FUNCREF, 1, ...leb(this.table.min), ...leb(this.table.max)]]);
    section(5, this.memory === null ? [] : [[1, ...leb(this.memory.min), ...leb(this.memory.max)]]);
    section(6, this.globals.map((g) => [g.type, g.mutable ? 1 : 0, ...g.init, 0x0b]));
    section(7, this.exports.map((e) => [...text(e.name), e.kind, ...leb(e.index)]));
    section(9, this.elements.map((funcs) => [0, 0x41, 0, 0x0b, ...vector(funcs.map(leb))]));
    if (this.data.length > 0) { out.push(12, leb(this.data.length).length); out.push(...leb(this.data.length)); }
    section(10, this.funcs.map((f) => {
      const body = [...vector(f!.locals.map((t) => [1, t]))];
      for (const b of f!.body) body.push(b);
      return prefixed(body);
    }));
    section(11, this.data.map((d) => {
      const head: number[] = [];
      if (d.offset === null) head.push(1);
      else { head.push(0); constant(I32, BigInt(d.offset), head); head.push(0x0b); }
      return [...head, ...leb(d.bytes.length), ...d.bytes];
    }));
    return Uint8Array.from(out);
  }
}

function leb(value: number): number[] {
  const out: number[] = [];
  unsigned(value, out);
  return out;
}
function prefixed(body: readonly number[]): number[] {
  const out = leb(body.length);
  for (const b of body) out.push(b);
  return out;
}
function vector(items: readonly (readonly number[])[]): number[] {
  const out = leb(items.length);
  for (const item of items) for (const b of item) out.push(b);
  return out;
}
const text = (s: string): number[] => prefixed([...new TextEncoder().encode(s)]);
