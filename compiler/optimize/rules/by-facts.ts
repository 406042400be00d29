// What follows from ranges and zero bits for single operations: comparisons that are decided, masks that change nothing,
// 64-bit arithmetic on 32-bit values, addresses.
import { OPCODES, opId, type OpName } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import type { Node } from '../../ir/node.js';
import { irOp } from '../../ir/ops.js';
import { I32_MAX, I32_MIN, U32_MAX, maxOf, minOf, zerosOf } from '../ranges.js';
import type { NodeSink } from '../rewrite.js';
import { type FactRule, i32Const, onFacts as on } from './fact-rules.js';
import { IS_CONSTANT } from './pattern.js';

const both = (name: string, rule: FactRule): void => { on(`i32.${name}` as OpName, rule); on(`i64.${name}` as OpName, rule); };

const I32_CONST = opId('i32.const'), I64_CONST = opId('i64.const'), ADD = opId('i32.add'), OR = opId('i32.or');
const TRUNC_IN_RANGE = irOp('i32.trunc_in_range');
const WRAP = opId('i32.wrap_i64'), EXTEND_U = opId('i64.extend_i32_u'), EXTEND_S = opId('i64.extend_i32_s');

const isPositive = (n: Node): boolean => minOf(n) >= 0;
const fitsU32 = (n: Node): boolean => minOf(n) >= 0 && maxOf(n) <= U32_MAX;
const fitsI32 = (n: Node): boolean => minOf(n) >= I32_MIN && maxOf(n) <= I32_MAX;

function becomes(n: Node, op: number): Node { n.op = op; return n; }
function becomesWord(n: Node, value: number): Node {
  n.op = I32_CONST;
  n.args = [];
  n.imm = value;
  return n;
}
const becomesZero = (n: Node): Node => becomesWord(n, 0);
const becomesBool = (n: Node, value: boolean): Node => becomesWord(n, value ? 1 : 0);
const wrap = (sink: NodeSink, n: Node): Node => sink.create(WRAP, Kind.I32, [n]);

// Comparisons that are decided, or where signed and unsigned agree. JavaScript compares signed words directly.

for (const [name, decide] of [
  ['lt', (a: Node, b: Node) => (maxOf(a) < minOf(b) ? 1 : minOf(a) >= maxOf(b) ? 0 : -1)],
  ['le', (a: Node, b: Node) => (maxOf(a) <= minOf(b) ? 1 : minOf(a) > maxOf(b) ? 0 : -1)],
  ['gt', (a: Node, b: Node) => (minOf(a) > maxOf(b) ? 1 : maxOf(a) <= minOf(b) ? 0 : -1)],
  ['ge', (a: Node, b: Node) => (minOf(a) >= maxOf(b) ? 1 : maxOf(a) < minOf(b) ? 0 : -1)],
] as const) {
  both(`${name}_s`, (_, n) => {
    const d = decide(n.args[0], n.args[1]);
    return d < 0 ? null : becomesBool(n, d === 1);
  });
  for (const type of ['i32', 'i64'] as const) {
    const signed = opId(`${type}.${name}_s`);
    on(`${type}.${name}_u`, (_, n) => (isPositive(n.args[0]) && isPositive(n.args[1]) ? becomes(n, signed) : null));
  }
}
const disjoint = (a: Node, b: Node): boolean => maxOf(a) < minOf(b) || minOf(a) > maxOf(b);
both('eq', (_, n) => (disjoint(n.args[0], n.args[1]) ? becomesBool(n, false) : null));
both('ne', (_, n) => (disjoint(n.args[0], n.args[1]) ? becomesBool(n, true) : null));
both('eqz', (_, n) => (minOf(n.args[0]) > 0 || maxOf(n.args[0]) < 0 ? becomesBool(n, false) : null));

// Masks and extensions that change nothing

