// What is known of integer values: the signed range of i32 and i64 values, and bits of the low word known to be zero.
// `simplify` keeps these facts while it walks (a value's operands are seen before it), rules ask for them, and what
// matters to later stages is left in the node's flags. A float's range is that of its integer part, where comparisons told it: then it is
// no NaN. Bounds are doubles: those of an i64 beyond 2^53 are widened to the
// ends of its range, so all arithmetic on bounds is exact.
import { OPCODES, opId, type OpName } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { Flag, type Node } from '../ir/node.js';
import { IR_OP_COUNT, irOp, type IrOpName } from '../ir/ops.js';
import { isComparison } from './rules/pattern.js';

let mins = new Float64Array(256);
let maxs = new Float64Array(256);
let zeroBits = new Int32Array(256);

export const I32_MIN = -2147483648, I32_MAX = 2147483647, U32_MAX = 4294967295;
/** The greatest i64 is 1 less, which a double cannot say. */
export const I64_MIN = -(2 ** 63), I64_MAX = 2 ** 63, EXACT = 2 ** 53;

/** Makes room for facts about nodes up to `id`. */
export function reserveFacts(id: number): void {
  if (id < mins.length) return;
  const size = id * 2 + 2;
  const lo = new Float64Array(size), hi = new Float64Array(size), zeros = new Int32Array(size);
  lo.set(mins);
  hi.set(maxs);
  zeros.set(zeroBits);
  mins = lo;
  maxs = hi;
  zeroBits = zeros;
}

// Facts of a value the walk has been at. Valid until it ends.

export const minOf = (n: Node): number => mins[n.id];
export const maxOf = (n: Node): number => maxs[n.id];
/** Bits of the low word that are zero. */
export const zerosOf = (n: Node): number => zeroBits[n.id];

// The fact under construction

let lo = 0, hi = 0, zeros = 0;
let MIN = I32_MIN, MAX = I32_MAX, BITS = 32;

function setWidth(kind: Kind): void {
  if (kind === Kind.I32) { MIN = I32_MIN; MAX = I32_MAX; BITS = 32; } else { MIN = I64_MIN; MAX = I64_MAX; BITS = 64; }
}
function unknown(): void { lo = MIN; hi = MAX; zeros = 0; }
function range(min: number, max: number): void { lo = min; hi = max; zeros = 0; }
/** A range of exact results, unknown if they may have wrapped. */
function wrapped(min: number, max: number): void {
  if (min >= MIN && max <= MAX) { lo = min; hi = max; } else { lo = MIN; hi = MAX; }
}

const POWER = Float64Array.from({ length: 65 }, (_, k) => 2 ** k);
/** Number of bits up to the highest set one; x >= 0. */
const bitLength = (x: number): number => (x <= U32_MAX ? 32 - Math.clz32(x) : 64 - Math.clz32(Math.floor(x / 4294967296)));
/** All ones up to the highest bit of x; x >= 0. */
const onesUpTo = (x: number): number => POWER[bitLength(x)] - 1;
/** Zeros of the low word that a range implies. */
const zerosAbove = (max: number): number => (max > I32_MAX ? 0 : max <= 0 ? -1 : -1 << (32 - Math.clz32(max)));
/** Bits below the lowest one that is not known to be zero. */
export const lowMask = (z: number): number => (z === -1 ? -1 : ((~z & -~z) - 1) | 0);

/** Brings range and bits into line and files them under the node. */
function store(n: Node): void {
  const id = n.id;
  if (id >= mins.length) reserveFacts(id);
  if (BITS === 32) {
    // What an earlier walk found out stays true.
    if ((n.flags & Flag.nonNegative) !== 0 && lo < 0) lo = 0;
    if ((n.flags & Flag.bool) !== 0) { if (lo < 0) lo = 0; if (hi > 1) hi = 1; }
    if (zeros < 0) { if (lo < 0) lo = 0; const m = ~zeros; if (hi > m) hi = m; }
    if (lo >= 0) zeros |= zerosAbove(hi);
    n.flags = n.flags & ~(Flag.bool | Flag.nonNegative) | (lo >= 0 ? (hi <= 1 ? Flag.bool | Flag.nonNegative : Flag.nonNegative) : 0);
  } else {
    if (lo < -EXACT) lo = I64_MIN;
    if (hi > EXACT) hi = I64_MAX;
    if (lo >= 0 && hi <= U32_MAX) { const m = ~zeros >>> 0; if (hi > m) hi = m; zeros |= zerosAbove(hi); }
    n.flags = n.flags & ~(Flag.highZero | Flag.highSign) | (lo >= 0 && hi <= U32_MAX ? Flag.highZero : 0) | (lo >= I32_MIN && hi <= I32_MAX ? Flag.highSign : 0);
  }
  // Contradicting facts mean code that is never reached.
  if (lo > hi) { lo = MIN; hi = MAX; }
  mins[id] = lo;
  maxs[id] = hi;
  zeroBits[id] = zeros;
}

