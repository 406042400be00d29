// Choices that are made with the bits of floats, by masks and by selects, as code for vectors is compiled without them: of what was
// computed, of words from memory and from the caller, and of constants. What is only moved keeps its bits, those of any NaN too.
import type { CompileOptions } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { LEVELS, both, combinations } from './both.js';

const FLOATS = {
  f32: [0x7fc00000, 0xffc00000, 0x7fa00000, 0xffa00001, 0x7f800001, 0xffffffff, 0x3fc00000, 0xc0a00000, 0, 0x80000000, 0x7f800000, 1].map((x) => x | 0),
  f64: [
    0x7ff8000000000000n, 0xfff8000000000000n, 0x7ff4000000000000n, 0xfff0000000000001n, 0xffffffffffffffffn,
    0x3ff8000000000000n, 0xc014000000000000n, 0n, 0x8000000000000000n, 0x7ff0000000000000n, 1n,
  ].map((x) => BigInt.asIntN(64, x)),
} as const;
const CONDITIONS = [-2147483648, -2, -1, 0, 1, 2];
const isNaNBits = (x: unknown): boolean => (typeof x === 'number' ? (x & 0x7fffffff) > 0x7f800000 : ((x as bigint) & 0x7fffffffffffffffn) > 0x7ff0000000000000n);

function forms(f: 'f32' | 'f64'): Record<string, string> {
  const i = f === 'f32' ? 'i32' : 'i64', top = f === 'f32' ? 31 : 63;
  const wide = (m: string): string => (f === 'f32' ? m : `(i64.extend_i32_s ${m})`);
  const float = (x: string): string => `(${f}.reinterpret_${i} ${x})`, bits = (x: string): string => `(${i}.reinterpret_${f} ${x})`;
  const c = '(local.get 2)', zero = `(${i}.const 0)`, ones = `(${i}.const -1)`;
  const sign = wide(`(i32.shr_s ${c} (i32.const 31))`), odd = wide(`(i32.sub (i32.const 0) (i32.and ${c} (i32.const 1)))`);
  const masks = {
    sign, odd,
    negative: f === 'f32' ? `(i32.sub (i32.const 0) (i32.lt_s ${c} (i32.const -1)))` : `(i64.sub (i64.const 0) (i64.extend_i32_u (i32.lt_s ${c} (i32.const -1))))`,
    chosen: `(select ${ones} ${zero} (i32.and ${c} (i32.const 2)))`,
    not: `(${i}.xor ${sign} ${ones})`, and: `(${i}.and ${sign} ${odd})`, or: `(${i}.or ${odd} ${sign})`,
    both: `(${i}.and ${odd} (select ${ones} ${zero} (i32.and ${c} (i32.const 2))))`,
    compared: wide(`(i32.sub (i32.const 0) (${f}.lt ${float('(local.get 0)')} ${float('(local.get 1)')}))`),
    top: `(${i}.shr_s (local.get 0) (${i}.const ${top}))`,
  };
  const values = {
    half: bits(`(${f}.mul ${float('(local.get 0)')} (${f}.const 0.5))`), sum: bits(`(${f}.add ${float('(local.get 1)')} (${f}.const 1))`),
    load: `(block (result ${i}) (${i}.store (i32.const 8) (local.get 0)) (${i}.load (i32.const 8)))`,
    other: `(block (result ${i}) (${i}.store (i32.const 24) (local.get 1)) (${i}.load (i32.const 24)))`,
    word: '(local.get 1)', one: `(${i}.const ${f === 'f32' ? 0x3f800000 : '0x3ff0000000000000'})`, zero, ones,
  };
  const ways = {
    masked: (a: string, b: string, m: string) => `(${i}.xor ${b} (${i}.and (${i}.xor ${a} ${b}) ${m}))`,
    swapped: (a: string, b: string, m: string) => `(${i}.xor (${i}.and ${m} (${i}.xor ${b} ${a})) ${b})`,
    halves: (a: string, b: string, m: string) => `(${i}.or (${i}.and ${a} ${m}) (${i}.and (${i}.xor ${m} ${ones}) ${b}))`,
    only: (a: string, _: string, m: string) => `(${i}.and ${a} ${m})`,
    selected: (a: string, b: string, m: string) => `(select ${a} ${b} ${f === 'f32' ? m : `(i64.ne ${m} (i64.const 0))`})`,
  };
  const made: Record<string, string> = {};
  const all = Object.entries(values);
  for (const [mask, m] of Object.entries(masks)) {
    for (const [way, choose] of Object.entries(ways)) {
      all.forEach(([a, x], k) => {
        const [b, y] = all[(k * 3 + way.length + mask.length) % all.length];
        const [, z] = all[(k + mask.length) % all.length];
        made[`${way} ${mask} ${a} ${b}`] = choose(x, y, m);
        made[`${way} ${mask} ${a} ${b} computed`] = bits(`(${f}.sub (${f}.const 4) ${float(choose(x, y, m))})`);
        made[`${way} ${mask} ${a} ${b} stored`] = `(block (result ${i}) (${i}.store (i32.const 40) ${choose(x, y, m)}) (${i}.load (i32.const 40)))`;
        made[`${way} ${mask} ${a} ${b} twice`] = bits(`(${f}.mul (${f}.const 2) ${float(choose(choose(x, y, m), z, sign))})`);
      });
    }
  }
  return made;
}

