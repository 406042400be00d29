// Random modules for what binaryen's fuzzer is weak in: a stack machine is walked at random, so that values lie below
// blocks and branches, blocks take and give several values, tables of branches mix loops and blocks, and effects of all kinds
// meet in one expression. Loops and calls use up fuel, so every program ends.
//
// JavaScript engines may change the bits of a NaN, so by default each float operation is followed by a call that replaces NaN; in
// programs with `nans` there are NaNs, but nothing that would show their bits.
import { F32, F64, I32, I64, Kind, ModuleWriter, type Signature, type Type } from './encode.js';
import { FunctionGenerator } from './function.js';
import { Random } from './random.js';
import { edgeBits } from './values.js';

/** How likely what is; which of these a program has is part of its chance. */
export interface Profile {
  name: string;
  /** Percent of values that are i32, i64, f32; the rest are f64. */
  types: readonly [number, number, number];
  /** Weights of steps. */
  steps: Readonly<Record<StepName, number>>;
  nans: boolean;
  /** Percent of operations that may trap and are written without a guard. */
  raw: number;
  length: number;
}
export type StepName = 'leaf' | 'operation' | 'block' | 'loop' | 'if' | 'br' | 'brIf' | 'brTable' | 'return' | 'call' | 'callIndirect' | 'tailCall' | 'local' | 'global' | 'load' | 'store'
  | 'memory' | 'select' | 'drop' | 'log' | 'unreachable' | 'ladder';

const BASE: Record<StepName, number> = {
  leaf: 8, operation: 20, block: 4, loop: 3, if: 4, br: 1, brIf: 5, brTable: 1, return: 1, call: 4, callIndirect: 1, tailCall: 1, local: 12, global: 5, load: 5, store: 6, memory: 1, select: 3,
  drop: 2, log: 2, unreachable: 1, ladder: 1,
};
const MIXED = [40, 30, 10] as const;
const PROFILES: readonly Profile[] = [
  { name: 'mixed', types: MIXED, steps: BASE, nans: false, raw: 10, length: 14 },
  { name: 'control', types: [60, 20, 5], steps: { ...BASE, block: 12, loop: 7, if: 9, br: 5, brIf: 14, brTable: 6, return: 2, ladder: 5, local: 16 }, nans: false, raw: 4, length: 12 },
  { name: 'i64', types: [20, 76, 2], steps: { ...BASE, operation: 40 }, nans: false, raw: 8, length: 18 },
  { name: 'effects', types: [50, 30, 10], steps: { ...BASE, call: 12, global: 14, load: 14, store: 14, memory: 4, log: 6, callIndirect: 3, drop: 1 }, nans: false, raw: 25, length: 18 },
  { name: 'floats', types: [10, 10, 40], steps: { ...BASE, operation: 40 }, nans: true, raw: 10, length: 16 },
  { name: 'words', types: [92, 4, 2], steps: { ...BASE, operation: 45, select: 8 }, nans: false, raw: 8, length: 20 },
  { name: 'calls', types: MIXED, steps: { ...BASE, call: 22, callIndirect: 8, tailCall: 5, return: 4 }, nans: false, raw: 8, length: 12 },
];

export interface Program {
  bytes: Uint8Array;
  profile: string;
  /** Signature of each export `f0`, `f1`, …, for making arguments. */
  signatures: Signature[];
}

/** Types, functions and the rest that the bodies of a program refer to. */
export class Environment {
  readonly r: Random;
  readonly writer = new ModuleWriter();
  readonly profile: Profile;
  /** Signature of every function by index. */
  readonly signatures: Signature[] = [];
  readonly globals: { index: number; type: Type; mutable: boolean }[] = [];
  readonly logs = new Map<Type, number>();
  /** Functions that replace NaN, by type. */
  readonly clean = new Map<Type, number>();
  fuel = 0;
  /** Imported functions any body may call. */
  hosts: number[] = [];
  readonly tableSize = 16;
  tableFuncs: number[] = [];
  segments = 0;

