// Which addresses are known to be multiples of 2, 4 or 8, from how they are computed: output for interpreters and of shared memories goes through typed arrays, which know only such
// addresses, and then need not test them. What a loop carries is as aligned as what it starts with and what every way back gives it, and what
// a block or `if` gives as what comes to its end.
import { irOp } from '../ir/ops.js';
import { truncate } from '../ir/truncate.js';
import type { Node } from '../ir/node.js';
import { opId } from '../spec/opcodes.js';
import { destinations } from '../structure/uses.js';
import { Item, type Sequence } from '../structure/sequence.js';

const CONST = irOp('i32.const'), PARAM = irOp('loop.param'), RESULT = irOp('result'), LOOP = irOp('loop'), YIELD = irOp('yield');
const ADD = opId('i32.add'), SUB = opId('i32.sub'), MUL = opId('i32.mul'), SHL = opId('i32.shl'), AND = opId('i32.and'), OR = opId('i32.or'), XOR = opId('i32.xor');
const SELECT = opId('select');
/** Nothing is accessed by more than 8 bytes. */
const MOST = 3;
/** Operations that are looked through. */
const MAX_DEPTH = 8;

export class Alignment {
  /** Of merges: how many of the lowest bits are zero. */
  private readonly carried = new Map<Node, number>();
  private readonly sources: [Node, Node][] = [];

  plan(seq: Sequence): void {
    this.carried.clear();
    const { sources } = this;
    truncate(sources, 0);
    for (let at = 0; at < seq.length; at++) {
      const n = seq.nodes[at], item = seq.items[at];
      if (item !== Item.node && item !== Item.enter) continue;
      if (n.op === LOOP) this.merge(n.params, n.args);
      else if (n.op === YIELD && n.owner !== null) this.merge(n.owner.results, n.args);
      if (n.edges !== null) for (const e of n.edges) this.merge(destinations(e.target), e.args);
    }
    for (const [to] of sources) if (!this.carried.has(to)) this.carried.set(to, MOST);
    // Down from the best that could be, until nothing contradicts it.
    for (let changed = true; changed;) {
      changed = false;
      for (const [to, from] of sources) {
        const zeros = this.zeros(from, 0);
        if (zeros < this.carried.get(to)!) {
          this.carried.set(to, zeros);
          changed = true;
        }
      }
    }
  }

  private merge(to: readonly Node[] | null, from: readonly Node[]): void {
    if (to === null) return;
    // Edges of operations that bring values of their own do not match.
    for (let i = 0; i < to.length; i++) if (from.length === to.length) this.sources.push([to[i], from[i]]); else this.carried.set(to[i], 0);
  }

  /** How many of the lowest bits of the address are known to be zero, up to three. */
  of(address: Node): number { return this.zeros(address, 0); }

  private zeros(n: Node, depth: number): number {
    if (depth > MAX_DEPTH) return 0;
    switch (n.op) {
      case CONST: return trailing(n.imm);
      case PARAM: case RESULT: return this.carried.get(n) ?? 0;
      case ADD: case SUB: case OR: case XOR: case SELECT: return Math.min(this.zeros(n.args[0], depth + 1), this.zeros(n.args[1], depth + 1));
      case AND: return Math.max(this.zeros(n.args[0], depth + 1), this.zeros(n.args[1], depth + 1));
      case MUL: return Math.min(MOST, this.zeros(n.args[0], depth + 1) + this.zeros(n.args[1], depth + 1));
      case SHL: return n.args[1].op === CONST ? Math.min(MOST, (n.args[1].imm & 31) + this.zeros(n.args[0], depth + 1)) : this.zeros(n.args[0], depth + 1);
      default: return 0;
    }
  }
}

const trailing = (x: number): number => ((x & 1) !== 0 ? 0 : (x & 2) !== 0 ? 1 : (x & 4) !== 0 ? 2 : MOST);
