// Puts the bodies of small functions in place of calls to them, as engines do for wasm: a call costs JavaScript more
// (float arguments are boxed, second result words travel through registers), and the arguments' ranges
// then reach the body. Works on IR before lowering; the callee's own calls are left as they are.
import { opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { resolve } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { mapped } from '../ir/mapped.js';
const CALL = opId('call'), RETURN = opId('return'), BLOCK = opId('block'), LOOP = opId('loop'), BR = opId('br');
const YIELD = irOp('yield'), RESULT = irOp('result');
const NEVER = new Set([LOOP, opId('try'), opId('try_table'), opId('return_call'), opId('return_call_indirect'), opId('return_call_ref'), opId('br_table')]);
/** A callee may have this many nodes that become code: about what a call takes up itself, and more where arguments or
 * results are no single int32, which calls pass slowly. */
const MAX_CALLEE = 6, MAX_COSTLY_CALLEE = 14;
/** A caller may grow by this many nodes, or to this multiple of its size, whichever is more. */
const MAX_GROWTH = 400, MAX_FACTOR = 1.5;
/** How much code a function would bring along, or Infinity when it may not be inlined. */
export function inlineCost(fn) {
    if (fn.vars.length > 0)
        return Infinity;
    const isPlain = (kind) => kind === Kind.I32 || kind === Kind.Ref;
    const limit = fn.params.every((p) => isPlain(p.kind)) && fn.results.every(isPlain) && fn.results.length <= 1 ? MAX_CALLEE : MAX_COSTLY_CALLEE;
    let cost = 0;
    const work = [fn.body];
    for (let r = work.pop(); r !== undefined; r = work.pop()) {
        for (const n of r.nodes) {
            if (NEVER.has(n.op) || (n.op === CALL && n.imm === fn.index))
                return Infinity;
            if (n.args.length > 0 || n.regions !== null || n.edges !== null)
                cost += n.op === CALL ? 2 : 1;
            if (cost > limit)
                return Infinity;
            if (n.regions !== null)
                work.push(...n.regions);
        }
    }
    const last = fn.body.nodes[fn.body.nodes.length - 1];
    return last !== undefined && last.op === RETURN ? cost : Infinity;
}
/** Inlines calls in `fn`; true if there were any. */
export function inlineCalls(fn, candidates) {
    if (!fn.callees.some((callee) => callee !== fn.index && candidates(callee) !== null))
        return false;
    let budget = Math.max(MAX_GROWTH, fn.nodeCount * (MAX_FACTOR - 1)), inlined = false;
    const work = [fn.body], all = [];
    for (let region = work.pop(); region !== undefined; region = work.pop()) {
        all.push(region);
        const nodes = region.nodes;
        let out = null;
        for (let k = 0; k < nodes.length; k++) {
            const n = nodes[k];
            if (n.regions !== null)
                work.push(...n.regions);
            const callee = n.op === CALL && n.imm !== fn.index && budget > 0 ? candidates(n.imm) : null;
            if (callee === null) {
                out?.push(n);
                continue;
            }
            out ??= nodes.slice(0, k);
            budget -= callee.nodeCount;
            inlined = true;
            const values = splice(fn, callee, mapped(n.args, resolve), out);
            if (n.results !== null)
                n.results.forEach((r, i) => { r.forward = values[i]; });
            else if (values.length === 1)
                n.forward = values[0];
        }
        if (out !== null)
            region.nodes = out;
    }
    if (inlined)
        for (const region of all)
            for (const n of region.nodes)
                resolveOperands(n);
    return inlined;
}
function resolveOperands(n) {
    for (let i = 0; i < n.args.length; i++)
        n.args[i] = resolve(n.args[i]);
    if (n.edges !== null)
        for (const e of n.edges)
            for (let i = 0; i < e.args.length; i++)
                e.args[i] = resolve(e.args[i]);
}
/** Copies the callee's body to the end of `out` and returns its results there. */
function splice(fn, callee, args, out) {
    const copy = new Map();
    callee.params.forEach((p, i) => copy.set(p, args[i]));
    const body = callee.body.nodes, last = body[body.length - 1];
    if (!returnsInside(body)) {
        copyNodes(fn, body.slice(0, -1), copy, null, out);
        return mapped(last.args, (a) => copy.get(a));
    }
    const block = fn.node(BLOCK, Kind.None, []);
    block.results = mapped(callee.results, (kind, i) => {
        const r = fn.node(RESULT, kind, []);
        r.owner = block;
        r.imm = i;
        return r;
    });
    const region = { nodes: [] };
    block.regions = [region];
    copyNodes(fn, body.slice(0, -1), copy, block, region.nodes);
    region.nodes.push(fn.node(YIELD, Kind.None, mapped(last.args, (a) => copy.get(a))));
    out.push(block);
    return block.results;
}
/** Is there a return other than the one at the end? */
function returnsInside(body) {
    const work = [];
    for (const n of body)
        if (n.regions !== null)
            work.push(...n.regions);
    for (let r = work.pop(); r !== undefined; r = work.pop()) {
        for (const n of r.nodes) {
            if (n.op === RETURN)
                return true;
            if (n.regions !== null)
                work.push(...n.regions);
        }
    }
    return false;
}
/** Callees are small, so this may recurse. `exit` is the block that returns lead to. */
function copyNodes(fn, nodes, copy, exit, out) {
    const values = (list) => mapped(list, (a) => copy.get(a));
    for (const n of nodes) {
        if (n.op === RETURN) {
            const br = fn.node(BR, Kind.None, []);
            br.edges = [{ target: exit, args: values(n.args) }];
            out.push(br);
            continue;
        }
        const c = fn.node(n.op, n.kind, values(n.args));
        copy.set(n, c);
        c.imm = n.imm;
        c.imm2 = n.imm2;
        c.aux = n.aux;
        c.flags = n.flags;
        if (n.results !== null) {
            c.results = mapped(n.results, (r) => {
                const x = fn.node(r.op, r.kind, []);
                x.owner = c;
                x.imm = r.imm;
                copy.set(r, x);
                return x;
            });
        }
        if (n.edges !== null)
            c.edges = mapped(n.edges, (e) => ({ target: copy.get(e.target), args: values(e.args) }));
        if (n.regions !== null) {
            c.regions = mapped(n.regions, (r) => {
                const region = { nodes: [] };
                copyNodes(fn, r.nodes, copy, exit, region.nodes);
                return region;
            });
        }
        out.push(c);
    }
}
