// Puts the loads of a loop beside the sums they go into, and keeps V8 from doing all of them first. It takes what has no effect as
// free to move, and so puts the f32 loads of a loop without stores at its start and the arithmetic behind them; beyond the 15
// registers each loaded value is then stored and loaded again.
//
// Sums that a round carries on are brought into the order of their steps, each with what it adds right before it. A store nobody reads,
// every eight loads where nothing loaded is waited for, holds V8 to that order: one instruction, and JavaScript expressions do not
// reach across it.
import { Kind } from '../spec/types.js';
import { opId } from '../spec/opcodes.js';
import { Effect } from '../spec/opcode-row.js';
import type { FunctionIR, Node, Region } from '../ir/node.js';
import { effectsOf, irOp } from '../ir/ops.js';
import { countReads } from './reads.js';

const LOAD = opId('f32.load'), LOOP = opId('loop'), BARRIER = irOp('barrier');

/** Loads in a row without effects from which on it is worth while, and between two barriers. */
const MANY = 16, EVERY = 8;
/** Floats that may be under way at a barrier, besides loads: sums. */
const OPEN = 8;

/** What may be put into another order: all that traps does so alike. */
const MOVABLE = Effect.readMemory | Effect.trapMemory;
const isFloat = (n: Node): boolean => n.kind === Kind.F32 || n.kind === Kind.F64;

/** The run with the steps of what is carried into it in order, by their number, and the rest where it is first needed. */
function reordered(run: readonly Node[]): Node[] {
  const inRun = new Set(run), steps = new Map<Node, number>();
  for (const n of run) {
    if (!isFloat(n)) continue;
    let most = -1;
    for (const a of n.args) if (isFloat(a)) most = Math.max(most, inRun.has(a) ? steps.get(a) ?? -1 : 0);
    if (most >= 0) steps.set(n, most + 1);
  }
  const out: Node[] = [], done = new Set<Node>();
  const place = (root: Node): void => {
    const stack = [root];
    for (let n = stack.at(-1); n !== undefined; n = stack.at(-1)) {
      const missing = done.has(n) ? undefined : n.args.find((a) => inRun.has(a) && !done.has(a));
      if (missing !== undefined) { stack.push(missing); continue; }
      stack.pop();
      if (!done.has(n)) { done.add(n); out.push(n); }
    }
  };
  for (const n of [...steps.keys()].sort((a, b) => steps.get(a)! - steps.get(b)!)) place(n);
  run.forEach(place);
  return out;
}

/** Where in a run of nodes barriers go: behind how many of its nodes. */
function places(run: readonly Node[], isUsedAfter: (n: Node) => boolean): number[] {
  const last = new Map<Node, number>();
  run.forEach((n, at) => {
    last.set(n, isUsedAfter(n) ? Infinity : at);
    for (const a of n.args) if (last.has(a) && last.get(a)! < at) last.set(a, at);
  });
  const found: number[] = [], open = new Set<Node>();
  let loads = 0, left = run.filter((n) => n.op === LOAD).length;
  run.forEach((n, at) => {
    if (isFloat(n)) open.add(n);
    for (const a of n.args) if (last.get(a) === at) open.delete(a);
    if (n.op === LOAD) { loads++; left--; }
    if (loads < EVERY || left < EVERY || open.size > OPEN || run[at + 1]?.args.includes(n)) return;
    for (const o of open) if (o.op === LOAD) return;
    found.push(at + 1);
    loads = 0;
  });
  return found;
}

/** The nodes of a run in a better order, with barriers among them. */
function withBarriers(fn: FunctionIR, before: readonly Node[], reads: Int32Array): Node[] {
  const run = reordered(before);
  const inside = new Map<Node, number>(), out: Node[] = [];
  for (const n of run) for (const a of n.args) inside.set(a, (inside.get(a) ?? 0) + 1);
  let from = 0;
  for (const at of places(run, (n) => (inside.get(n) ?? 0) < reads[n.id])) {
    out.push(...run.slice(from, at), fn.node(BARRIER, Kind.None, []));
    from = at;
  }
  out.push(...run.slice(from));
  return out;
}

/** Does the loop have so many sums that they go into an array, in order (structure/accumulators.ts)? */
const keepsSums = (loop: Node): boolean => loop.params!.filter((p) => p.kind === Kind.F32).length >= MANY;

export function addBarriers(fn: FunctionIR): void {
  let reads: Int32Array | null = null;
  const regions: { region: Region; inLoop: boolean }[] = [{ region: fn.body, inLoop: false }];
  for (let next = regions.pop(); next !== undefined; next = regions.pop()) {
    const { region, inLoop } = next, { nodes } = region;
    let from = 0, loads = 0, out: Node[] | null = null;
    for (let at = 0; at <= nodes.length; at++) {
      const n = at < nodes.length ? nodes[at] : null;
      if (n !== null && (effectsOf(n) & ~MOVABLE) === 0) {
        if (n.op === LOAD) loads++;
        continue;
      }
      if (inLoop && loads >= MANY) {
        reads ??= countReads(fn);
        out = [...(out ?? nodes.slice(0, from)), ...withBarriers(fn, nodes.slice(from, at), reads)];
      } else if (out !== null) out.push(...nodes.slice(from, at));
      if (n !== null) {
        out?.push(n);
        if (n.regions !== null) for (const r of n.regions) regions.push({ region: r, inLoop: n.op === LOOP ? !keepsSums(n) : inLoop });
      }
      from = at + 1;
      loads = 0;
    }
    if (out !== null) region.nodes = out;
  }
}
