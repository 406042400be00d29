// Executes a FunctionIR, for tests: what a pass does must not change what this observes (results, traps, memory, calls).
import { Kind } from '../../compiler/spec/types.js';
import { OPCODES } from '../../compiler/spec/opcodes.js';
import type { FunctionIR, Node, Region } from '../../compiler/ir/node.js';
import { irOpName } from '../../compiler/ir/ops.js';
import { Trap, f32Bits, f64Bits, numeric, type Value } from './numeric.js';

export class OutOfFuel extends Error {}

export interface Outcome { results: Value[] | null; trap: string | null; memory: Uint8Array; trace: string[] }

class Branch {
  readonly target: Node;
  readonly args: Value[];
  constructor(target: Node, args: Value[]) { this.target = target; this.args = args; }
}
class Return {
  readonly args: Value[];
  constructor(args: Value[]) { this.args = args; }
}

const cache = new Map<number, ReturnType<typeof numeric>>();
function numericOp(op: number): ReturnType<typeof numeric> {
  if (!cache.has(op)) cache.set(op, numeric(irOpName(op)));
  return cache.get(op);
}

export class Machine {
  readonly values = new Map<Node, Value>();
  readonly memory: Uint8Array;
  readonly trace: string[] = [];
  readonly vars: Value[] = [];
  readonly globals = new Map<number, Value>();
  fuel: number;
  constructor(memory: Uint8Array, fuel = 2000) {
    this.memory = memory.slice();
    this.fuel = fuel;
  }

  run(fn: FunctionIR, args: Value[]): Outcome {
    fn.params.forEach((p, i) => this.values.set(p, args[i]));
    let results: Value[] | null = null, trap: string | null = null;
    try {
      const end = this.region(fn.body);
      if (end instanceof Return) results = end.args;
    } catch (e) {
      if (!(e instanceof Trap)) throw e;
      trap = e.message;
    }
    return { results, trap, memory: this.memory, trace: this.trace };
  }

  private get(n: Node): Value {
    if (!this.values.has(n)) throw new Error(`v${n.id} has no value`);
    return this.values.get(n)!;
  }
  private all(ns: readonly Node[]): Value[] { return ns.map((n) => this.get(n)); }

  /** How the region ends: its yield's values, a branch under way, or a return. */
  private region(r: Region): Value[] | Branch | Return {
    for (const n of r.nodes) {
      if (--this.fuel < 0) throw new OutOfFuel();
      const end = this.node(n);
      if (end !== null) return end;
    }
    throw new Error('a region ran out');
  }

  private node(n: Node): Value[] | Branch | Return | null {
    const name = irOpName(n.op);
    switch (name) {
      case 'yield': return this.all(n.args);
      case 'return': return new Return(this.all(n.args));
      case 'unreachable': throw new Trap('unreachable');
      case 'br': return new Branch(n.edges![0].target, this.all(n.edges![0].args));
      case 'br_if': return this.get(n.args[0]) !== 0 ? new Branch(n.edges![0].target, this.all(n.edges![0].args)) : null;
      case 'br_table': {
        const table = n.aux as Int32Array, i = (this.get(n.args[0]) as number) >>> 0;
        const e = n.edges![table[Math.min(i, table.length - 1)]];
        return new Branch(e.target, this.all(e.args));
      }
      case 'block': return this.leave(n, this.region(n.regions![0]));
      case 'if': return this.leave(n, this.region(n.regions![this.get(n.args[0]) !== 0 ? 0 : 1]));
      case 'loop': {
        let args = this.all(n.args);
        for (;;) {
          if (--this.fuel < 0) throw new OutOfFuel();
          n.params!.forEach((p, i) => this.values.set(p, args[i]));
          const end = this.region(n.regions![0]);
          if (end instanceof Branch && end.target === n) { args = end.args; continue; }
          return this.leave(n, end);
        }
      }
      default: {
        const v = this.value(n, name);
        if (v !== undefined) this.values.set(n, v);
        return null;
      }
    }
  }
  private leave(n: Node, end: Value[] | Branch | Return): Branch | Return | null {
    if (end instanceof Return) return end;
    if (end instanceof Branch && end.target !== n) return end;
    const values = end instanceof Branch ? end.args : end;
    n.results?.forEach((r, i) => this.values.set(r, values[i]));
    return null;
  }

