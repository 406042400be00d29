// Memory through typed arrays, for engines that interpret: there the call of a DataView's method takes two to five times as long as
// reading an element. There is no element at an address that is out of bounds or not aligned; such accesses go through the DataView, which
// traps or does what was asked for. So do aligned accesses to shared memories in any output, as elements never tear (shared-access.ts). Where an access is known to be inside of the memory (optimize/memory-bounds.ts), there is nothing but the element. On a
// host of the other byte order objects stand for the arrays (runtime/elements.ts).
//
// With `x` the index of `p` (element-indices.ts), what is read 16 bytes behind it is `I[x + 4] ?? D.getInt32((p >>> 0) + 16, true)`: a load out of bounds
// gives undefined. Where there is no element a store does nothing at all, so its index is compared before.
import { Kind } from '../spec/types.js';
import { Flag, type Node } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { assignment, binary, call, conditional, element, identifier, logical, number, sequence, unary, type Expression, type Identifier } from './ast.js';
import { beyond, indexedBase } from './element-indices.js';
import { bytesOf, hasElement, isLoad, typeOf } from './elements.js';
import { dataViewAccess, effectiveAddress, type MemoryAccess } from './memory-access.js';
import { arrayOf, bit, countOf, DATA_VIEW } from './memory-views.js';
import { emits, Want, type Writer } from './writer.js';

const I32_CONST = irOp('i32.const');

const isVariable = (e: Expression): boolean => e.type === 'Identifier' || e.type === 'NumericLiteral';
/** Is computing it again no more work than keeping it? */
const isShort = (e: Expression): boolean => isVariable(e) || (e.type === 'BinaryExpression' && isVariable(e.left as Expression) && isVariable(e.right));

/** The expression where it is computed, and where it is used again. */
function twice(e: Expression, isCheap: (e: Expression) => boolean, keep: () => Identifier): [first: Expression, again: Expression] {
  if (isCheap(e)) return [e, e];
  const kept = keep();
  return [assignment(kept, e), kept];
}
/** The index of a base, with what is added to it. */
function indexOf(w: Writer, index: Node, distance: number): Expression {
  const x = w.operand(index, Want.loose);
  return distance === 0 ? x : distance < 0 ? binary('-', x, number(-distance)) : binary('+', x, number(distance));
}

/** Is there an element at the address, whatever happens? */
const isInside = (w: Writer, n: Node): boolean => (n.flags & Flag.inBounds) !== 0
  || (n.args[0].op === I32_CONST && isLow((n.args[0].imm >>> 0) + n.imm, bytesOf(n), w.env.leastBytes(n.imm2)));
const isLow = (at: number, bytes: number, limit: number): boolean => at % bytes === 0 && at + bytes <= limit;
/** The effective address of an access; not made unsigned if it is known not to be negative. */
const addressOf = (w: Writer, n: Node): Expression => effectiveAddress(w, n.args[0], n.imm, (n.flags & Flag.plainAddress) !== 0);

/** Where there is no element a function of the module goes on, which takes less text than a method; calls are dear only where all code is interpreted. */
const callsSlow = (w: Writer): boolean => !w.env.interprets;
/** What it takes. */
const far = (w: Writer, n: Node): Expression[] => [w.operand(n.args[0]), number(n.imm)];

const array = (w: Writer, memory: number, type: number): Expression => (memory === 0 ? w.view(arrayOf(type)) : identifier(w.env.elements(memory, type)));
const count = (w: Writer, memory: number, type: number): Expression => (memory === 0 ? w.view(countOf(type)) : identifier(w.env.elementCount(memory, type)));

/** Of addresses that shifts keep, and of those that are doubles (memory64), which are divided. */
const isInt = (address: Node): boolean => address.kind === Kind.I32;

/** 2^30 and -(2^31) in less text, which compilers of engines know as a constant and interpreters would compute. */
const power = (w: Writer, value: number): Expression => (w.env.interprets || value > 2 ** 30 ? number(value) : binary('<<', number(1), number(value < 0 ? 31 : 30)));

emits((w, n) => {
  const [base] = n.args, bytes = n.imm, signed = n.imm2 !== 0, shift = Math.log2(bytes);
  if (n.aux !== null) return binary('<<', w.operand(base, Want.loose), number((n.aux as number) - shift));
  const e = w.operand(base, Want.loose), index = binary(signed ? '>>' : '>>>', e, number(shift));
  return w.alignment.of(base) >= shift ? index : conditional(binary('&', e, number(bytes - 1)), power(w, beyond(bytes, signed)), index);
}, 'i32.index');