// What each operation makes of its operands

type Transfer = (n: Node, a: number, b: number) => void;
const transfers: (Transfer | undefined)[] = new Array<Transfer | undefined>(IR_OP_COUNT).fill(undefined);
function on(names: readonly IrOpName[], t: Transfer): void { for (const name of names) transfers[irOp(name)] = t; }
function onBoth(name: string, t: Transfer): void { on([`i32.${name}`, `i64.${name}`] as IrOpName[], t); }
const I32_CONST = opId('i32.const'), I64_CONST = opId('i64.const');
const I32_XOR = opId('i32.xor'), I32_SHR_S = opId('i32.shr_s');
const isConst = (n: Node): boolean => n.op === I32_CONST || n.op === I64_CONST;
const isAllOnes = (n: Node): boolean => n.op === I32_CONST && n.imm === -1;

on(['i32.const'], (n) => { lo = hi = n.imm; zeros = ~n.imm; });
on(['i64.const'], (n) => { lo = hi = n.imm2 * 4294967296 + (n.imm >>> 0); zeros = ~n.imm; if (Math.abs(lo) > EXACT) { lo = I64_MIN; hi = I64_MAX; } });

onBoth('add', (_, a, b) => {
  wrapped(mins[a] + mins[b], maxs[a] + maxs[b]);
  zeros = (zeroBits[a] | zeroBits[b]) === -1 && BITS === 32 ? zeroBits[a] & zeroBits[b] : lowMask(zeroBits[a] & zeroBits[b]);
});
onBoth('sub', (_, a, b) => { wrapped(mins[a] - maxs[b], maxs[a] - mins[b]); zeros = lowMask(zeroBits[a] & zeroBits[b]); });
onBoth('mul', (_, a, b) => {
  const p = mins[a] * mins[b], q = mins[a] * maxs[b], r = maxs[a] * mins[b], s = maxs[a] * maxs[b];
  const least = Math.min(p, q, r, s), most = Math.max(p, q, r, s);
  if (least < -EXACT || most > EXACT) { lo = MIN; hi = MAX; } else wrapped(least, most);
  zeros = lowMask(zeroBits[a]) | lowMask(zeroBits[b]);
});
onBoth('and', (n, a, b) => {
  const aPositive = mins[a] >= 0, bPositive = mins[b] >= 0, m = n.args[1];
  // `x & x >> 31` is the smaller of x and 0, `x & ~(x >> 31)` the larger.
  const sign = m.op === I32_XOR && isAllOnes(m.args[1]) ? m.args[0] : m;
  if (sign.op === I32_SHR_S && sign.args[0] === n.args[0] && sign.args[1].op === I32_CONST && sign.args[1].imm === 31) {
    if (sign === m) range(Math.min(mins[a], 0), Math.min(maxs[a], 0)); else range(Math.max(mins[a], 0), Math.max(maxs[a], 0));
    zeros = zeroBits[a];
    return;
  }
  if (aPositive || bPositive) range(0, aPositive && bPositive ? Math.min(maxs[a], maxs[b]) : aPositive ? maxs[a] : maxs[b]);
  else range(-1 - onesUpTo(Math.max(-1 - mins[a], -1 - mins[b])), Math.max(maxs[a], maxs[b]));
  zeros = zeroBits[a] | zeroBits[b];
});
onBoth('or', (_, a, b) => {
  const most = Math.max(maxs[a], maxs[b]);
  if (mins[a] >= 0 && mins[b] >= 0) range(Math.max(mins[a], mins[b]), onesUpTo(most));
  else range(Math.min(mins[a], mins[b]), maxs[a] < 0 || maxs[b] < 0 ? -1 : onesUpTo(most));
  zeros = zeroBits[a] & zeroBits[b];
});
onBoth('xor', (_, a, b) => {
  const ones = onesUpTo(Math.max(maxs[a], maxs[b], -1 - mins[a], -1 - mins[b], 0));
  range(mins[a] >= 0 && mins[b] >= 0 ? 0 : -1 - ones, ones);
  zeros = zeroBits[a] & zeroBits[b];
});
onBoth('shl', (n, a) => {
  const k = n.args[1];
  if (!isConst(k)) { unknown(); zeros = lowMask(zeroBits[a]); return; }
  const count = k.imm & (BITS - 1);
  wrapped(mins[a] * POWER[count], maxs[a] * POWER[count]);
  zeros = count >= 32 ? -1 : (zeroBits[a] << count) | ((1 << count) - 1);
});
onBoth('shr_u', (n, a) => {
  const k = n.args[1];
  if (!isConst(k)) { if (mins[a] >= 0) range(0, maxs[a]); else unknown(); return; }
  const count = k.imm & (BITS - 1);
  if (count === 0) { range(mins[a], maxs[a]); zeros = zeroBits[a]; return; }
  if (mins[a] >= 0) range(Math.floor(mins[a] / POWER[count]), Math.floor(maxs[a] / POWER[count]));
  else range(0, POWER[BITS - count] - 1);
  if (BITS === 32) zeros = (zeroBits[a] >>> count) | ~(-1 >>> count);
  else if (count < 32) zeros = (zeroBits[a] >>> count) & (-1 >>> count);
});
onBoth('shr_s', (n, a) => {
  const k = n.args[1];
  if (!isConst(k)) { range(Math.min(mins[a], 0), Math.max(maxs[a], -1)); return; }
  const count = k.imm & (BITS - 1);
  range(Math.floor(mins[a] / POWER[count]), Math.floor(maxs[a] / POWER[count]));
  if (BITS === 32) zeros = zeroBits[a] >> count;
  else if (count < 32) zeros = (zeroBits[a] >>> count) & (-1 >>> count);
});
onBoth('div_u', (_, a, b) => {
  if (mins[b] < 1) { if (mins[a] >= 0) range(0, maxs[a]); else unknown(); }
  else if (mins[a] >= 0) range(0, Math.floor(maxs[a] / mins[b]));
  else if (mins[b] > 1) range(0, Math.min(MAX, Math.floor((POWER[BITS] - 1) / mins[b])));
  else unknown();
});
onBoth('div_s', (_, a, b) => {
  if (mins[b] >= 1) range(mins[a] < 0 ? Math.ceil(mins[a] / mins[b]) : 0, maxs[a] > 0 ? Math.floor(maxs[a] / mins[b]) : 0);
  else if (mins[a] >= 0 && mins[b] >= 0) range(0, maxs[a]);
  else unknown();
});
onBoth('rem_u', (_, a, b) => {
  if (mins[b] >= 1) range(0, mins[a] >= 0 ? Math.min(maxs[a], maxs[b] - 1) : maxs[b] - 1);
  else if (mins[a] >= 0) range(0, maxs[a]);
  else unknown();
});
onBoth('rem_s', (_, a, b) => {
  const most = Math.max(Math.abs(mins[b]), Math.abs(maxs[b])) - 1;
  range(mins[a] < 0 ? Math.max(-most, mins[a]) : 0, maxs[a] > 0 ? Math.min(most, maxs[a]) : 0);
});
for (const count of ['clz', 'ctz', 'popcnt']) onBoth(count, () => range(0, BITS));

