// Takes ladders apart. Go compiles a function to one loop around one br_table over all places where it may go on, with all its code behind
// the blocks around that: whatever is taken out leads to every other place, and all of it hangs on the table. Groups of rungs get a table
// of their own instead,
//
//   block c { block b { block a { br_table a b c } …a… } …b… } …c…
//
//   block c { block g (which) { br_table g g c } block b { block a { br_table a b (which) } …a… } …b… } …c…
//
// and block b with the code behind it is a run that may be taken out. What the edges to a and b carry, g carries for them.
import { Flag, type Edge, type FunctionIR, type Node, type Region } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { Kind } from '../spec/types.js';
import { mapped } from '../ir/mapped.js';
import { limits } from './limits.js';
import { bytesOf } from './size.js';

const BLOCK = irOp('block'), BR = irOp('br'), BR_TABLE = irOp('br_table'), YIELD = irOp('yield'), RESULT = irOp('result'), TRY_TABLE = irOp('try_table');
const I32_ADD = irOp('i32.add');
const ZERO: Partial<Record<Kind, number>> = { [Kind.I32]: irOp('i32.const'), [Kind.F32]: irOp('f32.const'), [Kind.F64]: irOp('f64.const'), [Kind.Ref]: irOp('ref.null') };

/** Blocks from the innermost on, each first in the region of the next; `around[k]` is the region that holds `blocks[k]` and its rung. */
interface Ladder {
  table: Node;
  blocks: Node[];
  around: Region[];
}

/** Groups the rungs of all long ladders, so many that their code takes at most `most` bytes; false if there is none. */
export function groupRungs(fn: FunctionIR, most: number): boolean {
  let any = false;
  for (const ladder of findLadders(fn)) any = new Grouping(fn, ladder).run(most) || any;
  return any;
}

function findLadders(fn: FunctionIR): Ladder[] {
  const owner = new Map<Region, { node: Node; around: Region }>();
  const tables: { table: Node; region: Region }[] = [];
  const work: Region[] = [fn.body];
  for (let region = work.pop(); region !== undefined; region = work.pop()) {
    for (const n of region.nodes) {
      if (n.op === BR_TABLE && n.edges!.length >= limits.rungs) tables.push({ table: n, region });
      if (n.regions === null) continue;
      for (const inner of n.regions) {
        owner.set(inner, { node: n, around: region });
        work.push(inner);
      }
    }
  }
  const found: Ladder[] = [];
  for (const { table, region } of tables) {
    const blocks: Node[] = [], around: Region[] = [];
    for (let at = owner.get(region); at !== undefined && at.node.op === BLOCK; at = owner.get(at.around)) {
      blocks.push(at.node);
      around.push(at.around);
      if (at.around.nodes[0] !== at.node) break;
    }
    if (blocks.length >= limits.rungs) found.push({ table, blocks, around });
  }
  // A rung may end with a table itself: the ladder around that is part of the longer one.
  const taken = new Set<Node>();
  return found.sort((a, b) => b.blocks.length - a.blocks.length).filter(({ blocks }) => {
    if (blocks.some((block) => taken.has(block))) return false;
    for (const block of blocks) taken.add(block);
    return true;
  });
}

function bytesIn(nodes: readonly Node[], fn: FunctionIR): number {
  let bytes = 0;
  const work = [nodes];
  for (let list = work.pop(); list !== undefined; list = work.pop()) {
    for (const n of list) {
      bytes += bytesOf(n, fn);
      if (n.regions !== null) for (const { nodes: inner } of n.regions) work.push(inner);
    }
  }
  return bytes;
}

/** A value that the edges to a group carry, by what it is used for. */
interface Slot { kind: Kind; local: number }

class Grouping {
  private readonly fn: FunctionIR;
  private readonly ladder: Ladder;
  private readonly constants: Node[] = [];
  private readonly byValue = new Map<string, Node>();
  private readonly ways: Ways;

  constructor(fn: FunctionIR, ladder: Ladder) {
    this.fn = fn;
    this.ladder = ladder;
    this.ways = new Ways(ladder.blocks);
  }