export const elementAccess: MemoryAccess = {
  ...dataViewAccess,
  views(n) {
    if (!hasElement(n)) return bit(DATA_VIEW);
    const type = typeOf(n);
    if ((n.flags & Flag.inBounds) !== 0) return bit(arrayOf(type));
    return bit(arrayOf(type)) | (isLoad(n) ? 0 : bit(countOf(type)));
  },

  load(w, method, bytes, n) {
    const [address, index] = n.args, memory = n.imm2, offset = n.imm;
    if (!w.env.takesElement(n)) return dataViewAccess.load(w, method, bytes, n);
    const found = (at: Expression): Expression => element(array(w, memory, typeOf(n)), at);
    const slow = (at: Expression): Expression => dataViewAccess.loadAt(w, method, bytes, at, memory);
    if (index !== undefined) {
      const element = found(indexOf(w, index, indexedBase(n, bytes).distance));
      return isInside(w, n) ? element : logical('??', element, callsSlow(w) ? call(identifier(w.env.slowLoad(memory, typeOf(n))), far(w, n)) : slow(addressOf(w, n)));
    }
    // A negative number is no index, as it should be, nor is a fraction.
    const at = bytes === 1 && offset === 0 && isInt(address) ? w.operand(address) : addressOf(w, n);
    if (isBetween(at, bytes)) return slow(at);
    if (isInside(w, n)) return found(ofBytes(at, bytes));
    const [first, again] = twice(at, isShort, () => w.address());
    return logical('??', found(ofBytes(first, bytes)), slow(again));
  },

  store(w, method, bytes, n, value) {
    const [, , index] = n.args, memory = n.imm2;
    if (!w.env.takesElement(n)) return dataViewAccess.store(w, method, bytes, n, value);
    if (isInside(w, n)) {
      const at = index !== undefined ? indexOf(w, index, indexedBase(n, bytes).distance) : ofBytes(addressOf(w, n), bytes);
      return assignment(element(array(w, memory, typeOf(n)), at), value);
    }
    const before: Expression[] = [];
    /** Only a value that is a variable may be computed behind the address, which changes no variable but its own. */
    const kept = isVariable(value) ? value : w.stored();
    const limit = count(w, memory, typeOf(n));
    const slow = (at: Expression): Expression => dataViewAccess.storeAt(w, method, bytes, at, memory, kept);
    const finish = (test: Expression, at: Expression, otherwise: Expression): Expression => {
      if (kept !== value) before.push(assignment(kept as Identifier, value));
      const choice = conditional(test, assignment(element(array(w, memory, typeOf(n)), at), kept), otherwise);
      return before.length === 0 ? choice : sequence([...before, choice]);
    };
    /** Compares an index where it is computed. */
    const among = (at: Expression): [inside: Expression, again: Expression] => {
      const [first, again] = twice(at, isVariable, () => w.address());
      return [binary('<', first, limit), again];
    };
    if (index !== undefined) {
      const { base, distance, signed } = indexedBase(n, bytes), at = indexOf(w, index, distance);
      const isNatural = (n.flags & Flag.plainAddress) !== 0 && w.alignment.of(base) >= Math.log2(bytes);
      const [inside, again] = among(signed && !isNatural ? binary('>>>', at, number(0)) : at);
      return finish(inside, again, callsSlow(w) ? call(identifier(w.env.slowStore(memory, typeOf(n))), [...far(w, n), kept]) : slow(addressOf(w, n)));
    }
    let at = addressOf(w, n);
    if (isBetween(at, bytes)) return dataViewAccess.storeAt(w, method, bytes, at, memory, value);
    if (!isVariable(at) && (bytes > 1 || kept !== value) && !isShort(at)) {
      before.push(assignment(w.base(), at));
      at = w.base();
    }
    const [inside, again] = among(ofBytes(at, bytes));
    // Not an index if there is a fraction, and no more compared to be one.
    const test = bytes === 1 || at.type === 'NumericLiteral' ? inside : logical('&&', unary('!', binary('&', at, number(bytes - 1))), inside);
    return finish(test, again, slow(bytes === 1 ? again : at));
  },
};

/** The index of an address that is no int32, or a constant. */
const ofBytes = (at: Expression, bytes: number): Expression =>
  (bytes === 1 ? at : at.type === 'NumericLiteral' ? number(at.value / bytes) : binary('/', at, number(bytes)));
/** A constant address that is not aligned. */
const isBetween = (at: Expression, bytes: number): boolean => at.type === 'NumericLiteral' && at.value % bytes !== 0;
