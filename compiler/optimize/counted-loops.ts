// Loops of one straight round that go on while a counter has not come to its end, taken apart: what a round increases, how many
// rounds there will be, and operations that only compute. Passes that do rounds of such loops all at once build on it; the loop
// stays as it is for what is left.
import { Kind } from '../spec/types.js';
import { opId } from '../spec/opcodes.js';
import type { FunctionIR, Node } from '../ir/node.js';
import { opTable } from '../ir/op-classes.js';
import { irOp } from '../ir/ops.js';
import { compared, Relation, SWAPPED } from './conditions.js';

const I32_CONST = opId('i32.const'), ADD = opId('i32.add'), SUB = opId('i32.sub'), MUL = opId('i32.mul'), SELECT = opId('select');
const BR_IF = irOp('br_if'), YIELD = irOp('yield'), LOOP_PARAM = irOp('loop.param');
const LT = opId('i32.lt_s'), GT = opId('i32.gt_s'), LT_U = opId('i32.lt_u'), GT_U = opId('i32.gt_u'), LE = opId('i32.le_s'), GE = opId('i32.ge_s'), LE_U = opId('i32.le_u'), GE_U = opId('i32.ge_u');
const IS_PURE = opTable('i32.const', 'f64.const', 'i32.add', 'i32.sub', 'i32.eqz', 'i32.eq', 'i32.ne', 'i32.lt_s', 'i32.lt_u', 'i32.gt_s', 'i32.gt_u', 'i32.le_s', 'i32.le_u', 'i32.ge_s', 'i32.ge_u');

/** Bytes a round may step by, and nodes of a loop that is looked at. */
const MOST_BYTES = 1024, MOST_NODES = 100;
/** Stores that take as long as the call of a method of typed arrays, on all engines. */
const MANY_STORES = 160;

/** Addresses that a round covers without a gap: the offset of the first, and how many they are. */
export interface Span { start: number; bytes: number }
export interface Access { offset: number; width: number }

export interface Place { param: Node; base: Node | null }
export const isSamePlace = (a: Place | null, b: Place | null): boolean => a !== null && b !== null && a.param === b.param && a.base === b.base;

/** Is it one round without branches, with the way back at its end? */
export function isStraight(loop: Node): boolean {
  const { nodes } = loop.regions![0], { length } = nodes;
  return length >= 5 && length <= MOST_NODES && nodes[length - 1].op === YIELD && nodes[length - 2].op === BR_IF && nodes[length - 2].edges![0].target === loop;
}

export class CountedLoop {
  /** What a round does besides computing, in order. */
  readonly accesses: Node[] = [];
  /** In front of the loop. */
  protected readonly before: Node[] = [];
  private readonly fn: FunctionIR;
  protected readonly loop: Node;
  private readonly inside: ReadonlySet<Node>;
  private readonly branch: Node;

  constructor(fn: FunctionIR, loop: Node) {
    const { nodes } = loop.regions![0];
    this.fn = fn;
    this.loop = loop;
    this.branch = nodes[nodes.length - 2];
    this.inside = new Set(nodes);
  }

  /** Does it nothing but compute and those accesses? */
  protected isMadeOf(isAccess: Uint8Array): boolean {
    const { nodes } = this.loop.regions![0];
    for (let i = 0; i < nodes.length - 2; i++) {
      if (isAccess[nodes[i].op] !== 0) this.accesses.push(nodes[i]);
      else if (IS_PURE[nodes[i].op] === 0) return false;
    }
    return this.accesses.length > 0;
  }

  /** An address that is a param, or the sum of one and of what does not change. */
  protected place(n: Node): Place | null {
    if (this.isParam(n)) return { param: n, base: null };
    if (n.op !== ADD) return null;
    const [a, b] = n.args;
    if (this.isParam(a) && this.isInvariant(b)) return { param: a, base: b };
    return this.isParam(b) && this.isInvariant(a) ? { param: b, base: a } : null;
  }
  /** The place in the first round. */
  protected first({ param, base }: Place): Node {
    const initial = this.loop.args[param.imm];
    return base === null ? initial : this.make(ADD, [initial, base]);
  }
  private isParam(n: Node): boolean { return n.op === LOOP_PARAM && n.owner === this.loop; }
  /** Is the value the same in all rounds? */
  protected isInvariant(n: Node): boolean { return !this.inside.has(n) && n.owner !== this.loop; }

  /** What each param is increased by in a round; null if one is not. */
  protected steps(): number[] | null {
    const steps: number[] = [], next = this.branch.edges![0].args;
    for (const [k, n] of next.entries()) {
      const p = this.loop.params![k];
      if (p.kind !== Kind.I32 && n !== p) return null;
      if (n === p) steps.push(0);
      else if ((n.op === ADD || n.op === SUB) && n.args[0] === p && n.args[1].op === I32_CONST) steps.push(n.op === ADD ? n.args[1].imm | 0 : -n.args[1].imm | 0);
      else return null;
    }
    return steps;
  }

  /** What the accesses cover, if that is `bytes` in a row. */
  protected covered(accesses: readonly Access[], bytes: number): Span | null {
    if (bytes < 1 || bytes > MOST_BYTES) return null;
    const sorted = accesses.map(({ offset, width }) => [offset, offset + width]).sort((a, b) => a[0] - b[0]), start = sorted[0][0];
    let end = start;
    for (const [from, to] of sorted) {
      if (from > end) return null;
      end = Math.max(end, to);
    }
    return end - start === bytes ? { start: start | 0, bytes } : null;
  }

  /** The operation that does rounds, with what it needs to know how many there are; null if that cannot be told. */
  protected rounds(op: number, args: readonly Node[], stores: number, steps: readonly number[]): Node | null {
    const left = this.left(steps);
    if (left === null) return null;
    return this.make(op, [...args, left.remaining, this.constant(left.step), this.constant(Math.ceil(MANY_STORES / stores))]);
  }

  /** What takes the place of the loop when `rounds` gives how many are done. */
  protected after(rounds: Node, steps: readonly number[]): readonly Node[] {
    this.loop.args = this.loop.args.map((initial, k) => {
      if (steps[k] === 0) return initial;
      return this.make(ADD, [initial, steps[k] === 1 ? rounds : this.make(MUL, [rounds, this.constant(steps[k])])]);
    });
    return [...this.before, this.loop];
  }

  /**
   * How far what the loop is continued by is from where that ends, and by how much a round brings it nearer: as many rounds as
   * bring it not all the way are not the last.
   */
  private left(steps: readonly number[]): { remaining: Node; step: number } | null {
    const next = this.branch.edges![0].args;
    let { left: counter, right: limit, relation } = compared(this.branch.args[0], true);
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
    else if (!this.isInvariant(to)) return null;
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

  protected make(op: number, args: Node[]): Node {
    const n = this.fn.node(op, Kind.I32, args);
    this.before.push(n);
    return n;
  }
  protected constant(value: number): Node {
    const c = this.make(I32_CONST, []);
    c.imm = value;
    return c;
  }
}
