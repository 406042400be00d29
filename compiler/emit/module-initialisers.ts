// Constant expressions: initial values of globals and tables, entries of element segments, offsets of active segments. Nearly
// all are one constant or one reference; these and integer arithmetic on constants become text here. What else the spec
// allows (GC allocation, arithmetic on imported globals) goes the way of functions and is called once.
import { InstructionReader } from '../decode/instruction.js';
import { f32FromBits, f64FromBits } from '../ir/float-bits.js';
import type { Instruction } from '../spec/instruction.js';
import type { Module, Range } from '../spec/module.js';
import { opId } from '../spec/opcodes.js';
import { I64, Kind, kindOf, type ValType } from '../spec/types.js';
import type { EmitEnv } from './env.js';
import { numberLiteral } from './literals.js';

/** A value in JavaScript: text of its words, to be evaluated in order, and the bits if they are known. */
export interface Initial {
  kind: Kind;
  words: readonly string[];
  bits: readonly number[] | undefined;
}

/** What initialisers refer to. */
export interface InitialiserScope {
  /** A global's value; its bits too if they are known. */
  globalValue(index: number): Initial;
  funcRecord(index: number): string;
  helper: EmitEnv['helper'];
  /** NaNs that are not canonical are objects (runtime/nan.ts). */
  exactNaNs: boolean;
  /** Text of a call of a function compiled from the expression. */
  compiled(range: Range, type: ValType): string;
}

const numberOf = (lo: number, hi: number): bigint => (BigInt(hi) << 32n) | BigInt(lo >>> 0);
const pair = (x: bigint): [number, number] => [Number(BigInt.asIntN(32, x)), Number(BigInt.asIntN(32, x >> 32n))];

const integer = (kind: Kind, ...bits: number[]): Initial => ({ kind, words: bits.map(String), bits });
const reference = (text: string): Initial => ({ kind: Kind.Ref, words: [text], bits: undefined });

/** Floats of NaN bits other than the canonical ones come from their bits. */
function float(kind: Kind, lo: number, hi: number, scope: InitialiserScope): Initial {
  const x = kind === Kind.F32 ? f32FromBits(lo) : f64FromBits(lo, hi);
  const bits = kind === Kind.F32 ? [lo] : [lo, hi];
  if (x === x) return { kind, words: [numberLiteral(x)], bits };
  const canonical = kind === Kind.F32 ? lo === 0x7fc00000 : lo === 0 && hi === 0x7ff80000;
  const make = scope.exactNaNs ? ['nanF32', 'nanF64'] : ['f32FromBits', 'f64FromBits'];
  return { kind, bits, words: [canonical ? 'NaN' : `${scope.helper(make[kind === Kind.F32 ? 0 : 1])}(${bits.join()})`] };
}

type Binary = (a: bigint, b: bigint) => bigint;
const I32_ARITHMETIC = new Map<number, Binary>([
  [opId('i32.add'), (a, b) => a + b], [opId('i32.sub'), (a, b) => a - b], [opId('i32.mul'), (a, b) => a * b],
]);
const I64_ARITHMETIC = new Map<number, Binary>([
  [opId('i64.add'), (a, b) => a + b], [opId('i64.sub'), (a, b) => a - b], [opId('i64.mul'), (a, b) => a * b],
]);
const OP = {
  i32: opId('i32.const'), i64: opId('i64.const'), f32: opId('f32.const'), f64: opId('f64.const'), v128: opId('v128.const'),
  global: opId('global.get'), func: opId('ref.func'), null: opId('ref.null'), end: opId('end'),
};

export class Initialisers {
  readonly #module: Module;
  readonly #scope: InitialiserScope;
  readonly #reader: InstructionReader;

  constructor(m: Module, scope: InitialiserScope) {
    this.#module = m;
    this.#scope = scope;
    this.#reader = new InstructionReader(m.bytes);
  }

  /** The value of a (validated) constant expression of a type. */
  value(range: Range, type: ValType): Initial {
    return this.#simple(range) ?? this.#compiled(range, type);
  }

  #simple(range: Range): Initial | undefined {
    const r = this.#reader;
    r.reset(range.start, range.end);
    const stack: Initial[] = [];
    for (;;) {
      r.read(this.#module.types);
      const i = r.instruction;
      if (i.op.id === OP.end) return stack.length === 1 ? stack[0] : undefined;
      const value = this.#leaf(i) ?? this.#folded(i, stack);
      if (value === undefined) return undefined;
      stack.push(value);
    }
  }

  #leaf(i: Instruction): Initial | undefined {
    switch (i.op.id) {
      case OP.i32: return integer(Kind.I32, i.lo);
      case OP.i64: return integer(Kind.I64, i.lo, i.hi);
      case OP.f32: return float(Kind.F32, i.lo, 0, this.#scope);
      case OP.f64: return float(Kind.F64, i.lo, i.hi, this.#scope);
      case OP.v128: {
        const b = i.bytes as Uint8Array;
        const view = new DataView(b.buffer, b.byteOffset, 16);
        return integer(Kind.V128, ...[0, 4, 8, 12].map((at) => view.getInt32(at, true)));
      }
      case OP.global: return this.#scope.globalValue(i.index);
      case OP.func: return reference(this.#scope.funcRecord(i.index));
      case OP.null: return reference('null');
      default: return undefined;
    }
  }

  /** Integer arithmetic on constants. */
  #folded(i: Instruction, stack: Initial[]): Initial | undefined {
    const op32 = I32_ARITHMETIC.get(i.op.id);
    const op = op32 ?? I64_ARITHMETIC.get(i.op.id);
    if (op === undefined || stack.length < 2) return undefined;
    const b = stack.pop()?.bits;
    const a = stack.pop()?.bits;
    if (a === undefined || b === undefined) return undefined;
    if (op32 !== undefined) return integer(Kind.I32, Number(BigInt.asIntN(32, op32(BigInt(a[0]), BigInt(b[0])))));
    return integer(Kind.I64, ...pair(op(numberOf(a[0], a[1]), numberOf(b[0], b[1]))));
  }

  #compiled(range: Range, type: ValType): Initial {
    const words = [this.#scope.compiled(range, type)];
    const more = type === I64 ? 1 : kindOf(type) === Kind.V128 ? 3 : 0;
    for (let k = 0; k < more; k++) words.push(`${this.#scope.helper('R')}[${k}]`);
    return { kind: kindOf(type), words, bits: undefined };
  }
}
