// Gives the nodes of a function dense ids again: after nodes have moved from one function to another, tables by id would be as
// long for every piece as for the whole.
import { caughtBy, clausesOf } from '../ir/catches.js';
export function renumber(fn) {
    let next = 0;
    const number = (list) => { if (list !== null)
        for (const n of list)
            n.id = next++; };
    number(fn.params);
    const work = [fn.body];
    for (let region = work.pop(); region !== undefined; region = work.pop()) {
        for (const n of region.nodes) {
            n.id = next++;
            number(n.params);
            number(n.results);
            for (const clause of clausesOf(n))
                number(caughtBy(clause));
            if (n.regions !== null)
                work.push(...n.regions);
        }
    }
    fn.nodeCount = next;
}