function extension(bits: number): Transfer {
  const least = -(2 ** (bits - 1)), most = 2 ** (bits - 1) - 1;
  return (_, a) => {
    if (mins[a] >= least && maxs[a] <= most) { range(mins[a], maxs[a]); zeros = zeroBits[a]; return; }
    range(least, most);
    // Bit `bits - 1` being zero makes the value positive, which then clears the bits above.
    const z = zeroBits[a];
    zeros = z & most;
    if (z & -least && least >= -32768) { lo = 0; zeros = z | ~most; }
  };
}
onBoth('extend8_s', extension(8));
onBoth('extend16_s', extension(16));
on(['i64.extend32_s'], extension(32));
on(['i32.wrap_i64'], (_, a) => {
  if (mins[a] >= I32_MIN && maxs[a] <= I32_MAX) range(mins[a], maxs[a]); else unknown();
  zeros = zeroBits[a];
});
on(['i64.extend_i32_s'], (_, a) => { range(mins[a], maxs[a]); zeros = zeroBits[a]; });
on(['i64.extend_i32_u'], (_, a) => {
  if (mins[a] >= 0) range(mins[a], maxs[a]); else range(0, U32_MAX);
  zeros = zeroBits[a];
});
on(['select'], (_, a, b) => { range(Math.min(mins[a], mins[b]), Math.max(maxs[a], maxs[b])); zeros = zeroBits[a] & zeroBits[b]; });

/** What loads may give, by the part of their name after the type. */
export const LOADS: readonly (readonly [string, number, number])[] = [
  ['load8_s', -128, 127], ['load8_u', 0, 255], ['load16_s', -32768, 32767], ['load16_u', 0, 65535], ['load32_s', I32_MIN, I32_MAX], ['load32_u', 0, U32_MAX],
];
for (const [name, least, most] of LOADS) {
  for (const type of ['i32', 'i64']) if (OPCODES.some((r) => r.name === `${type}.${name}`)) on([`${type}.${name}` as OpName], () => range(least, most));
}
on(['memory.size'], () => { if (BITS === 32) range(0, 65536); else unknown(); });
for (const row of OPCODES) if (isComparison(row.id)) on([row.name], () => range(0, 1));

