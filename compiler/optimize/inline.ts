// Puts the bodies of small functions in place of calls to them, as engines do for wasm: a call costs JavaScript more
// (float arguments are boxed, second result words travel through registers), and the arguments' ranges
// then reach the body. Works on IR before lowering; the callee's own calls are left as they are.
//
// A small function that calls itself is put into itself a few times (recursion unrolled): most of its calls are left out then.
import { opId } from '../spec/opcodes.js';
import { isFloat, Kind } from '../spec/types.js';
import { resolve, type FunctionIR, type Node, type Region } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { mapped } from '../ir/mapped.js';

/** The optimised IR of a callee that is worth inlining, or null. It is only read. */
export type InlineCandidates = (funcIndex: number, inLoop: boolean) => FunctionIR | null;

const CALL = opId('call'), RETURN = opId('return'), BLOCK = opId('block'), LOOP = opId('loop'), BR = opId('br');
const YIELD = irOp('yield'), RESULT = irOp('result');
const NEVER: ReadonlySet<number> = new Set([LOOP, opId('try'), opId('try_table'), opId('return_call'), opId('return_call_indirect'), opId('return_call_ref'), opId('br_table')]);

const NEVER_IN_RECURSION: ReadonlySet<number> = new Set([...NEVER].filter((op) => op !== LOOP));

/** A callee may have this many nodes that become code: about what a call takes up itself, and more where arguments or
 * results are no single int32, which calls pass slowly. */
const MAX_CALLEE = 6, MAX_COSTLY_CALLEE = 14;
/** The same of functions with floats where they are called in a loop: SpiderMonkey boxes each float it passes. */
const MAX_FLOAT_CALLEE = 64;
/** What is larger is inlined in loops only. */
export const MAX_ANYWHERE = MAX_COSTLY_CALLEE;
/** A caller may grow by this many nodes, or to this multiple of its size, whichever is more. */
const MAX_GROWTH = 400, MAX_FACTOR = 1.5;

/** What the copies of a function in itself may add up to, and how often its body is gone through to add more. */
const MAX_UNROLLED = 56, MAX_ROUNDS = 3;

/** How much code a function would bring along, or Infinity when it may not be inlined. */
export function inlineCost(fn: FunctionIR): number {
  const isPlain = (kind: Kind): boolean => kind === Kind.I32 || kind === Kind.Ref;
  const limit = fn.params.every((p) => isPlain(p.kind)) && fn.results.every(isPlain) && fn.results.length <= 1 ? MAX_CALLEE
    : fn.params.some((p) => isFloat(p.kind)) || fn.results.some(isFloat) ? MAX_FLOAT_CALLEE : MAX_COSTLY_CALLEE;
  return fn.callees.includes(fn.index) ? Infinity : sizeOf(fn, limit, NEVER);
}

/** Nodes that become code, or Infinity if there are more than `limit` or the body cannot be copied. */
function sizeOf(fn: FunctionIR, limit: number, never: ReadonlySet<number>): number {
  if (fn.vars.length > 0) return Infinity;
  let cost = 0;
  const work: Region[] = [fn.body];
  for (let r = work.pop(); r !== undefined; r = work.pop()) {
    for (const n of r.nodes) {
      if (never.has(n.op)) return Infinity;
      if (n.args.length > 0 || n.regions !== null || n.edges !== null) cost += n.op === CALL ? 2 : 1;
      if (cost > limit) return Infinity;
      if (n.regions !== null) work.push(...n.regions);
    }
  }
  const last = fn.body.nodes[fn.body.nodes.length - 1];
  return last !== undefined && last.op === RETURN ? cost : Infinity;
}

/** Inlines calls in `fn`; true if there were any. */
export function inlineCalls(fn: FunctionIR, candidates: InlineCandidates): boolean {
  if (!fn.callees.some((callee) => callee !== fn.index && candidates(callee, true) !== null)) return false;
  return replaceCalls(fn, Math.max(MAX_GROWTH, fn.nodeCount * (MAX_FACTOR - 1)), (index, inLoop) => (index === fn.index ? null : candidates(index, inLoop)));
}

/** Does the function call itself, so that `unrollRecursion` might do something? */
export const isRecursive = (fn: FunctionIR): boolean => fn.callees.includes(fn.index);

/** Puts `body`, the same function optimised, in place of calls of `fn` to itself, as long as little comes of it. */
export function unrollRecursion(fn: FunctionIR, body: FunctionIR): void {
  let left = MAX_UNROLLED;
  const size = sizeOf(body, left, NEVER_IN_RECURSION);
  if (size === Infinity) return;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    left -= size * selfCalls(fn);
    if (left < 0 || !replaceCalls(fn, Infinity, (index) => (index === fn.index ? body : null))) return;
  }
}

function selfCalls(fn: FunctionIR): number {
  let count = 0;
  const work: Region[] = [fn.body];
  for (let r = work.pop(); r !== undefined; r = work.pop()) {
    for (const n of r.nodes) {
      if (n.op === CALL && n.imm === fn.index) count++;
      if (n.regions !== null) work.push(...n.regions);
    }
  }
  return count;
}

