// Memory through typed arrays, for engines that interpret: there the call of a DataView's method takes two to five times as long as
// reading an element. The element of an address that is out of bounds, negative or not aligned is undefined, as `address / 4` is no
// index then; such accesses go through the DataView, which traps or does what was asked for. On a host of the other byte order the arrays
// are empty (runtime/elements.ts), and so everything does.
import { Kind } from '../spec/types.js';
import { Flag, type Node } from '../ir/node.js';
import { assignment, binary, conditional, element, identifier, logical, number, unary, type Expression } from './ast.js';
import { dataViewAccess, effectiveAddress, type MemoryAccess } from './memory-access.js';
import type { Writer } from './writer.js';

/** Types of elements by the method of the DataView that reads or writes them; numbers as in runtime/elements.ts. */
const TYPE_OF: Readonly<Record<string, number>> = {
  getInt8: 0, getUint8: 1, getInt16: 2, getUint16: 3, getInt32: 4, getFloat32: 5, getFloat64: 6,
  setInt8: 1, setInt16: 3, setInt32: 4, setFloat32: 5, setFloat64: 6,
};

/** The address as a number, negative if it is an int32 above 2 GiB as it stands. */
function addressOf(w: Writer, address: Node, offset: number): Expression {
  return offset === 0 && address.kind === Kind.I32 ? w.operand(address) : effectiveAddress(w, address, offset);
}
const isVariable = (e: Expression): boolean => e.type === 'Identifier' || e.type === 'NumericLiteral';
/** Is computing it again no more work than keeping it? */
const isShort = (e: Expression): boolean => isVariable(e) || (e.type === 'BinaryExpression' && isVariable(e.left as Expression) && isVariable(e.right));

/** The address where it is computed, and where it is used again. */
function twice(w: Writer, at: Expression, isCheap: (e: Expression) => boolean): [first: Expression, again: Expression] {
  if (isCheap(at)) return [at, at];
  const kept = w.address();
  return [assignment(kept, at), kept];
}
const indexOf = (at: Expression, bytes: number): Expression => (bytes === 1 ? at : binary('/', at, number(bytes)));

/** JavaScriptCore reads a DataView as fast as elements also where it interprets (RATIONALE.md). */
export const elementAccess: MemoryAccess = {
  ...dataViewAccess,
  load(w, method, bytes, n) {
    const [address] = n.args, memory = n.imm2;
    const view = bytes > 1 && (n.flags & Flag.unaligned) !== 0 ? undefined : w.env.elements(memory, TYPE_OF[method]);
    if (view === undefined) return dataViewAccess.load(w, method, bytes, n);
    const [at, again] = twice(w, addressOf(w, address, n.imm), isShort);
    return logical('??', element(identifier(view), indexOf(at, bytes)), dataViewAccess.loadAt(w, method, bytes, again, memory));
  },
  store(w, method, bytes, n, value) {
    const [address] = n.args, memory = n.imm2, type = TYPE_OF[method];
    const plain = bytes > 1 && ((n.flags & Flag.unaligned) !== 0 || !isShort(value));
    const view = plain || !isPure(value) ? undefined : w.env.elements(memory, type);
    if (view === undefined) return dataViewAccess.store(w, method, bytes, n, value);
    // Where there is no element a store does nothing at all, so it has to be known before.
    const [at, again] = twice(w, effectiveAddress(w, address, n.imm), isVariable);
    const array = identifier(view), limit = identifier(w.env.elementsEnd(memory, type));
    if (bytes === 1) {
      // The value is computed once whichever way is taken; where there is no such byte the other way is a trap.
      return assignment(element(array, at), conditional(binary('<', again, limit), value, dataViewAccess.loadAt(w, 'getInt8', 1, again, memory)));
    }
    const inside = logical('&&', unary('!', binary('&', at, number(bytes - 1))), binary('<', again, limit));
    return conditional(inside, assignment(element(array, indexOf(again, bytes)), value), dataViewAccess.storeAt(w, method, bytes, again, memory, value));
  },
};

/** Does computing it change nothing and end in no trap other than that of an access? Calls may do either. */
function isPure(e: Expression): boolean {
  switch (e.type) {
    case 'Identifier': case 'NumericLiteral': return true;
    case 'BinaryExpression': return isPure(e.left as Expression) && isPure(e.right);
    case 'UnaryExpression': return isPure(e.argument);
    case 'ConditionalExpression': return isPure(e.test) && isPure(e.consequent) && isPure(e.alternate);
    case 'LogicalExpression': return true;
    default: return false;
  }
}
