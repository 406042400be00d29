// Which IR variables (locals kept out of SSA form) somebody may still read: at the targets of branches and behind the runs
// that are taken out. Backwards over the function, again while a loop's head learns of more. Where functions are so
// large that the sets would not fit, every variable that is read at all counts as alive.
import { clausesOf, isTry, type TryHandlers } from '../ir/catches.js';
import type { Node } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { isTerminator } from '../ir/terminators.js';
import type { Layout, LaidRegion } from './layout.js';

const VAR_GET = irOp('var.get'), VAR_SET = irOp('var.set'), LOOP = irOp('loop'), TRY = irOp('try'), TRY_TABLE = irOp('try_table'), YIELD = irOp('yield');
/** Words of all sets together, and walks over the function, before giving up. */
const MOST_WORDS = 1 << 22, MOST_WALKS = 8;

export class LiveVariables {
  private readonly layout: Layout;
  private readonly words: number;
  private readonly everRead: Int32Array;
  /** Of a block: what is alive behind it; of a loop: at its head. By id. */
  private readonly at = new Map<number, Int32Array>();
  private readonly before = new Map<number, Int32Array>();
  private exact: boolean;
  private changed = false;
  private live: Int32Array;

  /** `ends`: positions to remember the sets before. */
  constructor(layout: Layout, ends: ReadonlySet<number>) {
    this.layout = layout;
    this.words = (layout.fn.vars.length + 31) >> 5;
    this.everRead = new Int32Array(this.words);
    this.live = new Int32Array(this.words);
    for (const n of layout.nodes) if (n.op === VAR_GET) this.add(this.everRead, n.imm); else this.addSkip(this.everRead, n);
    this.exact = (layout.regions.length + ends.size) * this.words <= MOST_WORDS;
    for (let walks = 0; this.exact; walks++) {
      this.changed = false;
      this.walk(ends);
      if (!this.changed) return;
      if (walks === MOST_WALKS) this.exact = false;
    }
  }

  isLiveAt(target: Node, variable: number): boolean { return this.has(this.exact ? this.at.get(target.id) : this.everRead, variable); }
  isLiveBefore(position: number, variable: number): boolean { return this.has(this.exact ? this.before.get(position) : this.everRead, variable); }

  private has(set: Int32Array | undefined, v: number): boolean { return set !== undefined && (set[v >> 5] >>> (v & 31) & 1) !== 0; }
  private add(set: Int32Array, v: number): void { set[v >> 5] |= 1 << (v & 31); }
  private addSkip(set: Int32Array, n: Node): void {
    if (n.op === TRY && (n.aux as TryHandlers).skipVar >= 0) this.add(set, (n.aux as TryHandlers).skipVar);
  }
  private unite(to: Int32Array, from: Int32Array | undefined): void {
    if (from !== undefined) for (let w = 0; w < to.length; w++) to[w] |= from[w];
  }

  /** What handlers around may read: by open try, innermost last. It stays alive all through the body. */
  private readonly guards: Int32Array[] = [];

  private walk(ends: ReadonlySet<number>): void {
    const { layout } = this, { nodes, regions } = layout;
    // By position of a control node: its regions, and by turn what is alive where they begin.
    const regionsOf = new Map<number, LaidRegion[]>();
    for (const laid of regions) if (laid.owner >= 0) { const of = regionsOf.get(laid.owner); if (of === undefined) regionsOf.set(laid.owner, [laid]); else of.push(laid); }
    interface Frame { laid: LaidRegion; index: number; turn: number; union: Int32Array | null }
    const frames: Frame[] = [];
    this.live.fill(0);
    this.guards.length = 0;
    const enter = (laid: LaidRegion, turn: number, union: Int32Array | null): void => {
      const owner = laid.owner < 0 ? null : nodes[laid.owner];
      if (owner !== null) this.live.set(this.behind.get(owner.id)!);
      if (owner !== null && isTry(owner.op) && turn === 0) this.guards.push(this.guardOf(owner, union));
      this.unite(this.live, this.guards.at(-1));
      frames.push({ laid, index: laid.positions.length, turn, union });
    };
    enter(regions[0], 0, null);
    for (let f = frames.at(-1); f !== undefined; f = frames.at(-1)) {
      if (f.index === 0) {
        frames.pop();
        const at = f.laid.owner;
        if (at < 0) continue;
        const owner = nodes[at];
        if (isTry(owner.op) && f.turn === 0) this.guards.pop();
        const union = f.union ?? new Int32Array(this.words);
        this.unite(union, this.live);
        if (f.turn > 0) { enter(regionsOf.get(at)![f.turn - 1], f.turn - 1, union); continue; }
        this.live.set(union);
        if (owner.op === LOOP) this.noteHead(owner);
        if (ends.has(at)) this.before.set(at, this.live.slice());
        continue;
      }
      const at = f.laid.positions[--f.index], n = nodes[at];
      if (n.regions !== null && n.regions.length > 0) {
        this.behind.set(n.id, this.live.slice());
        if (n.op !== LOOP) this.at.set(n.id, this.behind.get(n.id)!);
        const turns = regionsOf.get(at)!.length - 1;
        enter(regionsOf.get(at)![turns], turns, null);
        continue;
      }
      this.plain(n);
      if (ends.has(at)) this.before.set(at, this.live.slice());
    }
  }
  private readonly behind = new Map<number, Int32Array>();

  private noteHead(loop: Node): void {
    const known = this.at.get(loop.id);
    if (known !== undefined && known.every((word, w) => word === this.live[w])) return;
    this.at.set(loop.id, this.live.slice());
    this.changed = true;
  }

  /** `handlers`: what is alive where the handlers of a `try` begin. */
  private guardOf(n: Node, handlers: Int32Array | null): Int32Array {
    const guard = new Int32Array(this.words);
    this.unite(guard, this.guards.at(-1));
    if (handlers !== null) this.unite(guard, handlers);
    if (n.op === TRY_TABLE) for (let k = 0; k < clausesOf(n).length; k++) this.unite(guard, this.at.get(n.edges![k].target.id));
    this.addSkip(guard, n);
    return guard;
  }

  private plain(n: Node): void {
    const { live } = this, guard = this.guards.at(-1);
    if (n.op === VAR_GET) { this.add(live, n.imm); return; }
    if (n.op === VAR_SET) {
      if (!this.has(guard, n.imm)) live[n.imm >> 5] &= ~(1 << (n.imm & 31));
      return;
    }
    if (n.op === YIELD) return;
    if (isTerminator(n)) {
      live.fill(0);
      this.unite(live, guard);
    }
    if (n.edges !== null) for (const { target } of n.edges) this.unite(live, this.at.get(target.id));
  }
}
