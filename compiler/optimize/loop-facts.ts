// What is known of a loop's params before its body has been walked. Two things are looked at: what comes back by its
// operation alone (a constant, a masked value, a small load), and induction: a param that every way back increases (or
// decreases) by a constant, with a comparison that bounds it on the way. The bound is the comparison's other side,
// whose facts are known if it is older than the loop: with `n > 0` known from outside, `i` of
// `for (i = 0; i != n; i++)` is not negative.
import { OPCODES, opId, type OpName } from '../spec/opcodes.js';
import type { MemorySizes } from '../spec/memory-sizes.js';
import { Kind } from '../spec/types.js';
import type { ControlIndex } from '../ir/control-index.js';
import { resolve, type Node, type Region } from '../ir/node.js';
import { IR_OP_COUNT, irOp } from '../ir/ops.js';
import { truncate } from '../ir/truncate.js';
import { Relation, SWAPPED, compared } from './conditions.js';
import { lastAddress } from './memory-bounds.js';
import { computeUnknown, EXACT, I32_MAX, I32_MIN, I64_MAX, I64_MIN, LOADS, lowMask, maxOf, minOf, setFact, zerosOf } from './ranges.js';
import { isComparison } from './rules/pattern.js';

const R = Relation;
const I32_CONST = opId('i32.const'), I64_CONST = opId('i64.const'), BR_IF = opId('br_if');
const I32_ADD = opId('i32.add'), I64_ADD = opId('i64.add'), I32_SUB = opId('i32.sub'), I64_SUB = opId('i64.sub');
const I32_AND = opId('i32.and'), I64_AND = opId('i64.and');
const EXTEND_U = opId('i64.extend_i32_u'), EXTEND_S = opId('i64.extend_i32_s');

/** Bounds by operation, NaN where the operands decide. */
const leastOf = new Float64Array(IR_OP_COUNT).fill(NaN), mostOf = new Float64Array(IR_OP_COUNT).fill(NaN);
function bounds(op: number, least: number, most: number): void { leastOf[op] = least; mostOf[op] = most; }
for (const [name, least, most] of LOADS) for (const row of OPCODES) if (row.name === `i32.${name}` || row.name === `i64.${name}`) bounds(row.id, least, most);
for (const row of OPCODES) if (isComparison(row.id)) bounds(row.id, 0, 1);
for (const type of ['i32', 'i64']) {
  bounds(opId(`${type}.extend8_s` as OpName), -128, 127);
  bounds(opId(`${type}.extend16_s` as OpName), -32768, 32767);
  for (const count of ['clz', 'ctz', 'popcnt']) bounds(opId(`${type}.${count}` as OpName), 0, 64);
}
bounds(EXTEND_U, 0, 4294967295);
bounds(EXTEND_S, I32_MIN, I32_MAX);
bounds(opId('i64.extend32_s'), I32_MIN, I32_MAX);

const RESULT = irOp('result');
/** Merges that are looked through. */
const MAX_MERGES = 4;
const isConst = (n: Node): boolean => n.op === I32_CONST || n.op === I64_CONST;
const valueOf = (c: Node): number => (c.op === I32_CONST ? c.imm : c.imm2 * 4294967296 + (c.imm >>> 0));

/** The constant that `n` adds to `base`, or NaN. */
function stepFrom(n: Node, base: Node): number {
  if (n === base) return 0;
  if (n.args.length !== 2) return NaN;
  const a = resolve(n.args[0]), b = resolve(n.args[1]);
  let step = NaN;
  if (n.op === I32_ADD || n.op === I64_ADD) {
    if (a === base && isConst(b)) step = valueOf(b);
    else if (b === base && isConst(a)) step = valueOf(a);
  } else if ((n.op === I32_SUB || n.op === I64_SUB) && a === base && isConst(b)) step = -valueOf(b);
  return Math.abs(step) <= I32_MAX ? step : NaN;
}

/** Conditions on the way to a branch back, and whether they hold there. */
interface Guard { condition: Node; holds: boolean }
const guards: Guard[] = [];
/** Accesses to memory on that way: their addresses, and the greatest of each that does not trap. */
interface Reached { address: Node; last: number }
const reached: Reached[] = [];

