// Live ranges of the values that need JavaScript variables, as intervals over positions of the sequence: a statement at
// index i reads at 2i and writes at 2i + 1, so `i = i + 1` may use one variable.
//
// One walk backwards with the set of live values (Wimmer and Franz, "Linear scan register allocation on SSA form"). At a
// jump the set becomes that of the place it leads to, so a range has a hole where only other paths run: the cases of a
// switch in a loop can keep a local in one variable even if most of them leave it alone. What is live at the head of a
// loop is live in all of it. Parameters of a loop live from its head, results of a block from its end: the branches that
// set them leave at once, so what other paths keep in the same variable meanwhile is not disturbed.
import { caughtBy, clausesOf, isTry } from '../ir/catches.js';
import { irOp } from '../ir/ops.js';
import { Flag } from '../ir/node.js';
import { isTerminator } from '../ir/terminators.js';
import { Place } from './marks.js';
import { Item } from './sequence.js';
import { TRY, TRY_TABLE } from './tries.js';
import { destinations } from './uses.js';
const BLOCK = irOp('block'), LOOP = irOp('loop'), IF = irOp('if'), YIELD = irOp('yield');
export const MAX_WEIGHT = 31;
/** Changes of the live set that holes may cost per item; beyond it ranges have no holes from there on. */
const MAX_COST = 64;
const NOBODY = [];
export class LiveRanges {
    constructor() {
        /** First write and last read by node id. */
        this.start = new Int32Array(0);
        this.end = new Int32Array(0);
        /** By id of a value whose range has holes: start and end of every interval, ascending. */
        this.lists = new Map();
        /** Values in order of definition. */
        this.values = [];
        /** In reverse order of the branches. */
        this.copies = { from: new Int32Array(256), to: new Int32Array(256), weight: new Uint8Array(256), count: 0 };
        /** Ids of the values that are live, `count` of them, and the place of each there, or -1. */
        this.live = new Int32Array(256);
        this.count = 0;
        this.slot = new Int32Array(0);
        /** Of a live value: where its interval ends. Of others: the end of its first interval so far. */
        this.until = new Int32Array(0);
        this.first = new Int32Array(0);
        this.open = [];
        this.depth = new Int32Array(0);
        this.cost = 0;
        this.maxCost = 0;
    }
    add(id, from, to) {
        const { start, first } = this;
        const before = start[id];
        if (before < 0) {
            start[id] = from;
            first[id] = this.end[id] = to;
            return;
        }
        if (to + 1 < before) {
            const list = this.lists.get(id);
            if (list === undefined)
                this.lists.set(id, [first[id], before]);
            else
                list.push(first[id], before);
            start[id] = from;
            first[id] = to;
            return;
        }
        if (from < before)
            start[id] = from;
        if (to <= first[id])
            return;
        first[id] = to;
        const list = this.lists.get(id);
        if (list !== undefined) {
            while (list.length > 0 && list[list.length - 1] <= first[id] + 1) {
                list.pop();
                const end = list.pop();
                if (end > first[id])
                    first[id] = end;
            }
            if (list.length === 0)
                this.lists.delete(id);
        }
        if (first[id] > this.end[id])
            this.end[id] = first[id];
    }
    use(id, at) {
        const { until } = this;
        if (this.slot[id] >= 0) {
            if (until[id] < at)
                until[id] = at;
            return;
        }
        if (this.count === this.live.length) {
            const grown = new Int32Array(2 * this.count);
            grown.set(this.live);
            this.live = grown;
        }
        this.slot[id] = this.count;
        this.live[this.count++] = id;
        until[id] = at;
    }
    useAll(ids, at) {
        for (let i = 0; i < ids.length; i++)
            this.use(ids[i], at);
        this.cost += ids.length;
    }
    read(n, at) {
        const place = this.marks.place[n.id];
        if (place === Place.folded) {
            const { args } = n;
            for (let i = 0; i < args.length; i++)
                this.read(args[i], at);
        }
        else if (place === Place.variable)
            this.use(n.id, at);
    }
    define(n, at) {
        const { id } = n;
        if (this.marks.place[id] !== Place.variable)
            return;
        this.values.push(n);
        const slot = this.slot[id];
        if (slot < 0) {
            this.add(id, at, at);
            return;
        }
        this.add(id, at, this.until[id]);
        this.slot[id] = -1;
        const last = this.live[--this.count];
        if (last === id)
            return;
        this.live[slot] = last;
        this.slot[last] = slot;
    }
    defineAll(values, at) {
        if (values !== null)
            for (let i = values.length - 1; i >= 0; i--)
                this.define(values[i], at);
    }
    // Paths
    get coarse() { return this.cost > this.maxCost; }
    /** What is live here. */
    snapshot() {
        if (this.count === 0)
            return NOBODY;
        const ids = [];
        for (let i = 0; i < this.count; i++)
            ids.push(this.live[i]);
        this.cost += ids.length;
        return ids;
    }
    /** The code before `from` does not run into the code behind: nothing is live there yet. */
    part(from) {
        const { live, slot, until } = this;
        for (let i = 0; i < this.count; i++) {
            this.add(live[i], from, until[live[i]]);
            slot[live[i]] = -1;
        }
        this.cost += this.count;
        this.count = 0;
    }
    /** From now on whatever is live anywhere further on stays live up to its definition. */
    giveUp(at) {
        for (const { exit, arms } of this.open) {
            this.useAll(exit, at);
            this.useAll(arms, at);
        }
        this.cost = Infinity;
    }
    useTarget(e, at) {
        if (e.target.op !== LOOP)
            this.useAll(this.open[this.depth[e.target.id]].exit, at);
    }
    // Copies
    copy(from, to, weight) {
        const { copies } = this;
        if (copies.count === copies.from.length) {
            const grow = (old, grown) => { grown.set(old); return grown; };
            copies.from = grow(copies.from, new Int32Array(copies.count * 2));
            copies.to = grow(copies.to, new Int32Array(copies.count * 2));
            copies.weight = grow(copies.weight, new Uint8Array(copies.count * 2));
        }
        copies.from[copies.count] = from.id;
        copies.to[copies.count] = to.id;
        copies.weight[copies.count++] = weight > MAX_WEIGHT ? MAX_WEIGHT : weight;
    }
    edge(args, dests, at, weight) {
        const { uses, place } = this.marks;
        for (let i = args.length - 1; i >= 0; i--) {
            if (dests !== null && uses[dests[i].id] === 0)
                continue;
            this.read(args[i], at);
            if (dests !== null && place[args[i].id] === Place.variable)
                this.copy(args[i], dests[i], weight);
        }
    }
    // The walk
    compute(fn, seq, marks) {
        if (fn.nodeCount > this.start.length) {
            const size = Math.max(fn.nodeCount, this.start.length * 2, 1024);
            this.start = new Int32Array(size);
            this.end = new Int32Array(size);
            this.slot = new Int32Array(size);
            this.until = new Int32Array(size);
            this.first = new Int32Array(size);
            this.depth = new Int32Array(size);
        }
        this.start.fill(-1, 0, fn.nodeCount);
        this.slot.fill(-1, 0, fn.nodeCount);
        this.marks = marks;
        this.values = [];
        if (this.lists.size > 0)
            this.lists = new Map();
        this.copies.count = this.count = this.open.length = 0;
        this.cost = 0;
        this.maxCost = MAX_COST * seq.length + 100_000;
        const { nodes, items } = seq;
        let loops = 0;
        for (let at = seq.length - 1; at >= 0; at--) {
            const n = nodes[at];
            switch (items[at]) {
                case Item.leave:
                    if (n.op === LOOP)
                        loops++;
                    this.leave(n, at);
                    break;
                case Item.next:
                    this.next(n, at);
                    break;
                case Item.enter:
                    if (n.op === LOOP)
                        loops--;
                    this.enter(n, at, 2 * loops);
                    break;
                default: this.node(n, at, 2 * loops);
            }
            if (this.cost !== Infinity && this.coarse)
                this.giveUp(2 * at);
        }
        this.defineAll(fn.params, 0);
        this.values.reverse();
        for (const [id, list] of this.lists) {
            list.push(this.first[id], this.start[id]);
            list.reverse();
        }
    }
    leave(n, at) {
        this.defineAll(n.results, 2 * at + 1);
        if ((n.flags & Flag.noExit) !== 0 && !this.coarse)
            this.part(2 * at + 2);
        const keeps = !this.coarse && (n.op === BLOCK ? this.marks.branches[n.id] > 0 : n.op === IF || n.op === TRY);
        this.depth[n.id] = this.open.length;
        this.open.push({ leave: at, exit: keeps ? this.snapshot() : NOBODY, arms: NOBODY, first: at, clause: n.regions.length - 1 });
    }
    /** Behind an arm or a body, in front of the next one. */
    next(n, at) {
        const o = this.open[this.open.length - 1];
        o.first = at;
        if (n.op === TRY)
            this.defineAll(caughtBy(clausesOf(n)[--o.clause]), 2 * at + 1);
        if (this.coarse)
            return;
        const arm = this.snapshot();
        o.arms = o.arms.length === 0 ? arm : o.arms.concat(arm);
        this.part(2 * at + 1);
        this.useAll(o.exit, 2 * at);
    }
    enter(n, at, weight) {
        const o = this.open.pop();
        if (n.op === LOOP) {
            this.defineAll(n.params, 2 * at + 1);
            const { live, until } = this, end = 2 * o.leave;
            for (let i = 0; i < this.count; i++)
                if (until[live[i]] < end)
                    until[live[i]] = end;
            this.cost += this.count;
            this.edge(n.args, n.params, 2 * at, weight);
            return;
        }
        if (isTry(n.op)) {
            // Every instruction of the body may lead to a handler.
            this.useAll(o.arms, 2 * o.first);
            if (n.op === TRY_TABLE) {
                for (let i = n.edges.length - 1; i >= 0; i--) {
                    const e = n.edges[i];
                    this.useTarget(e, 2 * o.leave);
                    this.edge(e.args, destinations(e.target), 2 * o.leave, weight);
                }
            }
        }
        else
            this.useAll(o.arms, 2 * at);
        for (let i = 0; i < n.args.length; i++)
            this.read(n.args[i], 2 * at);
    }
    node(n, at, depth) {
        const now = 2 * at;
        if (n.op === YIELD) {
            // It ends a region, so what is live behind that is live already.
            this.edge(n.args, n.owner === null ? null : n.owner.results, now, depth);
            return;
        }
        this.defineAll(n.results, now + 1);
        this.define(n, now + 1);
        const { edges } = n;
        if (isTerminator(n) && !this.coarse)
            this.part(now + 2);
        if (edges !== null) {
            for (let i = edges.length - 1; i >= 0; i--) {
                const e = edges[i];
                this.useTarget(e, now);
                this.edge(e.args, destinations(e.target), now, e.target.op === LOOP ? depth + 1 : depth);
            }
        }
        for (let i = 0; i < n.args.length; i++)
            this.read(n.args[i], now);
    }
}
