import { IS_CONSTANT } from './layout.js';
import { limits } from './limits.js';
import { Runs } from './runs.js';
/** A control node is weighed if it is larger than the largest candidate in it, and than the largest one of no use, by these factors. */
const STEP = 1.5, SMALL_STEP = 1.15;
class Candidates {
    constructor(layout) {
        this.found = [];
        /** By position of a control node, -1 for the body: bytes that the next one around must be larger than to be weighed. */
        this.above = new Map();
        this.layout = layout;
        this.runs = new Runs(layout);
        // Inner regions come after the ones around them.
        for (let r = layout.regions.length - 1; r >= 0; r--)
            this.region(layout.regions[r]);
    }
    add(laid, from, to) {
        const run = this.runs.weigh(laid, from, to);
        if (run !== null)
            this.found.push(run);
        const { positions, end } = laid;
        const bytes = this.layout.bytes(positions[from], to < positions.length ? positions[to] : end);
        this.note(laid.owner, bytes * (run === null ? SMALL_STEP : STEP));
    }
    note(owner, bytes) {
        if (bytes > this.nextAbove(owner))
            this.above.set(owner, bytes);
    }
    nextAbove(owner) { return this.above.get(owner) ?? 0; }
    region(laid) {
        const { layout } = this, { positions } = laid, { nodes, end } = layout;
        let first = 0;
        while (first < laid.cuttable && IS_CONSTANT[nodes[positions[first]].op] !== 0)
            first++;
        if (first === laid.cuttable)
            return;
        const all = layout.bytes(positions[first], laid.end);
        let from = first;
        for (let k = first; k < laid.cuttable; k++) {
            const at = positions[k], bytes = layout.bytes(at, end[at]);
            if (nodes[at].regions !== null) {
                const above = this.nextAbove(at);
                this.note(laid.owner, above);
                if (bytes <= limits.function && bytes > above)
                    this.add(laid, k, k + 1);
            }
            // What holds most of the region stands alone, so that what is beside it can be taken without it.
            if (bytes <= limits.function && 2 * bytes <= all)
                continue;
            this.stretches(laid, from, k);
            from = k + 1;
        }
        this.stretches(laid, from, laid.cuttable);
        if (from > first && all <= limits.function && all > this.nextAbove(laid.owner))
            this.add(laid, first, laid.cuttable);
    }
    /** Cuts the nodes `from` to `to`, none of which is too large itself. */
    stretches(laid, from, to) {
        const { layout } = this, { positions } = laid;
        const place = (k) => (k < positions.length ? positions[k] : laid.end);
        while (from < to) {
            while (from < to && !layout.mayCut(place(from)))
                from++;
            if (from === to)
                return;
            const start = place(from);
            if (layout.bytes(start, place(to)) <= limits.function && layout.mayCut(place(to))) {
                if (to - from > 1 || layout.nodes[start].regions === null)
                    this.add(laid, from, to);
                return;
            }
            let best = -1;
            for (let k = from + 1; k <= to; k++) {
                const bytes = layout.bytes(start, place(k));
                if (bytes > limits.function)
                    break;
                if (layout.mayCut(place(k)) && (bytes < limits.function / 2 || best < 0 || layout.crossing[place(k)] <= layout.crossing[place(best)]))
                    best = k;
            }
            if (best < 0)
                return;
            this.add(laid, from, best);
            from = best;
        }
    }
}
/** Runs that do not overlap, in order of position, and together save `needed` bytes if there are enough. */
export function chooseRuns(layout, needed) {
    const { found } = new Candidates(layout);
    found.sort((a, b) => a.price - b.price || a.start - b.start);
    const chosen = [];
    const taken = new Taken(layout.nodes.length);
    let saved = 0;
    for (const run of found) {
        if (saved >= needed)
            break;
        if (!taken.isFree(run.start, run.end))
            continue;
        taken.take(run.start, run.end);
        chosen.push(run);
        saved += run.saves;
    }
    return chosen.sort((a, b) => a.start - b.start);
}
/** Intervals that do not overlap: a binary indexed tree counts the positions that are in one. */
class Taken {
    constructor(size) {
        this.tree = new Int32Array(size + 1);
        this.inside = new Uint8Array(size);
    }
    /** How many intervals begin before a position. */
    begun(at) {
        let sum = 0;
        for (let i = at; i > 0; i -= i & -i)
            sum += this.tree[i];
        return sum;
    }
    isFree(start, end) { return this.inside[start] === 0 && this.begun(end) === this.begun(start); }
    take(start, end) {
        this.inside.fill(1, start, end);
        for (let i = start + 1; i < this.tree.length; i += i & -i)
            this.tree[i]++;
    }
}