/** The bits are the same; what was computed may be any NaN. */
function agrees(f: 'f32' | 'f64', options: CompileOptions[]): void {
  const i = f === 'f32' ? 'i32' : 'i64', made = Object.entries(forms(f));
  const text = `(module (memory (export "memory") 1) ${made.map(([, body], k) => `(func (export "${k}") (param ${i} ${i} i32) (result ${i}) ${body})`).join('\n')})`;
  const calls = combinations([FLOATS[f], FLOATS[f], CONDITIONS]);
  for (const { made: how, native, ours } of both(text, () => ({}), options)) {
    made.forEach(([name], k) => {
      const isMoved = !/half|sum|computed|twice/.test(name);
      const theirs = native.exports[k], mine = ours.exports[k];
      for (const args of calls) {
        const want = theirs(...args), got = mine(...args);
        if (want === got || (!isMoved && isNaNBits(want) && isNaNBits(got))) continue;
        expect.fail(`${how}: ${name} of ${args.map((x) => (x as number | bigint).toString(16)).join(', ')} is ${String(want)}, ours ${String(got)}`);
      }
    });
  }
}

describe.each(['f32', 'f64'] as const)('%s', (f) => {
  it.each(['fast', 'exact'] as const)('--nan %s', (nan) => { agrees(f, LEVELS.map((optimize) => ({ optimize, nan }))); });
  it('as it is made for interpreters', () => { agrees(f, [{ engine: 'interpreter' }]); });
});

/** One arm is moved, the other computed: which of them it is, is known by the condition. */
it.each(['fast', 'exact'] as const)('moved arms keep their bits beside computed ones, --nan %s', (nan) => {
  const moved = '(block (result i32) (i32.store (i32.const 8) (local.get 1)) (i32.load (i32.const 8)))';
  const computed = '(i32.reinterpret_f32 (f32.mul (f32.reinterpret_i32 (local.get 0)) (f32.const 0.5)))';
  const mask = '(i32.shr_s (local.get 2) (i32.const 31))', choice = `(i32.xor ${moved} (i32.and (i32.xor ${computed} ${moved}) ${mask}))`;
  const text = `(module (memory (export "memory") 1)
    (func (export "bits") (param i32 i32 i32) (result i32) ${choice})
    (func (export "both") (param i32 i32 i32) (result i32) (local $x i32) (local $y f32)
      (local.set $x ${choice}) (local.set $y (f32.add (f32.reinterpret_i32 (local.get $x)) (f32.const 1)))
      (f32.store (i32.const 16) (f32.reinterpret_i32 (local.get $x)))
      (i32.store (i32.const 20) (i32.reinterpret_f32 (local.get $y)))
      (i32.load (i32.const 16))))`;
  for (const { made, native, ours } of both(text, () => ({}), LEVELS.map((optimize) => ({ optimize, nan })))) {
    for (const name of ['bits', 'both']) {
      for (const args of combinations([FLOATS.f32, FLOATS.f32, [-1, 0]])) {
        const want = native.exports[name](...args), got = ours.exports[name](...args);
        if (args[2] === -1 && isNaNBits(want)) expect(isNaNBits(got)).toBe(true);
        else if (want !== got) expect.fail(`${made}: ${name} of ${args.join(', ')} is ${String(want)}, ours ${String(got)}`);
      }
    }
  }
});
