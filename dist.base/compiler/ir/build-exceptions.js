import { funcTypeAt } from '../spec/module.js';
import { opId } from '../spec/opcodes.js';
import { Kind, kindOf } from '../spec/types.js';
import { onInstructions } from './build-instructions.js';
import { catchesNothing, EXCEPTION } from './catches.js';
import { irOp } from './ops.js';
import { mapped } from './mapped.js';
const TRY = opId('try'), TRY_TABLE = opId('try_table'), CATCH = opId('catch'), CATCH_ALL = opId('catch_all'), DELEGATE = opId('delegate');
const BLOCK = opId('block'), CONST = opId('i32.const'), RETHROW = opId('rethrow');
const CAUGHT = irOp('caught'), VAR_SET = irOp('var.set');
/** Instructions that end an arm of a `try` also where the arm's end is not reached. */
export const isCatch = (op) => op === CATCH || op === CATCH_ALL || op === DELEGATE;
export function openTry(b, i) {
    const node = b.fn.node(i.op.id, Kind.None, []);
    const locals = b.mergedAfterNext();
    const clauses = [];
    node.aux = { clauses, skipIds: [], skipVar: -1 };
    if (i.op.id === TRY_TABLE) {
        node.edges = [];
        const height = b.stack.length;
        for (const c of i.catches) {
            const clause = caught(b, node, c.kind < 2 ? c.tag : -1, c.kind === 1 || c.kind === 3);
            clauses.push(clause);
            b.stack.push(...clause.payload);
            if (clause.exn !== null)
                b.stack.push(clause.exn);
            node.edges.push(b.edge(c.label));
            b.stack.length = height;
        }
    }
    b.frames.push(b.frame(i.op.id, i.blockType, node, locals));
    b.region = { nodes: [] };
    node.regions = [b.region];
}
/** Ends a try; one without handlers is a block. */
export function closeTry(b, f) {
    if (catchesNothing(f.node)) {
        f.node.op = BLOCK;
        f.node.aux = f.node.edges = null;
    }
    b.closeArms(f);
}
function caught(b, node, tag, wantsExn) {
    const value = (kind, word) => {
        const n = b.fn.node(CAUGHT, kind, []);
        n.owner = node;
        n.imm = word;
        return n;
    };
    const payload = tag < 0 ? [] : mapped(funcTypeAt(b.m, b.m.tags[tag].type.type).params, (t, k) => value(kindOf(t), k));
    return { tag, payload, exn: wantsExn ? value(Kind.Ref, EXCEPTION) : null };
}
function handler(b, tag) {
    const f = b.frames[b.frames.length - 1];
    b.endArm(f);
    const clause = caught(b, f.node, tag, false);
    f.node.aux.clauses.push(clause);
    b.stack.length = f.height;
    b.stack.push(...clause.payload);
    b.region = { nodes: [] };
    f.node.regions.push(b.region);
    b.reachable = true;
}
onInstructions(['catch'], (b, i) => handler(b, i.index));
onInstructions(['catch_all'], (b) => handler(b, -1));
const inBody = (f) => f.op === TRY_TABLE || (f.op === TRY && f.node.regions.length === 1);
/** Exceptions of the body go to the label's try, past the tries between. Without any between that is where they go anyway. */
onInstructions(['delegate'], (b, i) => {
    const f = b.frames.pop();
    b.endArm(f);
    const between = b.frames.slice(Math.max(0, b.frames.length - i.index)).filter(inBody);
    if (between.length === 0) {
        f.node.op = BLOCK;
        f.node.aux = null;
        b.closeArms(f);
        return;
    }
    const fn = b.fn;
    const variable = b.delegateVar ??= fn.vars.push(Kind.I32) - 1;
    const id = f.node.id + 1;
    const set = (value) => {
        const c = fn.node(CONST, Kind.I32, []);
        c.imm = value;
        const n = fn.node(VAR_SET, Kind.None, [c]);
        n.imm = variable;
        return [c, n];
    };
    const rethrow = fn.node(RETHROW, Kind.None, []);
    rethrow.owner = f.node;
    f.node.aux.clauses.push({ tag: -1, payload: [], exn: null });
    f.node.regions.push({ nodes: [...set(id), rethrow] });
    for (const t of between) {
        const handlers = t.node.aux;
        if (handlers.skipVar < 0)
            t.node.regions[0].nodes.unshift(...set(0));
        handlers.skipVar = variable;
        handlers.skipIds.push(id);
    }
    b.closeArms(f);
});
onInstructions(['throw'], (b, i) => {
    b.terminate(i.op.id, b.popMany(funcTypeAt(b.m, b.m.tags[i.index].type.type).params.length)).imm = i.index;
});
onInstructions(['throw_ref'], (b, i) => { b.terminate(i.op.id, [b.pop()]); });
onInstructions(['rethrow'], (b, i) => {
    const f = b.frames[b.frames.length - 1 - i.index];
    const n = b.terminate(i.op.id, []);
    n.owner = f.node;
    n.imm = f.node.aux.clauses.length - 1;
});
