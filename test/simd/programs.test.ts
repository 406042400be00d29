// Random programs over v128 values: locals, loops, branches with values, calls, several results, globals, choices. They
// exercise the shapes values are held in, where instructions by themselves do not. A NaN that arithmetic made
// is replaced at once, since its bits are the engine's affair; other bits must survive whatever moves them.
import { expect, test } from 'vitest';
import { randomInts } from '../runtime/native.js';
import { difference, instances } from './engines.js';
import { vectors } from './inputs.js';

const LOCALS = 6, GLOBALS = 2, SLOTS = 12;

class Program {
  private readonly random: () => number;
  private depth = 0;
  constructor(seed: number) { this.random = randomInts(seed * 2654435761); }
  private below(n: number): number { return (this.random() >>> 0) % n; }
  private pick<T>(list: readonly T[]): T { return list[this.below(list.length)]; }
  private local(): string { return `$v${this.below(LOCALS)}`; }
  private address(): string { return `(i32.const ${this.below(SLOTS) * 16 + this.below(2) * this.below(16)})`; }

  private leaf(): string {
    switch (this.below(5)) {
      case 0: return `(v128.load ${this.address()})`;
      case 1: return `(v128.const i32x4 ${Array.from({ length: 4 }, () => this.random() >> this.below(32)).join(' ')})`;
      case 2: return `(global.get $g${this.below(GLOBALS)})`;
      default: return `(local.get ${this.local()})`;
    }
  }
  /** A float result with 0 in place of NaNs. */
  private clean(type: 'f32x4' | 'f64x2', value: string): string {
    const t = '$t';
    if (this.below(2)) return `(v128.bitselect (local.tee ${t} ${value}) (v128.const i32x4 0 0 0 0) (${type}.eq (local.get ${t}) (local.get ${t})))`;
    return `(v128.and (local.tee ${t} ${value}) (${type}.eq (local.get ${t}) (local.get ${t})))`;
  }
  private scalar(): string {
    switch (this.below(6)) {
      case 0: return `(i32x4.extract_lane ${this.below(4)} ${this.vector()})`;
      case 1: return `(v128.any_true ${this.mask()})`;
      case 2: return `(i8x16.bitmask ${this.vector()})`;
      case 3: return `(i32x4.all_true ${this.mask()})`;
      case 4: return `(i32.load ${this.address()})`;
      default: return `(i32.const ${this.random() >> this.below(32)})`;
    }
  }
  private mask(): string {
    switch (this.below(6)) {
      case 0: return `(v128.not ${this.mask()})`;
      case 1: return `(v128.${this.pick(['and', 'or', 'xor', 'andnot'])} ${this.mask()} ${this.mask()})`;
      case 2: return `(i32x4.${this.pick(['lt_s', 'eq', 'gt_u'])} ${this.vector()} ${this.vector()})`;
      case 3: return `(f64x2.${this.pick(['lt', 'ne', 'ge'])} ${this.vector()} ${this.vector()})`;
      default: return `(f32x4.${this.pick(['lt', 'eq', 'ge'])} ${this.vector()} ${this.vector()})`;
    }
  }
  private lanes(): string {
    const kind = this.below(3);
    const words = Array.from({ length: 4 }, () => this.below(8) * 4), pairs = Array.from({ length: 2 }, () => this.below(4) * 8);
    return Array.from({ length: 16 }, (_, k) => (kind === 0 ? words[k >> 2] + (k & 3) : kind === 1 ? pairs[k >> 3] + (k & 7) : this.below(32))).join(' ');
  }

