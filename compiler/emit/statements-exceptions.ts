// Tries and throws. A body is a JavaScript `try`; its `catch` makes a record of what was thrown (runtime/exceptions.ts), runs
// the clause that matches and throws it on if none does:
//
//   try { … } catch (_e) {
//     _e = caught(_e);
//     if (_e.t === t3) { x = _e.a[0]; … } else throw _e;
//   }
//
// The clauses of `try_table` are the copies of an edge and a jump, those of the older `try` whole regions.
import { EXCEPTION, clausesOf, type CatchValues, type TryHandlers } from '../ir/catches.js';
import type { Node } from '../ir/node.js';
import { CompileError } from '../spec/errors.js';
import { irOp } from '../ir/ops.js';
import { Kind } from '../spec/types.js';
import { Place } from '../structure/marks.js';
import {
  array, assign, binary, block, call, element, endsInJump, identifier, ifStatement, member, number, throwStatement, tryStatement,
  type Expression, type Identifier, type Statement,
} from './ast.js';
import type { Control } from './control.js';
import { FrameKind, type Frame } from './frames.js';
import { emits, fromSigned, type Writer } from './writer.js';

/** Tries that may stand inside one another: a try cannot be taken apart, and JavaScript parsers recurse on them. */
const MAX_NESTED = 600;

const TRY_TABLE = irOp('try_table'), THROW = irOp('throw'), THROW_REF = irOp('throw_ref'), RETHROW = irOp('rethrow');
export const THROWS: ReadonlySet<number> = new Set([THROW, THROW_REF, RETHROW]);

/** What the `catch` of each open try calls the exception. */
const names = new Map<Node, Identifier>();
/** By nesting; no variable starts with an underscore and a letter. */
const NAMES: Identifier[] = [];
function nameOf(depth: number): Identifier {
  for (let d = NAMES.length; d <= depth; d++) NAMES.push(identifier(d === 0 ? '_e' : `_e${d}`));
  return NAMES[depth];
}

emits((w, n, want) => {
  void w;
  const e = names.get(n.owner!)!;
  if (n.imm === EXCEPTION) return e;
  const word = element(member(e, 'a'), number(n.imm));
  return n.kind === Kind.I32 ? fromSigned(word, want) : word;
}, 'caught');

export function emitThrow(w: Writer, n: Node, out: Statement[]): void {
  if (n.op === THROW) out.push(throwStatement(call(w.helper('exn'), [identifier(w.env.tag(n.imm)), array(w.operands(n.args))])));
  else if (n.op === THROW_REF) out.push(throwStatement(call(w.helper('throwable'), [w.operand(n.args[0])])));
  else out.push(throwStatement(names.get(n.owner!)!));
}

/** Starts the body. `exit` is where its end leads. */
export function openTry(c: Control, n: Node, exit: number): void {
  const f = c.open(FrameKind.try, n);
  const kind = n.op === TRY_TABLE ? 'try_table' : 'try';
  if (c.tries >= MAX_NESTED) {
    throw new CompileError(`more than ${MAX_NESTED} ${kind} blocks stand inside one another`, { func: c.w.fn.index, funcName: c.w.fn.name });
  }
  names.set(n, nameOf(c.tries++));
  c.flattenings.push(null);
  c.takeExit(f, exit, false);
  c.out = [];
  c.falloff = exit;
}

/** The end of the body or of a handler of `try`, and the start of the next handler. */
export function nextHandler(c: Control, n: Node, f: Frame): void {
  f.parts.push(c.out);
  c.out = [];
  const { payload } = clausesOf(n)[f.parts.length - 1];
  for (const p of payload) if (c.marks.place[p.id] === Place.variable) c.out.push(assign(c.w.id(p), c.w.compute(p, 0)));
}

export function closeTry(c: Control, n: Node, f: Frame): Statement {
  f.parts.push(c.out);
  const clauses = clausesOf(n);
  if (n.op === TRY_TABLE) clauses.forEach((_, k) => f.parts.push(clauseOfTable(c, n, k)));
  const e = names.get(n)!;
  const handler: Statement[] = [];
  passBy(c, n.aux as TryHandlers, e, handler);
  handler.push(assign(e, call(c.w.helper('caught'), [e])), ...dispatch(c, clauses, f.parts, e));
  c.flattenings.pop();
  c.tries--;
  names.delete(n);
  c.close(f);
  return tryStatement(block(f.parts[0]), e, block(handler));
}

/** The way out of a clause of `try_table`. */
function clauseOfTable(c: Control, n: Node, k: number): Statement[] {
  const out: Statement[] = [];
  const edge = n.edges![k];
  c.emitCopies(edge, out);
  c.jump(c.edgeKey(edge), out, true);
  return out;
}

/** An exception that is delegated past this try goes on as it is. */
function passBy(c: Control, { skipIds, skipVar }: TryHandlers, e: Identifier, out: Statement[]): void {
  if (skipVar < 0) return;
  const variable = c.w.names[c.w.fn.params.length + skipVar];
  for (const id of skipIds) out.push(ifStatement(binary('===', variable, number(id)), [throwStatement(e)], null));
}

/** Which clause it is; `parts[k + 1]` belongs to clause `k`. */
function dispatch(c: Control, clauses: readonly CatchValues[], parts: readonly Statement[][], e: Identifier): Statement[] {
  let rest: Statement[] = [throwStatement(e)];
  for (let k = clauses.length - 1; k >= 0; k--) {
    const { tag } = clauses[k], part = parts[k + 1];
    if (tag < 0) { rest = part; continue; }
    const test: Expression = binary('===', member(e, 't'), identifier(c.w.env.tag(tag)));
    if (part.length === 0) rest = rest.length === 0 ? [] : [ifStatement(binary('!==', test.left as Expression, test.right), rest, null)];
    else if (endsInJump(part)) rest = [ifStatement(test, part, null), ...rest];
    else if (endsInJump(rest)) rest = [ifStatement(binary('!==', test.left as Expression, test.right), rest, null), ...part];
    else rest = [ifStatement(test, part, rest.length === 0 ? null : rest)];
  }
  return rest;
}
