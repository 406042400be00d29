// Which IR variables (locals kept out of SSA form) somebody may still read: at the targets of branches and behind the runs
// that are taken out. Backwards over the function, again while a loop's head learns of more. Where functions are so
// large that the sets would not fit, every variable that is read at all counts as alive.
import { clausesOf, isTry } from '../ir/catches.js';
import { irOp } from '../ir/ops.js';
import { isTerminator } from '../ir/terminators.js';
const VAR_GET = irOp('var.get'), VAR_SET = irOp('var.set'), LOOP = irOp('loop'), TRY = irOp('try'), TRY_TABLE = irOp('try_table'), YIELD = irOp('yield');
/** Words of all sets together, and walks over the function, before giving up. */
const MOST_WORDS = 1 << 22, MOST_WALKS = 8;
export class LiveVariables {
    /** `ends`: positions to remember the sets before. */
    constructor(layout, ends) {
        /** Of a block: what is alive behind it; of a loop: at its head. By id. */
        this.at = new Map();
        this.before = new Map();
        this.changed = false;
        /** What handlers around may read: by open try, innermost last. It stays alive all through the body. */
        this.guards = [];
        this.behind = new Map();
        this.layout = layout;
        this.words = (layout.fn.vars.length + 31) >> 5;
        this.everRead = new Int32Array(this.words);
        this.live = new Int32Array(this.words);
        for (const n of layout.nodes)
            if (n.op === VAR_GET)
                this.add(this.everRead, n.imm);
            else
                this.addSkip(this.everRead, n);
        this.exact = (layout.regions.length + ends.size) * this.words <= MOST_WORDS;
        for (let walks = 0; this.exact; walks++) {
            this.changed = false;
            this.walk(ends);
            if (!this.changed)
                return;
            if (walks === MOST_WALKS)
                this.exact = false;
        }
    }
    isLiveAt(target, variable) { return this.has(this.exact ? this.at.get(target.id) : this.everRead, variable); }
    isLiveBefore(position, variable) { return this.has(this.exact ? this.before.get(position) : this.everRead, variable); }
    has(set, v) { return set !== undefined && (set[v >> 5] >>> (v & 31) & 1) !== 0; }
    add(set, v) { set[v >> 5] |= 1 << (v & 31); }
    addSkip(set, n) {
        if (n.op === TRY && n.aux.skipVar >= 0)
            this.add(set, n.aux.skipVar);
    }
    unite(to, from) {
        if (from !== undefined)
            for (let w = 0; w < to.length; w++)
                to[w] |= from[w];
    }
    walk(ends) {
        const { layout } = this, { nodes, regions } = layout;
        // By position of a control node: its regions, and by turn what is alive where they begin.
        const regionsOf = new Map();
        for (const laid of regions)
            if (laid.owner >= 0) {
                const of = regionsOf.get(laid.owner);
                if (of === undefined)
                    regionsOf.set(laid.owner, [laid]);
                else
                    of.push(laid);
            }
        const frames = [];
        this.live.fill(0);
        this.guards.length = 0;
        const enter = (laid, turn, union) => {
            const owner = laid.owner < 0 ? null : nodes[laid.owner];
            if (owner !== null)
                this.live.set(this.behind.get(owner.id));
            if (owner !== null && isTry(owner.op) && turn === 0)
                this.guards.push(this.guardOf(owner, union));
            this.unite(this.live, this.guards.at(-1));
            frames.push({ laid, index: laid.positions.length, turn, union });
        };
        enter(regions[0], 0, null);
        for (let f = frames.at(-1); f !== undefined; f = frames.at(-1)) {
            if (f.index === 0) {
                frames.pop();
                const at = f.laid.owner;
                if (at < 0)
                    continue;
                const owner = nodes[at];
                if (isTry(owner.op) && f.turn === 0)
                    this.guards.pop();
                const union = f.union ?? new Int32Array(this.words);
                this.unite(union, this.live);
                if (f.turn > 0) {
                    enter(regionsOf.get(at)[f.turn - 1], f.turn - 1, union);
                    continue;
                }
                this.live.set(union);
                if (owner.op === LOOP)
                    this.noteHead(owner);
                if (ends.has(at))
                    this.before.set(at, this.live.slice());
                continue;
            }
            const at = f.laid.positions[--f.index], n = nodes[at];
            if (n.regions !== null && n.regions.length > 0) {
                this.behind.set(n.id, this.live.slice());
                if (n.op !== LOOP)
                    this.at.set(n.id, this.behind.get(n.id));
                const turns = regionsOf.get(at).length - 1;
                enter(regionsOf.get(at)[turns], turns, null);
                continue;
            }
            this.plain(n);
            if (ends.has(at))
                this.before.set(at, this.live.slice());
        }
    }
    noteHead(loop) {
        const known = this.at.get(loop.id);
        if (known !== undefined && known.every((word, w) => word === this.live[w]))
            return;
        this.at.set(loop.id, this.live.slice());
        this.changed = true;
    }
    /** `handlers`: what is alive where the handlers of a `try` begin. */
    guardOf(n, handlers) {
        const guard = new Int32Array(this.words);
        this.unite(guard, this.guards.at(-1));
        if (handlers !== null)
            this.unite(guard, handlers);
        if (n.op === TRY_TABLE)
            for (let k = 0; k < clausesOf(n).length; k++)
                this.unite(guard, this.at.get(n.edges[k].target.id));
        this.addSkip(guard, n);
        return guard;
    }
    plain(n) {
        const { live } = this, guard = this.guards.at(-1);
        if (n.op === VAR_GET) {
            this.add(live, n.imm);
            return;
        }
        if (n.op === VAR_SET) {
            if (!this.has(guard, n.imm))
                live[n.imm >> 5] &= ~(1 << (n.imm & 31));
            return;
        }
        if (n.op === YIELD)
            return;
        if (isTerminator(n)) {
            live.fill(0);
            this.unite(live, guard);
        }
        if (n.edges !== null)
            for (const { target } of n.edges)
                this.unite(live, this.at.get(target.id));
    }
}