/** What `incoming` found. */
let least = 0, most = 0, zeros = 0, up = 0, down = 0;
/** Params that step without a bound of their own. */
interface Stepping { p: Node; least: number; most: number; zeros: number; up: number; down: number }
const stepping: Stepping[] = [];

/** How far from the param an access may be that tells of it. */
const REACH = 2 ** 16;
/** Most loops are left by few ways; of the others not all are asked. */
const MAX_GUARDS = 4, MAX_REACHED = 16;

let aloneFrom = 0, aloneTo = 0;

export class LoopFacts {
  private readonly index: ControlIndex;
  /** Has the walk been at this node, so that its facts are known? */
  private readonly isKnown: (n: Node) => boolean;
  private readonly sizes: MemorySizes | null;
  constructor(index: ControlIndex, sizes: MemorySizes | null, isKnown: (n: Node) => boolean) {
    this.index = index;
    this.sizes = sizes;
    this.isKnown = isKnown;
  }

  /** Files the facts of the params of `loop`, whose operands' facts are known. */
  compute(loop: Node): void {
    const params = loop.params as Node[], o = this.index.ordinal[loop.id];
    let collected = this.sizes !== null, trips = Infinity;
    truncate(stepping, 0);
    if (collected) this.collectGuards(loop, o);
    for (let i = 0; i < params.length; i++) {
      const p = params[i];
      if (p.kind !== Kind.I32 && p.kind !== Kind.I64) { computeUnknown(p); continue; }
      this.incoming(loop.args[i], p, this.index.toParams[o], i);
      if (up === 0 && down === 0) { setFact(p, least, most, zeros); continue; }
      if (!collected) { this.collectGuards(loop, o); collected = true; }
      const bound = up !== 0 && down !== 0 ? NaN : up !== 0 ? this.upperBound(p, least, most, up) : this.lowerBound(p, least, most, down);
      if (Number.isNaN(bound)) {
        const step: Stepping = { p, least, most, zeros, up, down };
        stepping.push(step);
        if (up === 0 || down === 0) this.boundByAccess(step); else setFact(p, -Infinity, Infinity, zeros);
        continue;
      }
      if (up !== 0) most = bound; else least = bound;
      if (most - least <= EXACT) trips = Math.min(trips, Math.floor((most - least) / (up - down)));
      setFact(p, least, most, zeros);
    }
    if (trips === Infinity) return;
    // Others step as often as the param whose bounds are known: pointers beside an index.
    for (const s of stepping) {
      if (s.up !== 0 && s.down !== 0) continue;
      const last = s.p.kind === Kind.I32 ? I32_MAX : EXACT, from = s.least + s.down * trips, to = s.most + s.up * trips;
      if (from >= -last - 1 && to <= last) setFact(s.p, Math.max(from, minOf(s.p)), Math.min(to, maxOf(s.p)), s.zeros);
    }
  }

  /** The same of a merge that gets the same from everywhere: locals set in a block are merged at its end, where what they were set to is not visible. */
  private step(n: Node, base: Node, depth = 0): number {
    const known = stepFrom(n, base), { owner } = n;
    if (!Number.isNaN(known) || this.sizes === null || n.op !== RESULT || owner === null || owner.regions === null || depth > MAX_MERGES) return known;
    const { index } = this, results = owner.results as Node[], position = results.indexOf(n);
    let step = NaN;
    for (let e = index.toResults[index.ordinal[owner.id]]; e >= 0; e = index.next[e]) {
      const { args } = index.holder[e];
      if (args.length !== results.length) return NaN;
      const found = this.step(resolve(args[position]), base, depth + 1);
      if (Number.isNaN(found) || (!Number.isNaN(step) && step !== found)) return NaN;
      step = found;
    }
    return step;
  }

