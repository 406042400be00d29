import { chooseRuns } from './choose.js';
import { IS_CONSTANT, Layout } from './layout.js';
import { limits } from './limits.js';
import { LiveVariables } from './live-variables.js';
import { outline } from './outline.js';
import { renumber } from './renumber.js';
import { bytesOf } from './size.js';
const MOST_ROUNDS = 12;
/** A round that saves less than this part of what is too much is the last. */
const LEAST_PROGRESS = 0.05;
/** Splits `fn` if it is too large; the pieces are `fn.pieces`. */
export function splitFunction(fn) {
    if (!isLarge(fn))
        return;
    hoistConstants(fn);
    const together = new Set();
    for (let round = 0, before = Infinity; round < MOST_ROUNDS; round++) {
        const layout = new Layout(fn, together);
        const needed = layout.bytes(0, layout.nodes.length) - limits.function;
        if (needed <= 0 || needed > before * (1 - LEAST_PROGRESS))
            break;
        before = needed;
        const runs = chooseRuns(layout, needed);
        if (runs.length === 0)
            break;
        if (round === 0 && runs.reduce((sum, { saves }) => sum + saves, 0) < needed * limits.atFirst)
            break;
        takeOut(layout, runs, together);
        renumber(fn);
    }
    for (const piece of fn.pieces)
        renumber(piece);
}
function isLarge(fn) {
    let bytes = 0;
    const work = [fn.body];
    for (let region = work.pop(); region !== undefined; region = work.pop()) {
        for (const n of region.nodes) {
            if (n.forward !== null)
                continue;
            bytes += bytesOf(n);
            if (n.regions !== null)
                work.push(...n.regions);
        }
        if (bytes > limits.function)
            return true;
    }
    return false;
}
/** Constants are written where they are used; at the top of the body they stand in no run's way. */
function hoistConstants(fn) {
    const constants = [];
    const work = [fn.body];
    for (let region = work.pop(); region !== undefined; region = work.pop()) {
        region.nodes = region.nodes.filter((n) => {
            if (n.regions !== null)
                work.push(...n.regions);
            if (IS_CONSTANT[n.op] === 0 || n.forward !== null)
                return n.forward === null;
            constants.push(n);
            return false;
        });
    }
    fn.body.nodes = [...constants, ...fn.body.nodes];
}
/** Runs in order of position, which do not overlap. */
function takeOut(layout, runs, together) {
    const { fn } = layout;
    const live = fn.vars.length === 0 ? null : new LiveVariables(layout, new Set(runs.map(({ end }) => end)));
    const instead = new Map();
    const byRegion = new Map();
    for (const run of runs) {
        const { piece, caller, together: more } = outline(layout, run, fn.pieces.length + 1, live, instead);
        fn.pieces.push(piece);
        for (const n of more)
            together.add(n);
        const { region } = run.laid, list = byRegion.get(region);
        if (list === undefined)
            byRegion.set(region, [{ run, caller }]);
        else
            list.push({ run, caller });
    }
    for (const [region, list] of byRegion) {
        const { laid } = list[0].run, out = [];
        let next = 0;
        for (const { run, caller } of list) {
            while (next < run.from)
                out.push(layout.nodes[laid.positions[next++]]);
            for (const n of caller)
                out.push(n);
            next = run.to;
        }
        while (next < laid.positions.length)
            out.push(layout.nodes[laid.positions[next++]]);
        region.nodes = out;
    }
    if (instead.size > 0)
        replace(fn, instead);
}
function replace(fn, instead) {
    const all = (args) => { for (let i = 0; i < args.length; i++)
        args[i] = instead.get(args[i]) ?? args[i]; };
    const work = [fn.body];
    for (let region = work.pop(); region !== undefined; region = work.pop()) {
        for (const n of region.nodes) {
            all(n.args);
            if (n.edges !== null)
                for (const e of n.edges)
                    all(e.args);
            if (n.regions !== null)
                work.push(...n.regions);
        }
    }
}
