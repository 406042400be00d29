// The region tree of a function as one flat sequence, in evaluation order. Bodies nest thousands deep, so every pass
// of structuring walks this array forwards or backwards instead of recursing, and the index of an item is its
// position in time for live ranges.
import { Node, resolve, type FunctionIR, type Region } from '../ir/node.js';
import { irOp } from '../ir/ops.js';

/** What an item says: the node itself, or where the regions of a control node begin, change and end. */
export const Item = { node: 0, enter: 1, next: 2, leave: 3 } as const;

const YIELD = irOp('yield'), BR_TABLE = irOp('br_table');

const NOTHING = new Node(-1, YIELD, 0, []);

export class Sequence {
  readonly nodes: Node[] = [];
  items = new Uint8Array(1);
  length = 0;

  push(node: Node, item: number): void {
    const at = this.length++;
    if (at >= this.items.length) {
      const grown = new Uint8Array(at * 2);
      grown.set(this.items);
      this.items = grown;
    }
    this.nodes[at] = node;
    this.items[at] = item;
  }
  /** Puts nodes before the items at some places. */
  insert(before: ReadonlyMap<number, readonly Node[]>): void {
    const nodes = this.nodes.slice(0, this.length), items = this.items.slice(0, this.length);
    this.length = 0;
    for (let at = 0; at < nodes.length; at++) {
      for (const n of before.get(at) ?? []) this.push(n, Item.node);
      this.push(nodes[at], items[at]);
    }
  }
  /** Forgets all items from `length` on, so that their nodes do not outlive the function's turn: one that is left behind keeps all of its
   * function alive until some other is as long. */
  shorten(length: number): void {
    const { nodes } = this;
    if (length === 0 && this.length > 1 << 14) nodes.length = 0; else for (let i = length; i < this.length; i++) nodes[i] = NOTHING;
    this.length = length;
  }
}

function resolveAll(args: Node[]): void {
  for (let i = 0; i < args.length; i++) if (args[i].forward !== null) args[i] = resolve(args[i]);
}

/** Fills `to` with the items of `fn`. Arguments that were replaced are resolved on the way,
 * and control nodes, `yield` and `br_table` get the control node around them as `owner`. */
export function sequence(fn: FunctionIR, to: Sequence): void {
  to.shorten(0);
  const regions: Region[] = [], indices: number[] = [], owners: (Node | null)[] = [], turns: number[] = [];
  let region = fn.body, index = 0, owner: Node | null = null, turn = 0;
  for (;;) {
    if (index === region.nodes.length) {
      if (owner === null) return;
      if (++turn < owner.regions!.length) {
        to.push(owner, Item.next);
        region = owner.regions![turn];
        index = 0;
        continue;
      }
      to.push(owner, Item.leave);
      region = regions.pop()!;
      index = indices.pop()!;
      owner = owners.pop()!;
      turn = turns.pop()!;
      continue;
    }
    const n: Node = region.nodes[index++];
    if (n.forward !== null) continue;
    resolveAll(n.args);
    if (n.edges !== null) for (const e of n.edges) resolveAll(e.args);
    if (n.regions === null) {
      if (n.op === YIELD || n.op === BR_TABLE) n.owner = owner;
      to.push(n, Item.node);
      continue;
    }
    n.owner = owner;
    to.push(n, Item.enter);
    regions.push(region);
    indices.push(index);
    owners.push(owner);
    turns.push(turn);
    owner = n;
    region = n.regions[0];
    index = 0;
    turn = 0;
  }
}