on('i32.and', (_, n) => {
  const [a, b] = n.args;
  if (b.op === I32_CONST) return (~b.imm & ~zerosOf(a)) === 0 ? a : null;
  return null;
});
on('i64.and', (_, n) => {
  const [a, b] = n.args;
  if (b.op !== I64_CONST || (~b.imm & ~zerosOf(a)) !== 0) return null;
  return b.imm2 === -1 || fitsU32(a) ? a : null;
});
for (const [name, bits] of [['extend8_s', 8], ['extend16_s', 16], ['extend32_s', 32]] as const) {
  const most = 2 ** (bits - 1) - 1;
  const rule: FactRule = (_, n) => (maxOf(n.args[0]) <= most && minOf(n.args[0]) >= -1 - most ? n.args[0] : null);
  if (bits < 32) on(`i32.${name}` as OpName, rule);
  on(`i64.${name}`, rule);
}

// Shifts that leave nothing

for (const type of ['i32', 'i64'] as const) {
  for (const op of ['shr_s', 'shr_u'] as const) {
    on(`${type}.${op}`, (_, n) => {
      const [a, k] = n.args;
      if (IS_CONSTANT[k.op] === 0 || !isPositive(a) || maxOf(a) >= 2 ** (k.imm & (type === 'i32' ? 31 : 63))) return null;
      n.op = type === 'i32' ? I32_CONST : I64_CONST;
      n.args = [];
      n.imm = n.imm2 = 0;
      return n;
    });
  }
}

// Signed operations on values that are not negative

on('i64.extend_i32_s', (_, n) => (isPositive(n.args[0]) ? becomes(n, EXTEND_U) : null));
on('i64.shr_s', (_, n) => (isPositive(n.args[0]) ? becomes(n, opId('i64.shr_u')) : null));
/** `>>` gives an int32 at once, where `>>>` may need `| 0`. */
on('i32.shr_u', (_, n) => (isPositive(n.args[0]) && n.args[1].op !== I32_CONST ? becomes(n, opId('i32.shr_s')) : null));
for (const type of ['i32', 'i64'] as const) {
  for (const op of ['div', 'rem'] as const) {
    const unsigned = opId(`${type}.${op}_u`);
    on(`${type}.${op}_s`, (_, n) => (isPositive(n.args[0]) && minOf(n.args[1]) > 0 && IS_CONSTANT[n.args[1].op] !== 0 ? becomes(n, unsigned) : null));
  }
}
for (const type of ['f32', 'f64'] as const) {
  const fromS = opId(`${type}.convert_i32_s`), fromU = opId(`${type}.convert_i32_u`);
  on(`${type}.convert_i32_u`, (_, n) => (isPositive(n.args[0]) ? becomes(n, fromS) : null));
  const narrow: FactRule = (sink, n) => {
    const a = n.args[0];
    if (!fitsI32(a) && !fitsU32(a)) return null;
    n.op = fitsI32(a) ? fromS : fromU;
    n.args = [wrap(sink, a)];
    return n;
  };
  on(`${type}.convert_i64_s`, narrow);
  on(`${type}.convert_i64_u`, (sink, n) => (isPositive(n.args[0]) ? narrow(sink, n) : null));
}

// Truncations that cannot trap: compilers wrote `abs(x) < 2^31 ? (int) x : INT_MIN` for every conversion of C, where the first WebAssembly
// traps and C leaves the result open

for (const type of ['f32', 'f64'] as const) {
  on(`i32.trunc_${type}_s`, (_, n) => (fitsI32(n.args[0]) ? becomes(n, TRUNC_IN_RANGE) : null));
  on(`i32.trunc_${type}_u`, (_, n) => (fitsU32(n.args[0]) ? becomes(n, TRUNC_IN_RANGE) : null));
}

// Division: by more than there is, and of 64-bit values that are really 32-bit ones

both('rem_u', (_, n) => (isPositive(n.args[0]) && maxOf(n.args[0]) < minOf(n.args[1]) ? n.args[0] : null));
for (const op of ['div_u', 'rem_u'] as const) {
  const narrow = opId(`i32.${op}`);
  on(`i64.${op}`, (sink, n) => {
    const [a, b] = n.args;
    if (!fitsU32(a) || !fitsU32(b)) return null;
    const q = sink.create(narrow, Kind.I32, [wrap(sink, a), wrap(sink, b)]);
    n.op = EXTEND_U;
    n.args = [q];
    return n;
  });
}
for (const op of ['div_s', 'rem_s'] as const) {
  const narrow = opId(`i32.${op}`);
  on(`i64.${op}`, (sink, n) => {
    const [a, b] = n.args;
    // -2^31 / -1 would trap as an i32.
    if (!fitsI32(a) || !fitsI32(b) || (minOf(a) === I32_MIN && minOf(b) <= -1 && maxOf(b) >= -1)) return null;
    const q = sink.create(narrow, Kind.I32, [wrap(sink, a), wrap(sink, b)]);
    n.op = EXTEND_S;
    n.args = [q];
    return n;
  });
}