  run(most: number): boolean {
    const { around, blocks } = this.ladder;
    const groups: [from: number, to: number][] = [];
    for (let from = 0, k = 0, bytes = 0; k < blocks.length - 1; k++) {
      const own = bytesIn(around[k].nodes.slice(1), this.fn);
      if (bytes + own > most && k > from) {
        groups.push([from, k]);
        from = k;
        bytes = 0;
      }
      bytes += own;
      if (k === blocks.length - 2) groups.push([from, k + 1]);
    }
    if (groups.length < 2) return false;
    // From the outside, so that regions move with all that is in them.
    const done = mapped(groups.reverse(), ([from, to]) => this.group(from, to)).includes(true);
    this.fn.body.nodes.unshift(...this.constants);
    return done;
  }

  private constant(kind: Kind, value: number): Node {
    const key = `${kind} ${value}`;
    let n = this.byValue.get(key);
    if (n === undefined) {
      n = this.fn.node(ZERO[kind]!, kind, []);
      n.imm = value;
      this.byValue.set(key, n);
      this.constants.push(n);
    }
    return n;
  }

  /** Makes the rungs behind `blocks[from]` up to that behind `blocks[to - 1]` a group; false if they have to stay. */
  private group(from: number, to: number): boolean {
    const { fn, ladder: { blocks, around } } = this;
    const members = blocks.slice(from, to), number = new Map(mapped(members, (block, k) => [block, k] as const));
    const inside = members[0].regions![0];
    const edges = this.ways.inside(from, to);
    if (edges === null || edges.length === 0) return false;

    const slots: Slot[] = [{ kind: Kind.I32, local: -1 }];
    const places = mapped(members, ({ results }) => placesOf(results!, slots));
    if (slots.some(({ kind }) => ZERO[kind] === undefined)) return false;
    const group = fn.node(BLOCK, Kind.None, []);
    group.results = mapped(slots, ({ kind, local }, k) => {
      const r = fn.node(RESULT, kind, []);
      r.owner = group;
      r.imm = k;
      r.local = local;
      return r;
    });

    const reached = new Set<number>();
    /** What an edge to member `k` with `args` carries to the group. */
    const carried = (k: number, args: readonly Node[], which: Node): Node[] => {
      reached.add(k);
      const out = mapped(slots, ({ kind }) => this.constant(kind, 0));
      out[0] = which;
      places[k].forEach((slot, p) => { out[slot] = args[p]; });
      return out;
    };
    const rows: number[] = [];
    const merged = this.mergeTable(group, number, places, slots, rows, reached);
    for (const e of edges) {
      if (merged.has(e)) continue;
      const k = number.get(e.target)!;
      e.args = carried(k, e.args, this.constant(Kind.I32, k));
      e.target = group;
    }
    const last = inside.nodes[inside.nodes.length - 1];
    if (last.op === YIELD) {
      const br = fn.node(BR, Kind.None, []);
      br.edges = [{ target: group, args: carried(0, last.args, this.constant(Kind.I32, 0)) }];
      inside.nodes[inside.nodes.length - 1] = br;
    }

    const inner = fn.node(BR_TABLE, Kind.None, [group.results[0]]);
    const used = [...reached].sort((a, b) => a - b), edgeOf = new Map(mapped(used, (k, at) => [k, at] as const));
    inner.edges = mapped(used, (k) => ({ target: members[k], args: mapped(places[k], (slot) => group.results![slot]) }));
    const entries = [...members.keys(), ...rows];
    inner.aux = Int32Array.from([...entries, used[used.length - 1]], (k) => edgeOf.get(k) ?? 0);
    group.regions = [inside];
    members[0].regions = [{ nodes: [inner] }];
    if (reached.has(0)) members[0].flags &= ~Flag.noExit;
    around[to - 1].nodes.unshift(group);
    return true;
  }