  private vector(): string {
    if (this.depth > 4) return this.leaf();
    this.depth++;
    try { return this.operation(); } finally { this.depth--; }
  }
  private operation(): string {
    const v = (): string => this.vector();
    switch (this.below(24)) {
      case 0: case 1: case 2: return this.clean('f32x4', `(f32x4.${this.pick(['add', 'sub', 'mul', 'div', 'min', 'max'])} ${v()} ${v()})`);
      case 3: case 4: return this.clean('f64x2', `(f64x2.${this.pick(['add', 'sub', 'mul', 'div', 'min', 'max'])} ${v()} ${v()})`);
      case 5: return this.clean('f32x4', `(f32x4.${this.pick(['sqrt', 'ceil', 'nearest'])} ${v()})`);
      case 6: return `(${this.pick(['f32x4', 'f64x2'])}.${this.pick(['abs', 'neg'])} ${v()})`;
      case 7: return `(${this.pick(['f32x4', 'f64x2'])}.${this.pick(['pmin', 'pmax'])} ${v()} ${v()})`;
      case 8: return this.clean('f64x2', `(f64x2.promote_low_f32x4 ${v()})`);
      case 9: return this.clean('f32x4', `(f32x4.demote_f64x2_zero ${v()})`);
      case 10: return `(${this.pick(['f32x4.convert_i32x4_s', 'f64x2.convert_low_i32x4_u', 'i32x4.trunc_sat_f32x4_s', 'i32x4.trunc_sat_f64x2_u_zero'])} ${v()})`;
      case 11: case 12: return `(i8x16.shuffle ${this.lanes()} ${v()} ${v()})`;
      case 13: return `(i8x16.${this.pick(['add', 'sub', 'min_s', 'avgr_u', 'add_sat_s', 'eq', 'lt_u', 'swizzle'])} ${v()} ${v()})`;
      case 14: return `(i16x8.${this.pick(['add', 'mul', 'max_u', 'sub_sat_u', 'gt_s', 'q15mulr_sat_s', 'narrow_i32x4_s'])} ${v()} ${v()})`;
      case 15: return `(i32x4.${this.pick(['add', 'mul', 'sub', 'min_s', 'dot_i16x8_s', 'extmul_low_i16x8_u'])} ${v()} ${v()})`;
      case 16: return `(i64x2.${this.pick(['add', 'mul', 'sub', 'lt_s', 'eq', 'extmul_high_i32x4_s'])} ${v()} ${v()})`;
      case 17: return `(${this.pick(['i8x16', 'i16x8', 'i32x4', 'i64x2'])}.${this.pick(['shl', 'shr_s', 'shr_u'])} ${v()} ${this.scalar()})`;
      case 18: return `(v128.bitselect ${v()} ${v()} ${this.below(3) ? this.mask() : v()})`;
      case 19: return `(select ${v()} ${v()} ${this.scalar()})`;
      case 20: return `(call $pair ${v()} ${v()} ${this.scalar()}) (local.set $t) (local.set $u) ${this.below(2) ? '(local.get $t)' : '(local.get $u)'}`;
      case 21: return `(i32x4.replace_lane ${this.below(4)} ${v()} ${this.scalar()})`;
      case 22: return `(if (result v128) ${this.scalar()} (then ${v()}) (else ${v()}))`;
      default: return `(block $b (result v128) ${v()} (br_if $b ${this.scalar()}) (local.set $t) ${v()})`;
    }
  }
  private statement(): string {
    switch (this.below(9)) {
      case 0: return `(v128.store ${this.address()} ${this.vector()})`;
      case 1: return `(global.set $g${this.below(GLOBALS)} ${this.vector()})`;
      case 2: if (this.depth < 2) {
        this.depth++;
        const count = `$c${this.depth}`, body = this.statements(3), again = this.below(2);
        this.depth--;
        // Loops take a value as an operand, or only change locals.
        return again
          ? `(local.set ${count} (i32.const ${1 + this.below(4)})) ${this.vector()} (loop $l (param v128) (local.set ${this.local()}) ${body} ${this.vector()}
              (br_if $l (local.tee ${count} (i32.sub (local.get ${count}) (i32.const 1)))) (local.set ${this.local()}))`
          : `(local.set ${count} (i32.const ${1 + this.below(4)})) (loop $l ${body} (br_if $l (local.tee ${count} (i32.sub (local.get ${count}) (i32.const 1)))))`;
      }
      case 3: return `(if ${this.scalar()} (then ${this.statements(2)}) (else ${this.statements(1)}))`;
      default: return `(local.set ${this.local()} ${this.vector()})`;
    }
  }
  private statements(n: number): string {
    if (this.depth > 3) return '';
    this.depth++;
    const text = Array.from({ length: 1 + this.below(n) }, () => this.statement()).join('\n');
    this.depth--;
    return text;
  }

  text(): string {
    const locals = `(local $t v128) (local $u v128) (local $c1 i32) (local $c2 i32) (local $c3 i32)`;
    return `(module (memory (export "m") 1)
      ${Array.from({ length: GLOBALS }, (_, k) => `(global $g${k} (mut v128) (v128.const i32x4 ${this.random()} 0 ${this.random()} 1))`).join('')}
      (func $pair (param v128 v128 i32) (result v128 v128)
        (if (local.get 2) (then (return (local.get 1) (f32x4.abs (local.get 0))))) (local.get 0) (i64x2.add (local.get 0) (local.get 1)))
      (func (export "run") ${Array.from({ length: LOCALS }, (_, k) => `(local $v${k} v128)`).join('')} ${locals}
        ${this.statements(8)} ${this.statements(8)}
        ${Array.from({ length: LOCALS }, (_, k) => `(v128.store (i32.const ${512 + 16 * k}) (local.get $v${k}))`).join('')}
        ${Array.from({ length: GLOBALS }, (_, k) => `(v128.store (i32.const ${768 + 16 * k}) (global.get $g${k}))`).join('')}))`;
  }
}

const PER_TEST = 20;
for (let group = 0; group < 8; group++) {
  test(`programs ${group * PER_TEST} to ${group * PER_TEST + PER_TEST - 1}`, () => {
    for (let seed = group * PER_TEST; seed < group * PER_TEST + PER_TEST; seed++) {
      const wat = new Program(seed + 1).text(), input = vectors(SLOTS + 1, seed + 5);
      for (const { level, native, ours } of instances(wat)) {
        for (const e of [native, ours]) {
          new Uint8Array(e.m.buffer).set(input);
          e.run();
        }
        const found = difference(native.m.buffer, ours.m.buffer, 0, 1024, 'bits');
        expect(found && `program ${seed} at level ${level}, ${found}\n${wat}`).toBe(undefined);
      }
    }
  });
}