  /** Gathers what a param gets: the range of what is no step from the param itself, and the largest steps. */
  private incoming(init: Node, p: Node, entries: number, position: number): void {
    least = minOf(init);
    most = maxOf(init);
    zeros = zerosOf(init);
    up = down = 0;
    for (let e = entries; e >= 0; e = this.index.next[e]) {
      const v = resolve(this.index.holder[e].args[position]);
      if (v === p) continue;
      const step = this.step(v, p);
      if (Number.isNaN(step)) {
        zeros = 0;
        this.alone(v);
        if (this.sizes !== null) this.limitByGuards(v);
        if (aloneFrom < least) least = aloneFrom;
        if (aloneTo > most) most = aloneTo;
        continue;
      }
      if (step > up) up = step;
      if (step < down) down = step;
      zeros &= lowMask(zeros & ~step);
    }
  }

  /** Leaves in `aloneFrom`, `aloneTo` the range of a value by its operation, whatever its operands are. */
  private alone(n: Node): void {
    if (isConst(n)) { aloneFrom = aloneTo = valueOf(n); return; }
    if (this.isKnown(n)) { aloneFrom = minOf(n); aloneTo = maxOf(n); return; }
    if (!Number.isNaN(leastOf[n.op])) { aloneFrom = leastOf[n.op]; aloneTo = mostOf[n.op]; return; }
    if (n.op === I32_AND || n.op === I64_AND) {
      const a = resolve(n.args[0]), b = resolve(n.args[1]), c = isConst(b) ? b : a;
      if (isConst(c) && valueOf(c) >= 0) { aloneFrom = 0; aloneTo = valueOf(c); return; }
    }
    aloneFrom = -Infinity;
    aloneTo = Infinity;
  }

  /** Takes from `aloneFrom`, `aloneTo` what a value that comes back is not, by the conditions on the way. */
  private limitByGuards(n: Node): void {
    for (const g of guards) {
      const { left, right, relation } = compared(g.condition, g.holds);
      if (right === null) continue;
      const isLeft = resolve(left) === n, other = isLeft ? right : resolve(right) === n ? left : null;
      if (other === null) continue;
      const r = isLeft ? relation : SWAPPED[relation], from = this.knownMin(other), to = this.knownMax(other);
      if (Number.isNaN(from)) continue;
      const isBelow = r === R.lt || r === R.ltU, isUnsigned = r === R.ltU || r === R.leU;
      if (isUnsigned && from < 0) continue;
      if (isBelow || r === R.le || r === R.leU) aloneTo = Math.min(aloneTo, isBelow ? to - 1 : to);
      if (isUnsigned) aloneFrom = Math.max(aloneFrom, 0);
      else if (r === R.gt) aloneFrom = Math.max(aloneFrom, from + 1);
      else if (r === R.ge) aloneFrom = Math.max(aloneFrom, from);
    }
  }

  /** Leaves in `guards` what holds whenever the loop goes round: where that is more than one way, nothing is known. */
  private collectGuards(loop: Node, o: number): void {
    truncate(guards, 0);
    truncate(reached, 0);
    const back = this.index.toParams[o];
    if (this.index.next[back] >= 0) return;
    const source = this.index.source[back];
    if (source.op === BR_IF) guards.push({ condition: resolve(source.args[0]), holds: true });
    if (this.index.at[back] !== o) return;
    for (const n of (loop.regions as Region[])[0].nodes) {
      if (n === source || (guards.length >= MAX_GUARDS && (this.sizes === null || reached.length >= MAX_REACHED))) return;
      // Behind a branch out of the loop its condition is false.
      if (n.op === BR_IF && guards.length < MAX_GUARDS) guards.push({ condition: resolve(n.args[0]), holds: false });
      else if (this.sizes !== null && reached.length < MAX_REACHED) {
        const last = lastAddress(n, this.sizes);
        if (!Number.isNaN(last)) reached.push({ address: resolve(n.args[0]), last });
      }
    }
  }

