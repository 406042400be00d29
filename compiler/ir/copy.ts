// Copies of runs of nodes with all that is nested in them, for passes that repeat code.
import { Kind } from '../spec/types.js';
import { mapped } from './mapped.js';
import type { FunctionIR, Node, Region } from './node.js';
import { irOp } from './ops.js';

const BLOCK = irOp('block'), YIELD = irOp('yield'), RESULT = irOp('result');

/** One node without what it contains, with `value` of each operand and `target` of each way out. */
export function copyNode(fn: FunctionIR, n: Node, value: (n: Node) => Node, target: (n: Node) => Node): Node {
  const c = fn.node(n.op, n.kind, mapped(n.args, value));
  c.imm = n.imm;
  c.imm2 = n.imm2;
  c.aux = n.aux;
  c.flags = n.flags;
  c.local = n.local;
  if (n.edges !== null) c.edges = mapped(n.edges, (e) => ({ target: target(e.target), args: mapped(e.args, value) }));
  return c;
}

/** Results or parameters for `owner`, like those of another node. */
export function copyOwned(fn: FunctionIR, owned: readonly Node[], owner: Node): Node[] {
  return mapped(owned, (n, i) => {
    const c = fn.node(n.op, n.kind, []);
    c.owner = owner;
    c.imm = i;
    c.flags = n.flags;
    c.local = n.local;
    return c;
  });
}

/** A block around the loop, with its results, that copies leave it for. */
export function blockAround(fn: FunctionIR, loop: Node): Node {
  const block = fn.node(BLOCK, Kind.None, []), results = loop.results;
  if (results !== null) {
    block.results = results;
    loop.results = mapped(results, (r, i) => {
      const inner = fn.node(RESULT, r.kind, []);
      inner.owner = loop;
      inner.imm = i;
      inner.local = r.local;
      r.owner = block;
      return inner;
    });
  }
  const out = fn.node(YIELD, Kind.None, loop.results === null ? [] : [...loop.results]);
  block.regions = [{ nodes: [loop, out] }];
  return block;
}

/** Fills `to` with copies of `nodes`, and `copies` with what stands for which. What is nested may not be deep, nor hold tries. */
export function copyNodes(fn: FunctionIR, nodes: readonly Node[], copies: Map<Node, Node>, to: Node[]): void {
  const value = (n: Node): Node => copies.get(n) ?? n;
  for (const n of nodes) {
    const c = copyNode(fn, n, value, value);
    copies.set(n, c);
    if (n.results !== null) pair(copies, n.results, c.results = copyOwned(fn, n.results, c));
    if (n.params !== null) pair(copies, n.params, c.params = copyOwned(fn, n.params, c));
    if (n.regions !== null) {
      c.regions = mapped(n.regions, (r) => {
        const region: Region = { nodes: [] };
        copyNodes(fn, r.nodes, copies, region.nodes);
        return region;
      });
    }
    to.push(c);
  }
}

function pair(copies: Map<Node, Node>, from: readonly Node[], to: readonly Node[]): void {
  from.forEach((n, i) => { copies.set(n, to[i]); });
}
