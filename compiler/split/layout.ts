// A function laid out flat for splitting: every node with its position in evaluation order, where it ends, how large it is
// and in which region it stands; every value with where it is defined and used last. A stretch of a region is then an interval
// of positions, its size a difference, and what crosses its border a comparison of positions.
import { caughtBy, clausesOf, isTry } from '../ir/catches.js';
import { resolve, type FunctionIR, type Node, type Region } from '../ir/node.js';
import { opTable } from '../ir/op-classes.js';
import { effectsOf, irOp } from '../ir/ops.js';
import { Effect } from '../spec/opcode-row.js';
import { bytesOf } from './size.js';

/** They are written where they are used, so they cross no border. */
export const IS_CONSTANT = opTable('i32.const', 'f32.const', 'f64.const', 'ref.null', 'ref.func');
const IF = irOp('if'), LOOP = irOp('loop'), BR_TABLE = irOp('br_table'), TRY = irOp('try'), RETURN = irOp('return'), YIELD = irOp('yield');
const READS_REGISTER = opTable('ret.i32', 'ret.f64', 'ret.ref'), SETS_REGISTER = opTable('set.ret.i32', 'set.ret.f64', 'set.ret.ref');
const NEVER_GOES_ON = opTable('unreachable', 'throw', 'throw_ref', 'rethrow');

/** How often code runs, as a guess: in a loop, in an arm of an `if`, on the way to a trap. */
const LOOP_FACTOR = 8, ARM_FACTOR = 0.5, COLD_FACTOR = 0.01;

/** One region, by number. */
export interface LaidRegion {
  region: Region;
  /** Positions of its nodes, and its end. */
  positions: number[];
  /** How many of them a run may take: not the `yield`, which says what falling out of this very region means. */
  cuttable: number;
  end: number;
  /** Position of the control node it belongs to, -1 for the body. */
  owner: number;
  /** How often it is run, relative to the function. */
  frequency: number;
  /** Inside the body of a try, where a handler may see what variables were set to. */
  guarded: boolean;
  /** Indices of its first and last control node, -1 if it has none. */
  firstControl: number;
  lastControl: number;
}

export class Layout {
  readonly fn: FunctionIR;
  readonly nodes: Node[] = [];
  readonly regions: LaidRegion[] = [];
  /** By position: where the node's regions end, and the bytes of all nodes before. */
  readonly end: Int32Array;
  readonly before: Float64Array;
  /** By position: 1 if nothing may be cut right before it, as it belongs to what is before. */
  private readonly glued: Int32Array;
  /** By id: position of the definition, -1 for parameters; position of the last use, -1 for none. */
  readonly defined: Int32Array;
  readonly lastUse: Int32Array;
  /** Number of values alive across the border before a position. */
  readonly crossing: Int32Array;

  /** `together`: nodes that must stay with the one before them. */
  constructor(fn: FunctionIR, together: ReadonlySet<Node>) {
    this.fn = fn;
    this.defined = new Int32Array(fn.nodeCount).fill(-1);
    this.lastUse = new Int32Array(fn.nodeCount).fill(-1);
    this.end = new Int32Array(fn.nodeCount);
    this.before = new Float64Array(fn.nodeCount + 1);
    this.walk();
    const count = this.nodes.length;
    this.glued = new Int32Array(count + 1);
    this.glue(together);
    this.crossing = new Int32Array(count + 1);
    for (const n of this.nodes) this.count(n);
    for (let at = 1; at <= count; at++) this.crossing[at] += this.crossing[at - 1];
  }

  bytes(start: number, end: number): number { return this.before[end] - this.before[start]; }
  mayCut(at: number): boolean { return this.glued[at] === 0; }

