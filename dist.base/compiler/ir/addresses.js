// Operands that are addresses or indices, of 64-bit memories and tables too. A 64-bit address becomes one double: exact up to
// 2^53, and rounded only where it is far out of any bounds, so that a memory access needs no more than to be given it.
import { opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { irOp } from './ops.js';
const ADDRESS64 = irOp('address64');
const CONST64 = opId('i64.const'), SHR_U = opId('i64.shr_u'), WRAP = opId('i32.wrap_i64');
const ZERO = opId('i32.const'), NE = opId('i32.ne'), SUB = opId('i32.sub'), OR = opId('i32.or');
/** A number of bytes or pages as memory operations take it: i32 (taken unsigned), or a double. */
export function address(b, n) {
    return n.kind === Kind.I64 ? b.add(ADDRESS64, Kind.F64, [n]) : n;
}
/** The index of a table entry, or a number of entries. Tables end far below 2^32, so that all of more than 32 bits may
 * become the largest of 32: it is out of bounds as well. */
export function index(b, n) {
    if (n.kind !== Kind.I64)
        return n;
    const i32 = (op, ...args) => b.add(op, Kind.I32, args);
    const half = b.add(CONST64, Kind.I64, []);
    half.imm = 32;
    const high = i32(WRAP, b.add(SHR_U, Kind.I64, [n, half]));
    return i32(OR, i32(WRAP, n), i32(SUB, i32(ZERO), i32(NE, high, i32(ZERO))));
}
