// Counts uses, backwards, so that what is used by nothing alive is found dead before its operands are counted.
import { irOp } from '../ir/ops.js';
import { effectsHere, isDroppable } from './operands.js';
import { Item } from './sequence.js';
const YIELD = irOp('yield'), LOOP = irOp('loop');
/** Parameters or results that an edge to `target` sets. */
export const destinations = (target) => (target.op === LOOP ? target.params : target.results);
export function countUses(seq, marks) {
    const { uses, branches } = marks;
    const use = (n) => { if (uses[n.id] < 3)
        uses[n.id]++; };
    // A result nobody reads is not set. Parameters of a loop are read, if at all, inside: they were not met yet.
    const useFor = (args, dests) => {
        for (let i = 0; i < args.length; i++)
            if (dests === null || dests[i].owner.op === LOOP || uses[dests[i].id] > 0)
                use(args[i]);
    };
    for (let at = seq.length - 1; at >= 0; at--) {
        const item = seq.items[at];
        if (item === Item.next || item === Item.leave)
            continue;
        const n = seq.nodes[at];
        if (item === Item.node && uses[n.id] === 0 && n.kind !== 0 && n.results === null && isDroppable(effectsHere(n)))
            continue;
        if (n.op === YIELD && n.owner !== null) {
            const results = n.owner.results;
            for (let i = 0; i < n.args.length; i++)
                if (results === null || uses[results[i].id] > 0)
                    use(n.args[i]);
        }
        else
            for (let i = 0; i < n.args.length; i++)
                use(n.args[i]);
        if (n.edges === null)
            continue;
        for (const e of n.edges) {
            branches[e.target.id]++;
            useFor(e.args, destinations(e.target));
        }
    }
}