  private walk(): void {
    const { nodes, end, before, regions } = this;
    const open: { laid: LaidRegion; index: number; turn: number }[] = [];
    const enter = (region: Region, owner: number, around: LaidRegion | null, turn: number): LaidRegion => {
      const laid: LaidRegion = { region, positions: [], cuttable: 0, end: 0, owner, frequency: this.frequency(region, owner, around), guarded: around?.guarded ?? false, firstControl: -1, lastControl: -1 };
      if (owner >= 0 && turn === 0 && isTry(nodes[owner].op)) laid.guarded = true;
      regions.push(laid);
      return laid;
    };
    open.push({ laid: enter(this.fn.body, -1, null, 0), index: 0, turn: 0 });
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const { laid } = top;
      if (top.index === laid.region.nodes.length) {
        laid.end = nodes.length;
        laid.cuttable = laid.positions.length - (nodes[laid.positions[laid.positions.length - 1]].op === YIELD ? 1 : 0);
        const owner = laid.owner < 0 ? null : nodes[laid.owner];
        open.pop();
        if (owner === null) continue;
        const next = top.turn + 1, around = open[open.length - 1].laid;
        if (next < owner.regions!.length) open.push({ laid: enter(owner.regions![next], laid.owner, around, next), index: 0, turn: next });
        else end[laid.owner] = nodes.length;
        continue;
      }
      const n = laid.region.nodes[top.index++];
      if (n.forward !== null) continue;
      const at = nodes.length;
      laid.positions.push(at);
      nodes.push(n);
      end[at] = at + 1;
      before[at + 1] = before[at] + bytesOf(n, this.fn);
      this.visit(n, at);
      if (n.regions === null) continue;
      laid.lastControl = laid.positions.length - 1;
      if (laid.firstControl < 0) laid.firstControl = laid.lastControl;
      if (n.regions.length > 0) open.push({ laid: enter(n.regions[0], at, laid, 0), index: 0, turn: 0 });
    }
  }

  private visit(n: Node, at: number): void {
    const { defined } = this;
    defined[n.id] = at;
    if (n.results !== null) for (const r of n.results) defined[r.id] = at;
    if (n.params !== null) for (const p of n.params) defined[p.id] = at;
    for (const clause of clausesOf(n)) for (const c of caughtBy(clause)) defined[c.id] = at;
    this.uses(n.args, at);
    if (n.edges !== null) for (const e of n.edges) this.uses(e.args, at);
  }
  private uses(args: Node[], at: number): void {
    for (let i = 0; i < args.length; i++) this.lastUse[(args[i] = resolve(args[i])).id] = at;
  }

  /** Code behind the end of a block that only `br_table` leads to is one of many; code that ends in a trap hardly ever runs. */
  private frequency(region: Region, owner: number, around: LaidRegion | null): number {
    if (around === null) return 1;
    const { op } = this.nodes[owner];
    let f = around.frequency;
    if (op === LOOP) f *= LOOP_FACTOR;
    else if (op === IF) f *= ARM_FACTOR;
    else if (op === TRY && region !== this.nodes[owner].regions![0]) f *= COLD_FACTOR;
    const last = region.nodes.at(-1);
    return op === IF && last !== undefined && NEVER_GOES_ON[last.op] !== 0 ? f * COLD_FACTOR : f;
  }

  /** How often the code of a region from `index` on is run: it may come behind a block that others jump out of. */
  frequencyAt(laid: LaidRegion, index: number): number {
    if (laid.firstControl < 0 || laid.firstControl >= index) return laid.frequency;
    const { positions } = laid;
    if (laid.lastControl < index && NEVER_GOES_ON[this.nodes[positions[positions.length - 1]].op] !== 0) return laid.frequency * COLD_FACTOR;
    return laid.frequency / (this.rungs.get(laid.owner) ?? 1);
  }

  /** By position of a block that is a case of a `br_table`: how many cases there are. */
  readonly rungs = new Map<number, number>();
  private count(n: Node): void {
    if (n.op === BR_TABLE && n.edges!.length > 2) {
      for (const { target } of n.edges!) {
        const at = this.defined[target.id];
        if (target.op !== LOOP && !this.rungs.has(at)) this.rungs.set(at, n.edges!.length);
      }
    }
    if (IS_CONSTANT[n.op] !== 0) return;
    if (n.kind !== 0) this.alive(n);
    if (n.results !== null) for (const r of n.results) this.alive(r);
    if (n.params !== null) for (const p of n.params) this.alive(p);
  }
  private alive(v: Node): void {
    const from = this.defined[v.id], to = this.lastUse[v.id];
    if (to <= from) return;
    this.crossing[from + 1]++;
    this.crossing[to + 1]--;
  }

  /** Result words wait in the registers from the call to where they are read, and from where they are set to the return. */
  private glue(together: ReadonlySet<Node>): void {
    const { nodes, glued } = this;
    let call = -1, set = -1;
    const hold = (from: number, to: number): void => { if (to > from) { glued[from + 1]++; glued[to + 1]--; } };
    for (let at = 0; at < nodes.length; at++) {
      const n = nodes[at];
      if (READS_REGISTER[n.op] !== 0) hold(call, at);
      else if (SETS_REGISTER[n.op] !== 0) { if (set < 0) set = at; } else if (effectsOf(n) & (Effect.call | Effect.writeReg)) call = at;
      else if (n.op === RETURN && set >= 0) { hold(set, at); set = -1; }
      if (together.has(n)) hold(at - 1, at);
    }
    for (let at = 1; at < glued.length; at++) glued[at] += glued[at - 1];
  }
}