  /**
   * The greatest value of a param that is at most `most` at first and grows by `up` on the only way back, by a guard
   * `p + c < bound` or `p + c != bound`; NaN if there is none. Nothing wraps below the bound, hence nothing wraps.
   */
  private upperBound(p: Node, least: number, most: number, up: number): number {
    const last = p.kind === Kind.I32 ? I32_MAX : I64_MAX, first = p.kind === Kind.I32 ? I32_MIN : I64_MIN;
    for (const g of guards) {
      const { left, right, relation } = compared(g.condition, g.holds);
      for (let side = 0; side < 2; side++) {
        const value = side === 0 ? left : right, other = side === 0 ? right : left;
        if (value === null || value.kind !== p.kind) continue;
        const c = this.step(value, p);
        const from = other === null ? 0 : this.knownMin(other), to = other === null ? 0 : this.knownMax(other);
        if (Number.isNaN(c) || Number.isNaN(from)) continue;
        const r = side === 0 ? relation : SWAPPED[relation];
        let bound = NaN;
        if (r === R.lt || (r === R.ltU && from >= 0)) bound = Math.max(most, to - 1 - c + up);
        else if (r === R.le || (r === R.leU && from >= 0)) bound = Math.max(most, to - c + up);
        // It cannot step over the value it must not have.
        else if (r === R.ne && most + c <= from && (up === 1 || (from === to && least === most && (to - c - most) % up === 0))) bound = to - c;
        // i64 bounds beyond 2^53 are not exact, so sums with them may wrap unseen, except by the one step to the bound.
        if (Number.isNaN(bound) || most > EXACT || (bound > EXACT && (up !== 1 || c !== 1))) continue;
        if (bound + Math.max(c, 0) <= last && least + Math.min(c, 0) >= first) return bound;
      }
    }
    return NaN;
  }

  /** The same downwards: the least value of a param that is at least `least` at first and falls by `-down`. */
  private lowerBound(p: Node, least: number, most: number, down: number): number {
    const last = p.kind === Kind.I32 ? I32_MAX : I64_MAX, first = p.kind === Kind.I32 ? I32_MIN : I64_MIN;
    for (const g of guards) {
      const { left, right, relation } = compared(g.condition, g.holds);
      for (let side = 0; side < 2; side++) {
        const value = side === 0 ? left : right, other = side === 0 ? right : left;
        if (value === null || value.kind !== p.kind) continue;
        const c = this.step(value, p);
        const from = other === null ? 0 : this.knownMin(other), to = other === null ? 0 : this.knownMax(other);
        if (Number.isNaN(c) || Number.isNaN(from)) continue;
        const r = side === 0 ? relation : SWAPPED[relation];
        let bound = NaN;
        if (r === R.gt) bound = Math.min(least, from + 1 - c + down);
        else if (r === R.ge) bound = Math.min(least, from - c + down);
        else if (r === R.ne && least + c >= to && (down === -1 || (from === to && least === most && (least - (to - c)) % down === 0))) bound = from - c;
        if (Number.isNaN(bound) || bound < -EXACT || least < -EXACT || (most > EXACT && c > 0)) continue;
        if (bound + Math.min(c, 0) >= first && most + Math.max(c, 0) <= last) return bound;
      }
    }
    return NaN;
  }

  /** Files the facts of a param that is near the address of an access on every way back: there the address is inside of the memory. */
  private boundByAccess({ p, least, most, zeros, up, down }: Stepping): void {
    if (p.kind === Kind.I32) {
      for (const { address, last } of reached) {
        const c = this.step(address, p);
        if (!(c > -REACH && c < REACH) || last - c + up > I32_MAX) continue;
        // What else `p` may be would not make such an address. Upwards it never falls below what it starts with, downwards the same.
        if (up !== 0) setFact(p, least, Math.max(most, last - c + up), zeros); else setFact(p, Math.min(least, -c + down), most, zeros);
        return;
      }
    }
    setFact(p, -Infinity, Infinity, zeros);
  }

  private knownMin(n: Node): number { const v = resolve(n); return isConst(v) ? valueOf(v) : this.isKnown(v) ? minOf(v) : NaN; }
  private knownMax(n: Node): number { const v = resolve(n); return isConst(v) ? valueOf(v) : this.isKnown(v) ? maxOf(v) : NaN; }
}