  /**
   * The table's edges to a group become one, if what they carry agrees: `which` is the table's operand, moved so that it comes behind the
   * numbers of the members. Gives those edges, and by operand in `rows` the members.
   */
  private mergeTable(group: Node, number: ReadonlyMap<Node, number>, places: readonly number[][], slots: readonly Slot[], rows: number[], reached: Set<number>): Set<Edge> {
    const { fn, ladder: { table, blocks } } = this;
    const targets = table.aux as Int32Array, edges = table.edges!;
    // By edge: the number of the member it leads to, or -1. Tables are long, and each group looks at all of its ladder's.
    const member = new Int32Array(edges.length);
    for (let k = 0; k < edges.length; k++) member[k] = number.get(edges[k].target) ?? -1;
    const merged = new Set<Edge>();
    let first = -1, last = -1;
    // The last entry stands for operands of any size.
    for (let at = 0; at < targets.length - 1; at++) {
      if (member[targets[at]] < 0) continue;
      if (first < 0) first = at;
      last = at;
    }
    if (last - first < 1) return merged;
    const values: (Node | undefined)[] = slots.map(() => undefined);
    for (let at = first; at <= last; at++) {
      const k = member[targets[at]];
      if (k < 0) continue;
      const { args } = edges[targets[at]], place = places[k];
      for (let p = 0; p < place.length; p++) if ((values[place[p]] ??= args[p]) !== args[p]) return merged;
    }
    for (let at = first; at <= last; at++) {
      const k = member[targets[at]];
      rows.push(k < 0 ? 0 : k);
      if (k >= 0) reached.add(k);
    }
    const moved = fn.node(I32_ADD, Kind.I32, [table.args[0], this.constant(Kind.I32, number.size - first)]);
    const region = blocks[0].regions![0];
    region.nodes.splice(-1, 0, moved);
    const edge: Edge = { target: group, args: mapped(slots, ({ kind }, slot) => (slot === 0 ? moved : values[slot] ?? this.constant(kind, 0))) };
    const kept: Edge[] = [edge], index = new Int32Array(edges.length);
    const ofDefault = targets[targets.length - 1];
    for (let k = 0; k < edges.length; k++) {
      if (member[k] >= 0 && k !== ofDefault) { merged.add(edges[k]); continue; }
      index[k] = kept.length;
      kept.push(edges[k]);
    }
    const entries = new Int32Array(targets.length);
    for (let at = 0; at < targets.length; at++) if (at === targets.length - 1 || member[targets[at]] < 0) entries[at] = index[targets[at]];
    table.aux = entries;
    table.edges = kept;
    return merged;
  }
}

/** The edges to the blocks of a ladder from inside the table's side of it, found in one walk: one for each group would make long ladders
 * of large functions quadratic. */
class Ways {
  /** In the order of the walk, in which all that is inside one block stands together. */
  private readonly edges: Edge[] = [];
  /** By edge: which block it leads to, and whether it carries what a handler caught. */
  private readonly to: number[] = [];
  private readonly caught: boolean[] = [];
  /** By block: the first of the edges inside it, and the first behind. */
  private readonly start: number[] = [];
  private readonly end: number[] = [];

  constructor(blocks: readonly Node[]) {
    const number = new Map<Node, number>();
    for (let k = 0; k < blocks.length; k++) number.set(blocks[k], k);
    // Blocks whose regions are being walked, with what is left to do behind them.
    const open: number[] = [], left: number[] = [];
    const work = [blocks[blocks.length - 1].regions![0]];
    let inner = blocks.length - 1;
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      while (left.length > 0 && work.length < left[left.length - 1]) { left.pop(); this.end[open.pop()!] = this.edges.length; }
      if (inner >= 0 && next === blocks[inner].regions![0]) {
        open.push(inner);
        left.push(work.length);
        this.start[inner--] = this.edges.length;
      }
      for (const n of next.nodes) {
        if (n.regions !== null) for (const region of n.regions) work.push(region);
        if (n.edges !== null) for (const e of n.edges) this.note(e, number.get(e.target), n.op === TRY_TABLE);
      }
    }
    for (const k of open) this.end[k] = this.edges.length;
  }
  private note(e: Edge, to: number | undefined, caught: boolean): void {
    if (to === undefined) return;
    this.edges.push(e);
    this.to.push(to);
    this.caught.push(caught);
  }

  /** The edges inside `blocks[from]` to it and those around up to `blocks[to - 1]`; null if one carries what a handler caught. */
  inside(from: number, to: number): Edge[] | null {
    const found: Edge[] = [];
    for (let i = this.start[from]; i < this.end[from]; i++) {
      if (this.to[i] < from || this.to[i] >= to) continue;
      if (this.caught[i]) return null;
      found.push(this.edges[i]);
    }
    return found;
  }
}

/** Where the group carries each of `results`: those of one local share a slot, new ones are added. */
function placesOf(results: readonly Node[], slots: Slot[]): number[] {
  const taken = new Set<number>([0]);
  return mapped(results, ({ kind, local }) => {
    let slot = slots.findIndex((each, k) => each.kind === kind && each.local === local && !taken.has(k));
    if (slot < 0) {
      slot = slots.length;
      slots.push({ kind, local });
    }
    taken.add(slot);
    return slot;
  });
}
