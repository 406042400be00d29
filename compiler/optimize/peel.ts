// Loads that small loops repeat without changing anything: their first round is put in front of them, and what it loaded is kept.
//
// Compilers leave such loads where the language does not let them know that nothing comes in between, as the length and the start of arrays of
// AssemblyScript, or the rows of matrices in Rust. Native code pays a cycle for each; JavaScript a test of bounds too. As the first round is
// whole, nothing is loaded that was not loaded before, and in no other order.
import { Effect } from '../spec/opcode-row.js';
import { Kind } from '../spec/types.js';
import { blockAround, copyNodes } from '../ir/copy.js';
import { mapped } from '../ir/mapped.js';
import { Flag, type FunctionIR, type Node, type Region } from '../ir/node.js';
import { EFFECTS, opTable } from '../ir/op-classes.js';
import { effectsOf, irOp } from '../ir/ops.js';
import { isTerminator } from '../ir/terminators.js';
import { replaceLoops } from './replace-loops.js';
import { simplify } from './simplify.js';

const BLOCK = irOp('block'), IF = irOp('if'), BR = irOp('br'), YIELD = irOp('yield'), RESULT = irOp('result');
const LOAD = Effect.readMemory | Effect.trapMemory;
const ALLOWED = LOAD | Effect.trap | Effect.readGlobal;
const BRANCHES = opTable('br', 'br_if', 'br_table', 'yield');
const TRIES = opTable('try', 'try_table');

/** Nodes a body may have that become code, and blocks, which it is gone through by recursion. */
const MAX_BODY = 40;

/** What is known of one loop: the loads that every round that goes on has come by and whose address does not change. */
class Body {
  readonly loads: Node[] = [];
  private readonly loop: Node;
  private cost = 0;
  /** The nodes that are one behind the other on the way from the loop's start to where the walk is. */
  private readonly open: { region: Region; at: number }[] = [];
  /** By region: up to where it was gone through whenever a round went on. */
  private passed: Map<Region, number> | null = null;
  private readonly places = new Map<Node, { region: Region; at: number }>();
  private readonly inside = new Set<Node>();
  private readonly unchanging = new Set<Node>();

  constructor(loop: Node) { this.loop = loop; }

  /** False if there is nothing to gain, or the loop is none of those this is made for. */
  look(): boolean {
    if (!this.walk(this.loop.regions![0]) || this.passed === null) return false;
    for (const n of this.places.keys()) if (this.isUnchanging(n)) this.unchanging.add(n);
    // Those that only make addresses of others are not kept.
    const wanted = new Set<Node>();
    const want = (n: Node): void => {
      if (!this.unchanging.has(n) || wanted.has(n)) return;
      wanted.add(n);
      if (EFFECTS[n.op] === LOAD) this.loads.push(n); else n.args.forEach(want);
    };
    for (const n of this.inside) {
      if (this.unchanging.has(n)) continue;
      n.args.forEach(want);
      if (n.edges !== null) for (const e of n.edges) e.args.forEach(want);
    }
    return this.loads.length > 0;
  }

  private isUnchanging(n: Node): boolean {
    const { region, at } = this.places.get(n)!;
    if (n.kind !== Kind.I32 || at >= (this.passed!.get(region) ?? 0)) return false;
    const effects = effectsOf(n);
    return n.regions === null && (effects === 0 || (effects === LOAD && EFFECTS[n.op] === LOAD)) && n.args.every((a) => !this.defines(a) || this.unchanging.has(a));
  }
  /** Is the value made in the loop? */
  private defines(n: Node): boolean { return this.inside.has(n) || (n.owner !== null && (n.owner === this.loop || this.inside.has(n.owner))); }

  private walk(region: Region): boolean {
    const here = { region, at: 0 };
    this.open.push(here);
    for (const n of region.nodes) {
      this.inside.add(n);
      this.places.set(n, { region, at: here.at });
      if ((n.args.length > 0 || n.regions !== null) && ++this.cost > MAX_BODY) return false;
      if (n.regions !== null) {
        if (n.op !== BLOCK && n.op !== IF) return false;
        for (const inner of n.regions) if (!(this.leaves(inner) ? this.isSmall(inner) : this.walk(inner))) return false;
      } else if (BRANCHES[n.op] === 0 ? !isTerminator(n) && (effectsOf(n) & ~ALLOWED) !== 0 : n.edges !== null && n.edges.some((e) => e.target === this.loop)) {
        if (BRANCHES[n.op] === 0) return false;
        this.goesOn();
      }
      here.at++;
    }
    this.open.pop();
    return true;
  }

