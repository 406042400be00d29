// Repeats the bodies of small loops over floats, each with its way out, as engines do for WebAssembly and not for JavaScript. What is saved
// is the check for interrupts, a jump and moves per round, which in loops of some 20 instructions is a tenth.
import { Effect } from '../spec/opcode-row.js';
import { Kind } from '../spec/types.js';
import { opId } from '../spec/opcodes.js';
import { blockAround, copyNode } from '../ir/copy.js';
import type { FunctionIR, Node } from '../ir/node.js';
import { mapped } from '../ir/mapped.js';
import { effectsOf, irOp } from '../ir/ops.js';
import { replaceLoops } from './replace-loops.js';

const YIELD = irOp('yield'), BR = irOp('br'), BR_IF = irOp('br_if');
const EQZ = opId('i32.eqz');
const FLOAT_ACCESSES = new Set([opId('f32.load'), opId('f64.load'), opId('f32.store'), opId('f64.store')]);

const same = (n: Node): Node => n;

const COPIES = 4;
/** Nodes a body may have that become code. */
const MAX_BODY = 14;
const ALLOWED = Effect.readMemory | Effect.writeMemory | Effect.trapMemory | Effect.trap;

/** Does the body go on at its end: by a branch, or by a condition in front of a `yield`? The nodes before that, or -1. */
function lengthOf(loop: Node, nodes: readonly Node[]): number {
  const last = nodes[nodes.length - 1], before = nodes[nodes.length - 2];
  if (last.op === BR && last.edges![0].target === loop) return nodes.length - 1;
  return last.op === YIELD && before !== undefined && before.op === BR_IF && before.edges![0].target === loop ? nodes.length - 2 : -1;
}

function isWorthIt(loop: Node, nodes: readonly Node[], length: number): boolean {
  let cost = 0, touchesFloats = false;
  for (let i = 0; i < length; i++) {
    const n = nodes[i];
    if (n.regions !== null || n.results !== null) return false;
    if (n.op === BR_IF ? n.edges![0].target === loop : (effectsOf(n) & ~ALLOWED) !== 0 || n.edges !== null) return false;
    if (n.args.length > 0) cost++;
    if (FLOAT_ACCESSES.has(n.op)) touchesFloats = true;
  }
  return touchesFloats && cost <= MAX_BODY;
}

/** What stands for the loop now. */
function unrolled(fn: FunctionIR, loop: Node, length: number): Node {
  const region = loop.regions![0], body = region.nodes.slice(0, length), ends = region.nodes.slice(length);
  const [back] = ends, isConditional = back.op === BR_IF, out: Node[] = [];
  const block = isConditional ? blockAround(fn, loop) : null;
  const copies = new Map<Node, Node>(), value = (n: Node): Node => copies.get(n) ?? n;
  for (let k = 0; k < COPIES; k++) {
    for (const n of body) {
      const c = k === 0 ? n : copyNode(fn, n, value, same);
      if (k > 0) copies.set(n, c);
      out.push(c);
    }
    if (k === COPIES - 1) break;
    if (block !== null) {
      const stays = fn.node(EQZ, Kind.I32, [value(back.args[0])]), leaves = fn.node(BR_IF, Kind.None, [stays]);
      leaves.edges = [{ target: block, args: mapped(ends[1].args, value) }];
      out.push(stays, leaves);
    }
    const next = mapped(back.edges![0].args, value);
    loop.params!.forEach((p, i) => copies.set(p, next[i]));
  }
  for (const n of ends) out.push(copyNode(fn, n, value, same));
  region.nodes = out;
  return block ?? loop;
}

export function unrollLoops(fn: FunctionIR): void {
  replaceLoops(fn, (loop) => {
    const { nodes } = loop.regions![0], length = lengthOf(loop, nodes);
    return length > 0 && isWorthIt(loop, nodes, length) ? [unrolled(fn, loop, length)] : null;
  });
}