// Fixed-point products, `(i32) ((i64) a * b >> k)` for k up to 16: no bit above the product's first 48 is needed, and those come
// from products of halves. With a = a1 * 2^16 + a0, the product is (a1 * b + a0 * b1) * 2^16 + a0 * b0.

const MUL64 = opId('i64.mul'), SHR_S64 = opId('i64.shr_s'), SHR_U64 = opId('i64.shr_u');
const MUL = opId('i32.mul'), AND = opId('i32.and'), SHL = opId('i32.shl'), SHR_S = opId('i32.shr_s'), SHR_U = opId('i32.shr_u');
on('i32.wrap_i64', (sink, n) => {
  const shift = n.args[0];
  if (shift.op !== SHR_S64 && shift.op !== SHR_U64) return null;
  const [product, count] = shift.args;
  if (product.op !== MUL64 || count.op !== I64_CONST || count.imm2 !== 0 || count.imm < 1 || count.imm > 16) return null;
  const [x, y] = product.args;
  const aSigned = fitsI32(x), bSigned = fitsI32(y);
  if (!(aSigned || fitsU32(x)) || !(bSigned || fitsU32(y))) return null;
  const constant = (value: number): Node => i32Const(sink, value);
  const binary = (op: number, p: Node, q: Node): Node => sink.create(op, Kind.I32, [p, q]);
  const a = wrap(sink, x), b = wrap(sink, y), sixteen = constant(16), mask = constant(65535);
  const a1 = binary(aSigned ? SHR_S : SHR_U, a, sixteen), b1 = binary(bSigned ? SHR_S : SHR_U, b, sixteen);
  const a0 = binary(AND, a, mask), b0 = binary(AND, b, mask);
  const high = binary(ADD, binary(MUL, a1, b), binary(MUL, a0, b1));
  return binary(ADD, binary(SHL, high, constant(16 - count.imm)), binary(SHR_U, binary(MUL, a0, b0), constant(count.imm)));
});

// High words of products that fit into the low one, as of a byte written into all bytes of a word: what hash tables compare keys with

const mostUnsigned = (n: Node): number => (isPositive(n) ? maxOf(n) : U32_MAX);
const mostPositive = (n: Node): number => (isPositive(n) ? maxOf(n) : Infinity);
for (const [name, first, second] of [
  ['i32.mulhi_u', mostUnsigned, mostUnsigned], ['i32.mulhi_su', mostPositive, mostUnsigned], ['i32.mulhi_s', mostPositive, mostPositive],
  ['i32.mulhi53_u', mostUnsigned, mostPositive], ['i32.mulhi53_s', mostPositive, mostPositive],
] as const) on(name, (_, n) => (first(n.args[0]) * second(n.args[1]) <= U32_MAX ? becomesZero(n) : null));

// Addresses: a constant goes into the offset where the sum cannot wrap

function foldAddress(_: NodeSink, n: Node): Node | null {
  const address = n.args[0];
  if (address.kind !== Kind.I32 || address.args.length !== 2) return null;
  const [base, c] = address.args;
  if (c.op !== I32_CONST || c.imm <= 0) return null;
  if (address.op === ADD) {
    // Unsigned, the base is below 2^31, or its lowest bits are zero and hold the whole constant.
    if (!isPositive(base) && !fillsFreeBits(c.imm, zerosOf(base))) return null;
  } else if (address.op !== OR || (c.imm & ~zerosOf(base)) !== 0) return null;
  n.args[0] = base;
  n.imm += c.imm;
  return n;
}
/** Are all bits up to the highest one of `c` zero in every value with these zeros? */
const fillsFreeBits = (c: number, free: number): boolean => ((-1 >>> Math.clz32(c)) & ~free) === 0;
for (const row of OPCODES) if (row.width > 0 && row.params !== null) on(row.name, foldAddress);