  private goesOn(): void {
    const way = new Map(this.open.map(({ region, at }) => [region, at]));
    if (this.passed !== null) for (const [region, at] of way) way.set(region, Math.min(at, this.passed.get(region) ?? 0));
    this.passed = way;
  }

  /** Does the region end the function or leave the loop, however it is gone through? What it does then does not matter to the loop. */
  private leaves(region: Region): boolean {
    const last = region.nodes[region.nodes.length - 1];
    return isTerminator(last) && last.regions === null && last.op !== YIELD
      && region.nodes.every((n) => n.regions === null && (n.edges === null || n.edges.every((e) => e.target !== this.loop && !this.inside.has(e.target))));
  }
  private isSmall(region: Region): boolean {
    for (const n of region.nodes) {
      this.inside.add(n);
      if (TRIES[n.op] !== 0 || (n.args.length > 0 && ++this.cost > MAX_BODY)) return false;
    }
    return true;
  }
}

/** What stands for the loop now. */
function peeled(fn: FunctionIR, loop: Node, loads: readonly Node[]): Node[] {
  const out = (loop.flags & Flag.noExit) === 0 ? blockAround(fn, loop) : null, first = fn.node(BLOCK, Kind.None, []), body = loop.regions![0];
  first.results = mapped([...loop.params!, ...loads], (n, i) => {
    const r = fn.node(RESULT, n.kind, []);
    r.owner = first;
    r.imm = i;
    r.local = n.local;
    return r;
  });
  const copies = new Map<Node, Node>([[loop, first]]);
  loop.params!.forEach((p, i) => copies.set(p, loop.args[i]));
  const nodes: Node[] = [], last = body.nodes[body.nodes.length - 1], falls = out !== null && last.op === YIELD;
  copyNodes(fn, falls ? body.nodes.slice(0, -1) : body.nodes, copies, nodes);
  if (falls) {
    const br = fn.node(BR, Kind.None, []);
    br.edges = [{ target: out!, args: mapped(last.args, (a) => copies.get(a) ?? a) }];
    nodes.push(br);
  }
  first.regions = [{ nodes }];
  const kept = mapped(loads, (n) => copies.get(n)!), results = first.results.slice(loop.params!.length);
  addArguments(nodes, first, kept);
  loop.args = first.results.slice(0, loop.params!.length);
  const instead = new Map<Node, Node>(loads.map((n, i) => [n, results[i]]));
  replace(body, instead);
  if (out === null) return [first, loop];
  out.regions![0].nodes.unshift(first);
  return [out];
}

function addArguments(nodes: readonly Node[], target: Node, more: readonly Node[]): void {
  for (const n of nodes) {
    if (n.edges !== null) for (const e of n.edges) if (e.target === target) e.args.push(...more);
    if (n.regions !== null) for (const r of n.regions) addArguments(r.nodes, target, more);
  }
}

function replace(region: Region, instead: ReadonlyMap<Node, Node>): void {
  const all = (args: Node[]): void => { for (let i = 0; i < args.length; i++) args[i] = instead.get(args[i]) ?? args[i]; };
  region.nodes = region.nodes.filter((n) => !instead.has(n));
  for (const n of region.nodes) {
    all(n.args);
    if (n.edges !== null) for (const e of n.edges) all(e.args);
    if (n.regions !== null) for (const r of n.regions) replace(r, instead);
  }
}

export function peelLoops(fn: FunctionIR): void {
  if (fn.vars.length > 0) return;
  const changed = replaceLoops(fn, (loop) => {
    const body = new Body(loop);
    return body.look() ? peeled(fn, loop, body.loads) : null;
  });
  // The first round knows what the loop begins with.
  if (changed) simplify(fn);
}