  constructor(r: Random, profile: Profile) {
    this.r = r;
    this.profile = profile;
  }
  type(): Type {
    const k = this.r.below(100), [i, l, f] = this.profile.types;
    return k < i ? I32 : k < i + l ? I64 : k < i + l + f ? F32 : F64;
  }
  types(low: number, high: number): Type[] { return Array.from({ length: this.r.between(low, high) }, () => this.type()); }
  signature(): Signature {
    const { r } = this;
    return { params: this.types(0, r.chance(10) ? 9 : 4), results: this.types(r.chance(30) ? 0 : 1, r.chance(25) ? 4 : 1) };
  }
}

const IMPORTS: readonly [name: string, signature: Signature][] = [
  ['host1', { params: [I32], results: [I32] }],
  ['host2', { params: [I64, F64], results: [I64, I32] }],
  ['host3', { params: [], results: [F32, I64, F64, I32] }],
  ['poke', { params: [I32, I32], results: [] }],
  ['grow', { params: [], results: [I32] }],
  ['again', { params: [I32], results: [I32] }],
  ['fail', { params: [I32], results: [I64] }],
];

export function randomProgram(seed: number): Program {
  const r = new Random(seed), profile = r.pick(PROFILES);
  const env = new Environment(r, profile), { writer, signatures } = env;
  const imported = (name: string, signature: Signature): number => {
    signatures.push(signature);
    return writer.importFunc('env', name, signature);
  };
  for (const [type, name] of [[I32, 'i32'], [I64, 'i64'], [F32, 'f32'], [F64, 'f64']] as const) env.logs.set(type, imported(`log_${name}`, { params: [type], results: [] }));
  env.hosts = IMPORTS.map(([name, signature]) => imported(name, signature));

  writer.memory = { min: r.pick([1, 1, 1, 2]), max: r.pick([1, 3, 4]) };
  writer.memory.max = Math.max(writer.memory.min, writer.memory.max);
  writer.export('memory', Kind.memory, 0);
  for (let k = r.between(1, 3); k > 0; k--) writer.segment(r.bytes(r.between(1, 80)), r.chance(70) ? r.below(256) : null);
  writer.segment(r.bytes(40), null);
  env.segments = 2;
  env.fuel = writer.global(I32, true, 60n);
  writer.export('fuel', Kind.global, env.fuel);
  for (let k = r.between(3, 8); k > 0; k--) {
    const type = env.type(), mutable = r.chance(85);
    const index = writer.global(type, mutable, edgeBits(r, type));
    writer.export(`g${env.globals.length}`, Kind.global, index);
    env.globals.push({ index, type, mutable });
  }
  const declare = (signature: Signature): number => {
    signatures.push(signature);
    return writer.declareFunc(signature);
  };
  defineCleaners(env, declare);

  const small = r.between(2, 4), large = r.between(2, 5);
  const exported: Signature[] = [], own: number[] = [];
  for (let k = 0; k < small + large; k++) {
    const signature = env.signature();
    own.push(declare(signature));
  }
  env.tableFuncs = Array.from({ length: r.between(2, env.tableSize) }, () => r.pick(own));
  writer.table = { min: env.tableSize, max: env.tableSize };
  writer.element(env.tableFuncs);
  own.forEach((index, k) => {
    const generator = new FunctionGenerator(env, index, [...env.hosts, ...own.slice(0, k)], k < small);
    generator.generate(k < small ? r.between(1, 4) : r.between(profile.length >> 1, profile.length * 2));
    writer.define(index, generator.locals.slice(signatures[index].params.length), generator.code);
    writer.export(`f${k}`, Kind.func, index);
    exported.push(signatures[index]);
  });
  return { bytes: writer.bytes(), profile: profile.name, signatures: exported };
}

/** `x == x ? x : 0` for both float types. */
function defineCleaners(env: Environment, declare: (signature: Signature) => number): void {
  for (const type of [F32, F64]) {
    const index = declare({ params: [type], results: [type] });
    const zero = type === F32 ? [0x43, 0, 0, 0, 0] : [0x44, 0, 0, 0, 0, 0, 0, 0, 0];
    env.writer.define(index, [], [0x20, 0, ...zero, 0x20, 0, 0x20, 0, type === F32 ? 0x5b : 0x61, 0x1b, 0x0b]);
    env.clean.set(type, index);
  }
}