  private value(n: Node, name: string): Value | undefined {
    const a = this.all(n.args);
    const f = numericOp(n.op);
    if (f !== undefined) return f(...a);
    switch (name) {
      case 'i32.const': return n.imm;
      case 'i64.const': return (BigInt(n.imm2) << 32n) | BigInt(n.imm >>> 0);
      case 'f32.const': return n.imm >>> 0;
      case 'f64.const': return BigInt.asUintN(64, (BigInt(n.imm2) << 32n) | BigInt(n.imm >>> 0));
      case 'select': return a[2] !== 0 ? a[0] : a[1];
      case 'var.get': return this.vars[n.imm];
      case 'var.set': this.vars[n.imm] = a[0]; return undefined;
      case 'global.get': return this.globals.get(n.imm) ?? defaultOf(n.kind);
      case 'global.set': this.globals.set(n.imm, a[0]); this.trace.push(`global ${n.imm} = ${a[0]}`); return undefined;
      case 'call': {
        this.trace.push(`call ${n.imm}(${a.join(', ')})`);
        const hash = a.reduce<number>((h, v) => (Math.imul(h, 31) + Number(BigInt.asIntN(32, BigInt(v ?? 0)))) | 0, n.imm + this.trace.length);
        n.results?.forEach((r, i) => this.values.set(r, ofKind(r.kind, hash + i)));
        return n.kind === Kind.None ? undefined : ofKind(n.kind, hash);
      }
    }
    const width = OPCODES[n.op]?.width ?? 0;
    if (width > 0) return this.access(n, name, width, a);
    throw new Error(`the interpreter does not know ${name}`);
  }

  private access(n: Node, name: string, width: number, a: Value[]): Value | undefined {
    const address = Number(typeof a[0] === 'bigint' ? BigInt.asUintN(64, a[0]) : (a[0] as number) >>> 0) + n.imm;
    if (address + width > this.memory.length) throw new Trap('memory');
    if (name.includes('store')) {
      let bits = BigInt.asUintN(64, BigInt(a[1] as bigint));
      for (let i = 0; i < width; i++) { this.memory[address + i] = Number(bits & 255n); bits >>= 8n; }
      return undefined;
    }
    let bits = 0n;
    for (let i = width - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(this.memory[address + i]);
    if (n.kind === Kind.F32) return Number(bits);
    if (n.kind === Kind.F64) return bits;
    const signed = name.endsWith('_s') || (n.kind === Kind.I32 ? width === 4 : width === 8);
    const v = signed ? BigInt.asIntN(width * 8, bits) : bits;
    return n.kind === Kind.I32 ? Number(v) : v;
  }
}

function defaultOf(kind: Kind): Value { return kind === Kind.I64 || kind === Kind.F64 ? 0n : 0; }
function ofKind(kind: Kind, x: number): Value {
  switch (kind) {
    case Kind.I64: return BigInt(x) * 0x1_0000_0001n;
    case Kind.F32: return f32Bits(Math.fround(x));
    case Kind.F64: return f64Bits(x);
    default: return x | 0;
  }
}

/** Do two outcomes look the same? NaNs are equal unless `exactNaN`. */
export function sameOutcome(a: Outcome, b: Outcome, fn: FunctionIR): string | null {
  if (a.trap !== b.trap) return `trap ${a.trap} / ${b.trap}`;
  if (a.trace.join('\n') !== b.trace.join('\n')) return `trace\n${a.trace.join('\n')}\n/\n${b.trace.join('\n')}`;
  if (Buffer.compare(a.memory, b.memory) !== 0) return 'memory';
  if (a.results === null || b.results === null) return a.results === b.results ? null : 'one did not return';
  for (let i = 0; i < a.results.length; i++) {
    if (a.results[i] !== b.results[i]) return `result ${i} (kind ${fn.results[i]}): ${a.results[i]} / ${b.results[i]}`;
  }
  return null;
}
