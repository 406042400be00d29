import { irOp } from '../ir/ops.js';
import { array, assign, binary, call, conditional, identifier, ifStatement, member, NULL, returnStatement } from './ast.js';
import { calleeRecord } from './expressions-calls.js';
const RETURN_CALL = irOp('return_call');
function leave(w, callee, args, out) {
    const tc = w.helper('TC');
    // The arguments may call functions that use TC themselves.
    out.push(assign(member(tc, 'a'), array(args)), assign(member(tc, 'f'), callee));
}
export function emitTailCall(w, n, inTry, out) {
    const { fn, env } = w;
    if (env.suspendTailForm(fn.index) !== undefined) {
        emitSuspendTailCall(w, n, inTry, out);
        return;
    }
    const isTailForm = env.tailForm(fn.index) !== undefined;
    if (n.op === RETURN_CALL) {
        const tail = isTailForm ? env.tailForm(n.imm) ?? (inTry ? env.func(n.imm) : undefined) : undefined;
        const args = w.operands(n.args);
        if (tail === undefined)
            out.push(returnStatement(call(identifier(env.func(n.imm)), args)));
        else {
            leave(w, identifier(tail), args, out);
            out.push(returnStatement(null));
        }
        return;
    }
    if (!isTailForm) {
        const f = member(calleeRecord(w, n), 'f');
        out.push(returnStatement(call(f, w.operands(n.args, n.args.length - 1))));
        return;
    }
    const record = w.scratch();
    out.push(assign(record, calleeRecord(w, n)));
    const args = w.operands(n.args, n.args.length - 1);
    const form = member(record, 'c'), isDeferred = binary('!==', form, NULL);
    if (inTry) {
        leave(w, conditional(isDeferred, form, member(record, 'f')), args, out);
        out.push(returnStatement(null));
        return;
    }
    const deferred = [];
    leave(w, form, args, deferred);
    deferred.push(returnStatement(null));
    out.push(ifStatement(isDeferred, deferred, null), returnStatement(call(member(record, 'f'), args)));
}
/** In a suspend form what is left in TC is a generator function; what cannot suspend is called, unless a try is around. */
function emitSuspendTailCall(w, n, inTry, out) {
    const { env } = w;
    if (n.op === RETURN_CALL) {
        const args = w.operands(n.args), form = env.suspendTailForm(n.imm);
        if (form === undefined && !inTry) {
            out.push(returnStatement(call(identifier(env.func(n.imm)), args)));
            return;
        }
        leave(w, form === undefined ? call(w.helper('neverSuspends'), [identifier(env.func(n.imm))]) : identifier(form), args, out);
    }
    else {
        const record = w.scratch();
        out.push(assign(record, calleeRecord(w, n)));
        leave(w, call(w.helper('suspendTailForm'), [record]), w.operands(n.args, n.args.length - 1), out);
    }
    out.push(returnStatement(null));
}
