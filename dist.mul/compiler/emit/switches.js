import { number, switchCase } from './ast.js';
import { exitKey, FrameKind, NOWHERE } from './frames.js';
import { Want } from './writer.js';
function waysOf(c, n) {
    const ways = [];
    const table = n.aux, edges = n.edges;
    const byEdge = [];
    const byKey = new Map();
    for (let i = 0; i < table.length; i++) {
        let way = byEdge[table[i]];
        if (way === undefined) {
            const edge = edges[table[i]];
            const key = c.edgeKey(edge), copies = c.hasCopies(edge);
            way = copies ? undefined : byKey.get(key);
            if (way === undefined) {
                way = { edge, key, copies, indices: [], isDefault: false };
                ways.push(way);
                if (!copies)
                    byKey.set(key, way);
            }
            byEdge[table[i]] = way;
        }
        if (i === table.length - 1)
            way.isDefault = true;
        else
            way.indices.push(i);
    }
    return ways;
}
function go(c, way, out, tail) {
    c.emitCopies(way.edge, out);
    c.jump(way.key, out, tail);
}
export function emitBrTable(c, n) {
    const ways = waysOf(c, n);
    const condition = n.args[0];
    const isLadder = c.nesting.ladders.has(n);
    if (ways.length === 1) {
        c.pushIf(condition, c.w.operand(condition), [], []);
        if (!isLadder) {
            go(c, ways[0], c.out, true);
            return;
        }
    }
    const [first, second] = ways;
    if (!isLadder && ways.length === 2 && first.indices.length + second.indices.length === 1) {
        // One entry and the default.
        const entry = first.isDefault ? second : first, other = first.isDefault ? first : second;
        const test = c.w.operand(condition, Want.truth);
        const taken = [], otherwise = [];
        go(c, other, taken, true);
        go(c, entry, otherwise, true);
        c.pushIf(condition, test, taken, otherwise);
        return;
    }
    // With one way left, the index above was evaluated already.
    const discriminant = ways.length === 1 ? number(0) : c.w.operand(condition);
    const f = c.open(FrameKind.switch, n);
    f.test = discriminant;
    c.takeExit(f, c.falloff, true);
    c.breakable = f;
    c.falloff = NOWHERE;
    const defaultWay = ways.find((way) => way.isDefault);
    const fallsOut = !defaultWay.copies && defaultWay.key === f.exit;
    f.pending = new Map();
    for (const way of ways) {
        if (way === defaultWay && fallsOut)
            continue;
        const tests = way === defaultWay ? [null] : way.indices;
        if (!way.copies && isRung(c, n, way.key)) {
            f.pending.set(way.key, tests);
            continue;
        }
        const body = openCase(f, tests);
        go(c, way, body, false);
    }
    c.out = [];
    if (isLadder)
        return;
    c.endRegion(n);
    c.closeOpened();
}
/** Is the place the end of a rung of the table's ladder? The block branched to may be another one, that ends there too. */
/** Is this the end of a rung of the table, perhaps of one around the target, which ends with it? */
function isRung(c, table, key) {
    return key >= 0 && (key & 1) === 0 && c.nesting.rungs.get(key >> 1) === table;
}
/** Opens a case with these tests; null is `default`. */
function openCase(f, tests) {
    const body = [];
    tests.forEach((t, i) => f.cases.push(switchCase(t === null ? null : number(t), i === tests.length - 1 ? body : [])));
    return body;
}
/** The end of a rung: what follows is the case for it, up to the end of the rung around it. */
export function openRung(c, f, rung) {
    const tests = f.pending.get(exitKey(rung));
    if (tests !== undefined)
        c.out = openCase(f, tests);
    const around = rung.owner;
    c.falloff = c.nesting.rungs.get(around.id) === f.node ? c.exitOf(around) : f.falloff;
}
