// return_call, return_call_indirect and return_call_ref (docs/abi.md, Tail calls). In a tail form the callee's tail form is called
// in return position as long as `TC` has frames left for that, else it and its arguments are left in `TC` for the loop around.
// A callee without tail form is called. Out of a try every callee is left there: it must not run inside.
import type { Node } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { array, assign, assignment, binary, call, identifier, ifStatement, logical, member, number, returnStatement, type Expression, type Statement } from './ast.js';
import { calleeRecord } from './expressions-calls.js';
import type { Writer } from './writer.js';

const RETURN_CALL = irOp('return_call');

function leave(w: Writer, callee: Expression, args: Expression[], out: Statement[]): void {
  const tc = w.helper('TC');
  // The arguments may call functions that use TC themselves.
  out.push(assign(member(tc, 'a'), array(args)), assign(member(tc, 'f'), callee), returnStatement(null));
}

/** Calls it if there is a frame left. Of a `TC` made by a runtime that did not count them, `n` is no number: false. */
function callOrLeave(w: Writer, callee: Expression, args: Expression[], out: Statement[]): void {
  const left = member(w.helper('TC'), 'n');
  out.push(ifStatement(binary('>=', assignment(left, binary('-', left, number(1))), number(0)), [returnStatement(call(callee, args))], null));
  leave(w, callee, args, out);
}

export function emitTailCall(w: Writer, n: Node, inTry: boolean, out: Statement[]): void {
  const { fn, env } = w;
  if (env.suspendTailForm(fn.index) !== undefined) { emitSuspendTailCall(w, n, inTry, out); return; }
  const isTailForm = env.tailForm(fn.index) !== undefined;
  if (n.op === RETURN_CALL) {
    const tail = isTailForm ? env.tailForm(n.imm) : undefined;
    const args = w.operands(n.args);
    if (isTailForm && inTry) leave(w, identifier(tail ?? env.func(n.imm)), args, out);
    else if (tail === undefined) out.push(returnStatement(call(identifier(env.func(n.imm)), args)));
    else callOrLeave(w, identifier(tail), args, out);
    return;
  }
  if (!isTailForm) {
    const f = member(calleeRecord(w, n), 'f');
    out.push(returnStatement(call(f, w.operands(n.args, n.args.length - 1))));
    return;
  }
  const callee = w.scratch();
  out.push(assign(callee, logical('||', member(assignment(callee, calleeRecord(w, n)), 'c'), member(callee, 'f'))));
  (inTry ? leave : callOrLeave)(w, callee, w.operands(n.args, n.args.length - 1), out);
}

/** In a suspend form what is left in TC is a generator function; what cannot suspend is called, unless a try is around. */
function emitSuspendTailCall(w: Writer, n: Node, inTry: boolean, out: Statement[]): void {
  const { env } = w;
  if (n.op === RETURN_CALL) {
    const args = w.operands(n.args), form = env.suspendTailForm(n.imm);
    if (form === undefined && !inTry) { out.push(returnStatement(call(identifier(env.func(n.imm)), args))); return; }
    leave(w, form === undefined ? call(w.helper('neverSuspends'), [identifier(env.func(n.imm))]) : identifier(form), args, out);
  } else {
    const record = w.scratch();
    out.push(assign(record, calleeRecord(w, n)));
    leave(w, call(w.helper('suspendTailForm'), [record]), w.operands(n.args, n.args.length - 1), out);
  }
}
