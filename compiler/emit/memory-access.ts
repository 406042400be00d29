// How memory is read and written. Engines differ in what they do best, so everything that knows goes through this
// interface; the one implementation is the DataView, whose own bounds check is the trap (docs/abi.md, Traps).
import { Kind } from '../spec/types.js';
import { irOp } from '../ir/ops.js';
import type { Node } from '../ir/node.js';
import { binary, call, identifier, number, TRUE, type Expression, type Identifier } from './ast.js';
import { Want, type Writer } from './writer.js';

export interface MemoryAccess {
  load(w: Writer, method: string, bytes: number, address: Node, offset: number, memory: number): Expression;
  store(w: Writer, method: string, bytes: number, address: Node, offset: number, memory: number, value: Expression): Expression;
}

const I32_CONST = irOp('i32.const');

/** The effective address as a number that does not wrap. */
export function effectiveAddress(w: Writer, address: Node, offset: number): Expression {
  if (address.op === I32_CONST) return number((address.imm >>> 0) + offset);
  const base = w.operand(address, address.kind === Kind.I32 ? Want.unsigned : Want.exact);
  return offset === 0 ? base : binary('+', base, number(offset));
}

const views: Identifier[] = [];
const methods = new Map<string, Identifier>();
function accessor(w: Writer, memory: number, method: string): Expression {
  const name = w.env.view(memory);
  const view = views[memory]?.name === name ? views[memory] : (views[memory] = identifier(name));
  let property = methods.get(method);
  if (property === undefined) methods.set(method, property = identifier(method));
  return { type: 'MemberExpression', object: view, property, computed: false };
}

export const dataViewAccess: MemoryAccess = {
  load(w, method, bytes, address, offset, memory) {
    const at = effectiveAddress(w, address, offset);
    return call(accessor(w, memory, method), bytes === 1 ? [at] : [at, TRUE]);
  },
  store(w, method, bytes, address, offset, memory, value) {
    const at = effectiveAddress(w, address, offset);
    return call(accessor(w, memory, method), bytes === 1 ? [at, value] : [at, value, TRUE]);
  },
};