const HELPER_MAX: Readonly<Record<string, number>> = { i32Ctz: 32, i32Popcnt: 32, i64Clz: 64, i64Ctz: 64, i64Popcnt: 64 };
on(['helper'], (n) => { const most = HELPER_MAX[n.aux as string]; if (most === undefined) unknown(); else range(0, most); });

/** Files what is known of `n` from its operands. */
export function computeFact(n: Node): void {
  const kind = n.kind;
  if (kind !== Kind.I32 && kind !== Kind.I64) { unknownFloat(n); return; }
  setWidth(kind);
  zeros = 0;
  const transfer = transfers[n.op];
  if (transfer === undefined) unknown();
  else {
    const args = n.args;
    transfer(n, args.length > 0 ? args[0].id : 0, args.length > 1 ? args[1].id : 0);
  }
  store(n);
}

function unknownFloat(n: Node): void {
  if (n.kind !== Kind.F32 && n.kind !== Kind.F64) return;
  if (n.id >= mins.length) reserveFacts(n.id);
  mins[n.id] = -Infinity;
  maxs[n.id] = Infinity;
}

/** Files that nothing is known of `n`. */
export function computeUnknown(n: Node): void {
  if (n.kind !== Kind.I32 && n.kind !== Kind.I64) { unknownFloat(n); return; }
  setWidth(n.kind);
  unknown();
  store(n);
}

// Merges: the facts of all values that may come in

/** Files the facts of `v` under the merge `n`, as the first. */
export function beginMerge(n: Node, v: Node): void {
  if (n.kind !== Kind.I32 && n.kind !== Kind.I64) return;
  if (n.id >= mins.length || v.id >= mins.length) reserveFacts(Math.max(n.id, v.id));
  mins[n.id] = mins[v.id];
  maxs[n.id] = maxs[v.id];
  zeroBits[n.id] = zeroBits[v.id];
}
/** Widens the facts of the merge `n` by those of `v`. */
export function joinMerge(n: Node, v: Node): void {
  if (n.kind !== Kind.I32 && n.kind !== Kind.I64) return;
  const id = n.id, other = v.id;
  if (mins[other] < mins[id]) mins[id] = mins[other];
  if (maxs[other] > maxs[id]) maxs[id] = maxs[other];
  zeroBits[id] &= zeroBits[other];
}
/** Leaves a merge's facts in its flags once nothing more comes in. */
export function endMerge(n: Node): void {
  if (n.kind !== Kind.I32 && n.kind !== Kind.I64) { unknownFloat(n); return; }
  setWidth(n.kind);
  lo = mins[n.id];
  hi = maxs[n.id];
  zeros = zeroBits[n.id];
  store(n);
}

// Facts that hold in part of the code only

const narrowedIds: number[] = [];
const narrowedMins: number[] = [];
const narrowedMaxs: number[] = [];
const narrowedZeros: number[] = [];

/** Narrows the range of `n` until `widenTo` undoes it. */
export function narrow(n: Node, min: number, max: number): void {
  const id = n.id, least = Math.max(mins[id], min), most = Math.min(maxs[id], max);
  // An empty range: the code is never reached, and anything may be said about it.
  if (least > most || (least === mins[id] && most === maxs[id])) return;
  // Doubles beyond 2^53 are not exact; such ends stay as they are.
  if ((least !== mins[id] && Math.abs(least) > EXACT) || (most !== maxs[id] && Math.abs(most) > EXACT)) return;
  narrowedIds.push(id);
  narrowedMins.push(mins[id]);
  narrowedMaxs.push(maxs[id]);
  narrowedZeros.push(zeroBits[id]);
  mins[id] = least;
  maxs[id] = most;
  if (least >= 0) zeroBits[id] |= zerosAbove(most);
}
/** How many facts are narrowed now. */
export const narrowedCount = (): number => narrowedIds.length;
/** Undoes all but the first `count` narrowings. */
export function widenTo(count: number): void {
  while (narrowedIds.length > count) {
    const id = narrowedIds.pop() as number;
    mins[id] = narrowedMins.pop() as number;
    maxs[id] = narrowedMaxs.pop() as number;
    zeroBits[id] = narrowedZeros.pop() as number;
  }
}

/** Files a range and zero bits found otherwise. */
export function setFact(n: Node, min: number, max: number, zeroMask: number): void {
  setWidth(n.kind);
  lo = Math.max(min, MIN);
  hi = Math.min(max, MAX);
  zeros = zeroMask;
  store(n);
}
