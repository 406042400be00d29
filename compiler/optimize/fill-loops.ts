// Loops that only fill memory with one byte, as `memset` of modules built without bulk memory is one: all rounds but the last
// are done by the method of typed arrays, at a tenth of the time.
//
// It is the number of rounds that is computed, and the loop stays as it is for what is left: the last round, few rounds, and
// those that would leave the memory, which trap where they always did.
import { Kind } from '../spec/types.js';
import { opId } from '../spec/opcodes.js';
import type { FunctionIR, Node } from '../ir/node.js';
import { opTable } from '../ir/op-classes.js';
import { irOp } from '../ir/ops.js';
import { compared, Relation, SWAPPED } from './conditions.js';
import { replaceLoops } from './replace-loops.js';

const I32_CONST = opId('i32.const'), F64_CONST = opId('f64.const'), ADD = opId('i32.add'), SUB = opId('i32.sub'), MUL = opId('i32.mul'), AND = opId('i32.and'), LOAD8 = opId('i32.load8_u');
const STORE8 = opId('i32.store8'), STORE16 = opId('i32.store16'), STORE = opId('i32.store'), STORE_FLOAT = opId('f64.store');
const BR_IF = irOp('br_if'), YIELD = irOp('yield'), FILL = irOp('fill.rounds'), SELECT = opId('select'), LOOP_PARAM = irOp('loop.param');
const LT = opId('i32.lt_s'), GT = opId('i32.gt_s'), LT_U = opId('i32.lt_u'), GT_U = opId('i32.gt_u'), LE = opId('i32.le_s'), GE = opId('i32.ge_s'), LE_U = opId('i32.le_u'), GE_U = opId('i32.ge_u');
const IS_STORE = opTable('i32.store8', 'i32.store16', 'i32.store', 'f64.store');
const IS_PURE = opTable('i32.const', 'f64.const', 'i32.add', 'i32.sub', 'i32.eqz', 'i32.eq', 'i32.ne', 'i32.lt_s', 'i32.lt_u', 'i32.gt_s', 'i32.gt_u', 'i32.le_s', 'i32.le_u', 'i32.ge_s', 'i32.ge_u');
const WIDTH = new Map([[STORE8, 1], [STORE16, 2], [STORE, 4], [STORE_FLOAT, 8]]);

/** Bytes a round may fill, and nodes of a loop that is looked at. */
const MOST_BYTES = 1024, MOST_NODES = 100;
/** That take as long as the call of a method, on all engines. */
const MANY_STORES = 160;

/** A byte that a store writes to all its places: of a constant, or a value whose low byte it is. */
function byteOf(store: Node): Node | number | null {
  const value = store.args[1];
  if (value.op === F64_CONST) return value.imm === value.imm2 ? uniform(value.imm, 4) : null;
  if (value.op === I32_CONST) return uniform(value.imm, WIDTH.get(store.op)!);
  if (store.op === STORE8) return value;
  const [byte, repeat] = value.args;
  const isByte = value.op === MUL && repeat.op === I32_CONST && (byte.op === LOAD8 || (byte.op === AND && byte.args[1].op === I32_CONST && (byte.args[1].imm & ~255) === 0));
  return isByte && (repeat.imm === 0x01010101 || (repeat.imm === 0x0101 && store.op === STORE16)) ? value : null;
}
function uniform(word: number, bytes: number): number | null {
  const byte = word & 255;
  for (let k = 1; k < Math.min(bytes, 4); k++) if (((word >>> (8 * k)) & 255) !== byte) return null;
  return byte;
}

class FillLoop {
  private readonly fn: FunctionIR;
  private readonly loop: Node;
  /** In front of the loop. */
  private readonly before: Node[] = [];

  constructor(fn: FunctionIR, loop: Node) {
    this.fn = fn;
    this.loop = loop;
  }

  /** What takes the place of the loop, or null. */
  replace(): readonly Node[] | null {
    const { nodes } = this.loop.regions![0], branch = nodes[nodes.length - 2];
    if (nodes.length < 5 || nodes.length > MOST_NODES || nodes[nodes.length - 1].op !== YIELD || branch.op !== BR_IF || branch.edges![0].target !== this.loop) return null;
    const stores: Node[] = [], inside = new Set<Node>(nodes);
    for (let i = 0; i < nodes.length - 2; i++) {
      if (IS_STORE[nodes[i].op] !== 0) stores.push(nodes[i]);
      else if (IS_PURE[nodes[i].op] === 0) return null;
    }
    if (stores.length === 0) return null;
    const steps = this.steps(branch.edges![0].args);
    if (steps === null) return null;
    const at = stores[0].args[0];
    if (at.op !== LOOP_PARAM || at.owner !== this.loop) return null;
    const bytes = steps[at.imm], start = this.filled(stores, at, bytes), fill = byteOf(stores[0]);
    if (start === null || fill === null) return null;
    const value = typeof fill === 'number' ? this.constant(fill) : fill;
    if (inside.has(value) || value.owner === this.loop) return null;
    const left = this.left(branch.args[0], branch.edges![0].args, steps, inside);
    if (left === null) return null;
    const rounds = this.make(FILL, [this.loop.args[at.imm], this.constant(start), value, left.remaining, this.constant(left.step), this.constant(Math.ceil(MANY_STORES / stores.length))]);
    rounds.imm = bytes;
    rounds.imm2 = stores[0].imm2;
    this.loop.args = this.loop.args.map((initial, k) => {
      if (steps[k] === 0) return initial;
      return this.make(ADD, [initial, steps[k] === 1 ? rounds : this.make(MUL, [rounds, this.constant(steps[k])])]);
    });
    return [...this.before, this.loop];
  }

