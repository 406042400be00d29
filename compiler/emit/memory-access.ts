// How memory is read and written. Engines differ in what they do best, so everything that knows goes through this
// interface. Here is the DataView, whose own bounds check is the trap (docs/abi.md, Traps); element-access.ts is for interpreters.
import { Kind } from '../spec/types.js';
import { irOp } from '../ir/ops.js';
import type { Node } from '../ir/node.js';
import { opTable } from '../structure/operands.js';
import { binary, call, identifier, member, number, TRUE, ZERO, type Expression } from './ast.js';
import type { EmitEnv } from './env.js';
import { bit, DATA_VIEW, ELEMENT_NAMES } from './memory-views.js';
import { isNonNegative, Want, type Writer } from './writer.js';

export interface MemoryAccess {
  /** Which views (memory-views.ts) the load or store `n` of the first memory goes through, as bits. */
  views(n: Node): number;
  /** What the load or store `n` does, by a method of the DataView. */
  load(w: Writer, method: string, bytes: number, n: Node): Expression;
  store(w: Writer, method: string, bytes: number, n: Node, value: Expression): Expression;
  /** Of floats with the bits of their NaNs. */
  loadFloat(w: Writer, single: boolean, n: Node): Expression;
  storeFloat(w: Writer, helper: string, n: Node, value: Expression): Expression;
}

const I32_CONST = irOp('i32.const');
/** What is read as it is, like a variable. */
const LOADS = opTable('i32.load', 'i32.load8_s', 'i32.load16_s', 'global.get', 'var.get', 'gc.get', 'gc.elem', 'ret.i32');

/** The effective address as a number that does not wrap; `isPlain` if the address is known not to be negative. */
export function effectiveAddress(w: Writer, address: Node, offset: number, isPlain = false): Expression {
  if (address.op === I32_CONST) return number((address.imm >>> 0) + offset);
  const base = w.operand(address, address.kind === Kind.I32 && !isPlain ? Want.unsigned : Want.exact);
  return offset === 0 ? base : binary('+', base, number(offset));
}

/**
 * The same for methods of the view, which take an int32 as it is: a negative one is out of bounds in a memory of up to 2 GiB,
 * as the address it stands for is, and larger ones have a view that knows (runtime/signed-view.ts). So nothing needs to be
 * made unsigned unless an offset is added that could make it wrap around. A variable is, all the same: V8 then checks its
 * sign beside the access, and does not wait for it to be extended to 64 bits.
 */
function indexOf(w: Writer, address: Node, offset: number): Expression {
  if (address.kind !== Kind.I32 || address.op === I32_CONST) return effectiveAddress(w, address, offset);
  if (offset === 0) return w.operand(address, w.isVariable(address) || LOADS[address.op] !== 0 ? Want.unsigned : Want.exact);
  if (!isNonNegative(address) || offset > 0x7fffffff) return effectiveAddress(w, address, offset);
  return binary('|', binary('+', w.operand(address, Want.term), number(offset)), ZERO);
}

/** Names of one letter, as runtime/short-view.ts gives them. */
const SHORT_METHODS = new Map(['get', 'set'].flatMap((what, k) => ELEMENT_NAMES
  .map((type, i) => [what + type, String.fromCharCode(97 + 7 * k + i)] as const)));
const nameOf = (w: Writer, method: string): string => (w.env.shortMethods ? SHORT_METHODS.get(method) : undefined) ?? method;

export interface DataViewAccess extends MemoryAccess {
  /** With the address as an expression. */
  loadAt(w: Writer, method: string, bytes: number, at: Expression, memory: number): Expression;
  storeAt(w: Writer, method: string, bytes: number, at: Expression, memory: number, value: Expression): Expression;
}

/** Everything by methods of a view: `kind` is that of the first memory, `name` the module's own of any. */
export function viewAccess(kind: number, name: (env: EmitEnv, memory: number) => string): DataViewAccess {
  /** The view as it is to be written here. */
  const view = (w: Writer, memory: number): Expression => (memory === 0 ? w.view(kind) : identifier(name(w.env, memory)));
  /** The methods of the first memory's view as expressions, for the environment that was asked last; the same of local views. */
  let known: EmitEnv | null = null;
  const accessors = new Map<string, Expression>();
  const localAccessors = new Map<string, Expression>();
  function accessor(w: Writer, memory: number, method: string): Expression {
    if (memory !== 0) return member(view(w, memory), nameOf(w, method));
    if (known !== w.env) {
      known = w.env;
      accessors.clear();
      localAccessors.clear();
    }
    const methods = (w.localViews & bit(kind)) !== 0 ? localAccessors : accessors;
    let e = methods.get(method);
    if (e === undefined) methods.set(method, e = member(view(w, 0), nameOf(w, method)));
    return e;
  }
  const access: DataViewAccess = {
    views: () => bit(kind),
    loadAt: (w, method, bytes, at, memory) => call(accessor(w, memory, method), bytes === 1 ? [at] : [at, TRUE]),
    storeAt: (w, method, bytes, at, memory, value) => call(accessor(w, memory, method), bytes === 1 ? [at, value] : [at, value, TRUE]),
    load: (w, method, bytes, n) => access.loadAt(w, method, bytes, indexOf(w, n.args[0], n.imm), n.imm2),
    store: (w, method, bytes, n, value) => access.storeAt(w, method, bytes, indexOf(w, n.args[0], n.imm), n.imm2, value),
    // Helpers add to the address, so it must not be negative.
    loadFloat: (w, single, n) => call(w.helper(single ? 'loadF32' : 'loadF64'), [view(w, n.imm2), effectiveAddress(w, n.args[0], n.imm)]),
    storeFloat: (w, helper, n, value) => call(w.helper(helper), [view(w, n.imm2), effectiveAddress(w, n.args[0], n.imm), value]),
  };
  return access;
}

export const dataViewAccess = viewAccess(DATA_VIEW, (env, memory) => env.view(memory));