function replaceCalls(fn: FunctionIR, budget: number, candidates: InlineCandidates): boolean {
  let inlined = false;
  const work: Region[] = [fn.body], all: Region[] = [], inLoops = new Set<Region>();
  for (let region = work.pop(); region !== undefined; region = work.pop()) {
    all.push(region);
    const nodes = region.nodes, inLoop = inLoops.has(region);
    let out: Node[] | null = null;
    for (let k = 0; k < nodes.length; k++) {
      const n = nodes[k];
      if (n.regions !== null) {
        for (const inner of n.regions) {
          work.push(inner);
          if (inLoop || n.op === LOOP) inLoops.add(inner);
        }
      }
      const callee = n.op === CALL && budget > 0 ? candidates(n.imm, inLoop) : null;
      if (callee === null) { out?.push(n); continue; }
      out ??= nodes.slice(0, k);
      budget -= callee.nodeCount;
      inlined = true;
      const values = splice(fn, callee, mapped(n.args, resolve), out);
      if (n.results !== null) n.results.forEach((r, i) => { r.forward = values[i]; });
      else if (values.length === 1) n.forward = values[0];
    }
    if (out !== null) region.nodes = out;
  }
  if (inlined) for (const region of all) for (const n of region.nodes) resolveOperands(n);
  return inlined;
}

function resolveAll(args: Node[]): void {
  // Few are replaced, and only these are written: a write is told to the collector of garbage.
  for (let i = 0; i < args.length; i++) if (args[i].forward !== null) args[i] = resolve(args[i]);
}
function resolveOperands(n: Node): void {
  resolveAll(n.args);
  if (n.edges !== null) for (const e of n.edges) resolveAll(e.args);
}

/** Copies the callee's body to the end of `out` and returns its results there. */
function splice(fn: FunctionIR, callee: FunctionIR, args: Node[], out: Node[]): Node[] {
  const copy = new Map<Node, Node>();
  callee.params.forEach((p, i) => copy.set(p, args[i]));
  const body = callee.body.nodes, last = body[body.length - 1];
  if (!returnsInside(body)) {
    copyNodes(fn, body.slice(0, -1), copy, null, out);
    return mapped(last.args, (a) => copy.get(a)!);
  }
  const block = fn.node(BLOCK, Kind.None, []);
  block.results = mapped(callee.results, (kind, i) => {
    const r = fn.node(RESULT, kind, []);
    r.owner = block;
    r.imm = i;
    return r;
  });
  const region: Region = { nodes: [] };
  block.regions = [region];
  copyNodes(fn, body.slice(0, -1), copy, block, region.nodes);
  region.nodes.push(fn.node(YIELD, Kind.None, mapped(last.args, (a) => copy.get(a)!)));
  out.push(block);
  return block.results;
}

/** Is there a return other than the one at the end? */
function returnsInside(body: readonly Node[]): boolean {
  const work: Region[] = [];
  for (const n of body) if (n.regions !== null) work.push(...n.regions);
  for (let r = work.pop(); r !== undefined; r = work.pop()) {
    for (const n of r.nodes) {
      if (n.op === RETURN) return true;
      if (n.regions !== null) work.push(...n.regions);
    }
  }
  return false;
}

/** Callees are small, so this may recurse. `exit` is the block that returns lead to. */
function copyNodes(fn: FunctionIR, nodes: readonly Node[], copy: Map<Node, Node>, exit: Node | null, out: Node[]): void {
  const values = (list: readonly Node[]): Node[] => mapped(list, (a) => copy.get(a)!);
  for (const n of nodes) {
    if (n.op === RETURN) {
      const br = fn.node(BR, Kind.None, []);
      br.edges = [{ target: exit!, args: values(n.args) }];
      out.push(br);
      continue;
    }
    const c = fn.node(n.op, n.kind, values(n.args));
    copy.set(n, c);
    c.imm = n.imm;
    c.imm2 = n.imm2;
    c.aux = n.aux;
    c.flags = n.flags;
    if (n.results !== null) c.results = copyOwned(fn, n.results, c, copy);
    if (n.params !== null) c.params = copyOwned(fn, n.params, c, copy);
    if (n.edges !== null) c.edges = mapped(n.edges, (e) => ({ target: copy.get(e.target)!, args: values(e.args) }));
    if (n.regions !== null) {
      c.regions = mapped(n.regions, (r) => {
        const region: Region = { nodes: [] };
        copyNodes(fn, r.nodes, copy, exit, region.nodes);
        return region;
      });
    }
    out.push(c);
  }
}

/** Results or parameters of `owner`. */
function copyOwned(fn: FunctionIR, owned: readonly Node[], owner: Node, copy: Map<Node, Node>): Node[] {
  return mapped(owned, (n) => {
    const x = fn.node(n.op, n.kind, []);
    x.owner = owner;
    x.imm = n.imm;
    copy.set(n, x);
    return x;
  });
}
