import { isTry } from '../ir/catches.js';
import { irOp } from '../ir/ops.js';
import { Item } from './sequence.js';
/** Levels of braces that may stand inside one another; engines give up between about 350 and 2,000. Tests lower it. */
export const limits = { nesting: 280 };
/** Ladders one after the other in one block, each in the last case of the one before. */
const MAX_LADDERS_IN_BLOCK = 3;
const BLOCK = irOp('block'), BR_TABLE = irOp('br_table');
export class Nesting {
    constructor() {
        /** Blocks whose end is a case, by id: their br_table. */
        this.rungs = new Map();
        /** By br_table of a ladder: the block that its `switch` fills to the end. */
        this.ladders = new Map();
        /** Nodes that are too deep to be written as nested statements. */
        this.flat = new Set();
    }
    compute(seq, marks, hasCopies) {
        if (this.rungs.size > 0) {
            this.rungs = new Map();
            this.ladders = new Map();
        }
        if (this.flat.size > 0)
            this.flat = new Set();
        const { nodes, items } = seq;
        // Of the control nodes that are open: height found so far. By block: switches opened in it.
        const heights = [0];
        const switchesOf = new Map();
        for (let at = 0; at < seq.length; at++) {
            const n = nodes[at];
            const top = heights.length - 1;
            switch (items[at]) {
                case Item.node:
                    if (n.op === BR_TABLE) {
                        if (heights[top] < 1)
                            heights[top] = 1;
                        const around = this.ladder(n, marks, hasCopies, switchesOf);
                        if (around !== null)
                            switchesOf.set(around, (switchesOf.get(around) ?? 0) + 1);
                    }
                    break;
                case Item.enter:
                    heights.push(0);
                    break;
                case Item.leave: {
                    const height = heights.pop() + (this.rungs.has(n.id) ? 0 : 1);
                    // A try cannot be taken apart, only what is in it.
                    if (height > limits.nesting && !isTry(n.op))
                        this.flat.add(n);
                    const inside = height + (n.owner === null ? 0 : switchesOf.get(n.owner) ?? 0);
                    if (inside > heights[top - 1])
                        heights[top - 1] = inside;
                }
            }
        }
        // The rungs of a ladder around which everything is flattened are no cases of a `switch`.
        if (this.flat.size === 0)
            return;
        for (let at = 0; at < seq.length; at++) {
            const n = nodes[at];
            if (items[at] !== Item.enter)
                continue;
            const table = this.rungs.get(n.id);
            if (table === undefined || !this.flat.has(this.ladders.get(table)))
                continue;
            this.flat.add(n);
            this.rungs.delete(n.id);
        }
        for (const [table, around] of this.ladders)
            if (this.flat.has(around))
                this.ladders.delete(table);
    }
    ladder(table, marks, hasCopies, switchesOf) {
        if (table.aux.length < 3)
            return null;
        const targets = new Set();
        for (const e of table.edges)
            if (!hasCopies(e))
                targets.add(e.target);
        const rungs = [];
        let b = table.owner;
        // The rungs of another ladder that the table is inside of stay its own.
        for (; b !== null && b.op === BLOCK && !this.rungs.has(b.id); b = b.owner) {
            const branches = marks.branches[b.id];
            if (branches > 1 || (branches === 1 && !targets.has(b)))
                break;
            rungs.push(b);
        }
        // Where the cases go when they are done: a block they branch to, else the last of the ladder's own.
        const fits = b !== null && b.op === BLOCK && (switchesOf.get(b) ?? 0) < MAX_LADDERS_IN_BLOCK;
        const around = fits ? b : rungs.pop() ?? null;
        if (around === null || rungs.length === 0)
            return null;
        for (const r of rungs)
            this.rungs.set(r.id, table);
        this.ladders.set(table, around);
        return around;
    }
}