  /** What each param is increased by in a round; null if one is not. */
  private steps(next: readonly Node[]): number[] | null {
    const steps: number[] = [];
    for (const [k, n] of next.entries()) {
      const p = this.loop.params![k];
      if (p.kind !== Kind.I32 && n !== p) return null;
      if (n === p) steps.push(0);
      else if ((n.op === ADD || n.op === SUB) && n.args[0] === p && n.args[1].op === I32_CONST) steps.push(n.op === ADD ? n.args[1].imm | 0 : -n.args[1].imm | 0);
      else return null;
    }
    return steps;
  }

  /** The least offset, if the stores write one byte to all of `bytes` places from there on. */
  private filled(stores: readonly Node[], at: Node, bytes: number): number | null {
    if (bytes < 1 || bytes > MOST_BYTES) return null;
    const first = byteOf(stores[0]);
    if (first === null || stores.some((s) => s.args[0] !== at || s.imm2 !== stores[0].imm2)) return null;
    for (const s of stores) {
      const byte = byteOf(s);
      // The low byte of the product is the byte that is stored alone.
      if (byte !== first && !(typeof byte !== 'number' && typeof first !== 'number' && byte !== null && lowByte(byte) === lowByte(first))) return null;
    }
    const sorted = stores.map((s) => [s.imm >>> 0, (s.imm >>> 0) + WIDTH.get(s.op)!]).sort((a, b) => a[0] - b[0]);
    const start = sorted[0][0];
    let end = start;
    for (const [from, to] of sorted) {
      if (from > end) return null;
      end = Math.max(end, to);
    }
    return end - start === bytes ? start | 0 : null;
  }

  /**
   * How far what the loop is continued by is from where that ends, and by how much a round brings it nearer: as many rounds as
   * bring it not all the way are not the last.
   */
  private left(condition: Node, next: readonly Node[], steps: readonly number[], inside: ReadonlySet<Node>): { remaining: Node; step: number } | null {
    let { left: counter, right: limit, relation } = compared(condition, true);
    let k = next.indexOf(counter);
    if (k < 0 && limit !== null) {
      k = next.indexOf(limit);
      [counter, limit, relation] = [limit, counter, SWAPPED[relation]];
    }
    if (k < 0 || steps[k] === 0) return null;
    const up = steps[k] > 0, initial = this.loop.args[k];
    let to = limit;
    if (to === null) to = this.constant(0);
    else if (to.op === I32_CONST) to = this.constant(to.imm);
    else if (inside.has(to) || to.owner === this.loop) return null;
    const distance = (): Node => (up ? this.make(SUB, [to, initial]) : this.make(SUB, [initial, to]));
    const where = (op: number, n: Node): Node => this.make(SELECT, [n, this.constant(0), this.make(op, [initial, to])]);
    const step = Math.abs(steps[k]);
    switch (relation) {
      case Relation.ne: return { remaining: distance(), step };
      case Relation.lt: return up ? { remaining: where(LT, distance()), step } : null;
      case Relation.ltU: return up ? { remaining: where(LT_U, distance()), step } : null;
      case Relation.gt: return up ? null : { remaining: where(GT, distance()), step };
      case Relation.gtU: return up ? null : { remaining: where(GT_U, distance()), step };
      // One more; of the greatest distance that is 0, which is none.
      case Relation.le: return up ? { remaining: where(LE, this.make(ADD, [distance(), this.constant(1)])), step } : null;
      case Relation.leU: return up ? { remaining: where(LE_U, this.make(ADD, [distance(), this.constant(1)])), step } : null;
      case Relation.ge: return up ? null : { remaining: where(GE, this.make(ADD, [distance(), this.constant(1)])), step };
      case Relation.geU: return up ? null : { remaining: where(GE_U, this.make(ADD, [distance(), this.constant(1)])), step };
      default: return null;
    }
  }

  private make(op: number, args: Node[]): Node {
    const n = this.fn.node(op, Kind.I32, args);
    this.before.push(n);
    return n;
  }
  private constant(value: number): Node {
    const c = this.make(I32_CONST, []);
    c.imm = value;
    return c;
  }
}
const lowByte = (n: Node): Node => {
  const x = n.op === MUL ? n.args[0] : n;
  return x.op === AND ? x.args[0] : x;
};

export function fillLoops(fn: FunctionIR): void {
  if (fn.vars.length > 0) return;
  replaceLoops(fn, (loop) => new FillLoop(fn, loop).replace());
}
