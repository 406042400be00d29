// Tail calls of a function to itself become a loop around its body: constant stack and no trampoline. The others stay
// and mark the function as one that needs a tail form (docs/abi.md, "Tail calls"). Runs after words.ts.
import { opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { Flag } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { mapped } from '../ir/mapped.js';
const RETURN_CALL = opId('return_call'), RETURN_CALL_INDIRECT = opId('return_call_indirect'), RETURN_CALL_REF = opId('return_call_ref');
const LOOP = opId('loop'), BR = opId('br');
const PARAM = irOp('param'), LOOP_PARAM = irOp('loop.param'), VAR_SET = irOp('var.set');
const ZERO = { [Kind.I32]: opId('i32.const'), [Kind.F32]: opId('f32.const'), [Kind.F64]: opId('f64.const'), [Kind.Ref]: opId('ref.null') };
/** Locals that stayed variables are zero again in the function that takes the place of its caller. */
function clearedVariables(fn) {
    return fn.vars.flatMap((kind, variable) => {
        const zero = fn.node(ZERO[kind], kind, []);
        const set = fn.node(VAR_SET, Kind.None, [zero]);
        set.imm = variable;
        return [zero, set];
    });
}
export function lowerTailCalls(fn) {
    if (!fn.hasReturnCalls)
        return;
    const self = [];
    const work = [fn.body];
    for (let region = work.pop(); region !== undefined; region = work.pop()) {
        const nodes = region.nodes;
        for (let k = 0; k < nodes.length; k++) {
            const n = nodes[k];
            if (n.regions !== null)
                for (const r of n.regions)
                    work.push(r);
            else if (n.op === RETURN_CALL) {
                if (n.imm === fn.index)
                    self.push(n);
                else
                    fn.tailCalls = true;
            }
            else if (n.op === RETURN_CALL_INDIRECT || n.op === RETURN_CALL_REF)
                fn.tailCalls = true;
        }
    }
    if (self.length === 0)
        return;
    // The old parameters are used all over the body, so they turn into the loop's and new ones feed it.
    const loop = fn.node(LOOP, Kind.None, []);
    loop.params = fn.params;
    loop.results = [];
    loop.flags |= Flag.noExit;
    fn.params = mapped(loop.params, (old, k) => {
        const p = fn.node(PARAM, old.kind, []);
        p.imm = k;
        p.local = old.local;
        old.op = LOOP_PARAM;
        old.owner = loop;
        old.imm = k;
        loop.args.push(p);
        return p;
    });
    fn.body.nodes.unshift(...clearedVariables(fn));
    loop.regions = [fn.body];
    fn.body = { nodes: [loop] };
    for (const n of self) {
        n.op = BR;
        n.imm = 0;
        n.edges = [{ target: loop, args: n.args }];
        n.args = [];
    }
}
