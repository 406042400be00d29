// Loops with more sums of floats than registers, which are kept in an array (structure/accumulators.ts): what goes in and comes
// out, whichever way the loop is left, nested, and next to what must not be rounded.
import { compile } from 'dewasm';
import { configure } from 'dewasm/webassembly';
import { describe, expect, it } from 'vitest';
import { wasm } from '../module/wat.js';
import { both, combinations, expectSameMemory } from './both.js';

const list = (count: number, text: (k: number) => string, separator = '\n'): string => Array.from({ length: count }, (_, k) => text(k)).join(separator);
const s = (k: number): string => `(local.get $s${k})`;

interface Shape {
  count: number;
  type?: 'f32' | 'f64';
  /** In the loop, before and after the sums. */
  before?: string;
  after?: string;
  next?: (k: number) => string;
  more?: string;
}
/** A function that sums up `count` products for each of `n` rows, from and to memory. */
function sums({ count, type = 'f32', before = '', after = '', next, more = '' }: Shape): string {
  const size = type === 'f32' ? 4 : 8;
  // The sign of a NaN that was computed is not the engines' to keep.
  const number = (k: number): string => `(select ${s(k)} (${type}.const 12345) (${type}.eq ${s(k)} ${s(k)}))`;
  const add = (k: number): string => `(${type}.add (${type}.mul (${type}.load offset=${2048 + size * k} (local.get $p)) (local.get $x)) ${s(k)})`;
  return `(module (memory (export "memory") 1) ${more}
    (func (export "run") (param $n i32) (param $x ${type}) (param $y f64) (local $p i32) ${list(count, (k) => `(local $s${k} ${type})`, ' ')}
      ${list(count, (k) => `(local.set $s${k} (${type}.load offset=${1024 + size * k} (i32.const 0)))`)}
      (block $out (loop $again
        ${before}
        ${list(count, (k) => `(local.set $s${k} ${next === undefined ? add(k) : next(k)})`)}
        (local.set $p (i32.add (local.get $p) (i32.const 12)))
        ${after}
        (br_if $again (i32.gt_s (local.tee $n (i32.sub (local.get $n) (i32.const 1))) (i32.const 0)))))
      ${list(count, (k) => `(${type}.store offset=${1024 + size * k} (i32.const 0) ${number(count - 1 - k)})`)}
      (f64.store offset=1000 (i32.const 0) (local.get $y))))`;
}
const CALLS = combinations([[0, 1, 2, 5, 40], [1.5, -0.3, 1e38, 1e-40, Infinity, NaN].map(Math.fround), [0.1]]);
/** How many elements of the array the output uses. */
function elements(text: string, nan: 'fast' | 'exact' = 'fast'): number {
  const { code } = compile(wasm(text), { nan }), copy = /(\w+)=AF[,;]/.exec(code);
  return copy === null ? 0 : new Set(code.match(new RegExp(`\\b${copy[1]}\\[\\d+\\]`, 'g'))).size;
}

function check(text: string, calls: readonly (readonly unknown[])[] = CALLS): void {
  const pairs = both(text);
  for (const { native, ours } of pairs) {
    for (const side of [native, ours]) {
      const data = new DataView(side.memory().buffer as ArrayBuffer);
      for (let at = 1024; at < 8192; at += 4) data.setFloat32(at, ((at * 7919) % 1013) / 97 - 4, true);
    }
  }
  expectSameMemory(pairs, 'run', calls);
}

describe('sums of floats', () => {
  it.each([15, 16, 17, 64, 255, 256, 257])('%s', (count) => {
    const text = sums({ count });
    expect(elements(text)).toBe(count < 16 ? 0 : Math.min(count, 256));
    check(text);
  });
  it('rounded by the array', () => expect(compile(wasm(sums({ count: 16 }))).code).toMatch(/;(\w+\[3\])=fround\(\w+\.getFloat32\([^;]*\)\*\w+\)\+\1;/));
  it('left early', () => check(sums({ count: 20, before: '(br_if $out (f32.gt (local.get $s3) (f32.const 7)))' })));
  it('left in the middle of a round', () => check(sums({ count: 20, after: '(br_if $out (i32.eq (local.get $n) (i32.const 3)))' })));
  it('trapping in the middle of a round', () => check(sums({ count: 20, before: '(drop (i32.load offset=65300 (local.get $p)))' })));
  it('exchanged', () => check(sums({ count: 20, after: `${list(20, (k) => s(k), ' ')} ${list(20, (k) => `(local.set $s${k})`, ' ')}` })));
  it('nested', () => {
    const text = sums({
      count: 18, before: '(local.set $k (i32.const 3)) (loop $inner',
      after: '(br_if $inner (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))',
    }).replace('(local $p i32)', '(local $p i32) (local $k i32)');
    expect(elements(text)).toBe(18);
    check(text);
  });
  it('read again in the same round', () => {
    const text = sums({ count: 20, next: (k) => `(f32.add (f32.mul ${s((k + 19) % 20)} (f32.const 0.3)) (local.get $x))` });
    expect(elements(text)).toBe(0);
    check(text);
  });
  it('stored in every round', () => check(sums({ count: 20, after: list(20, (k) => `(f32.store offset=${4096 + 4 * k} (local.get $p) ${s(k)})`) })));
  it('around calls', () => {
    const text = sums({
      count: 20, after: '(if (i32.eq (local.get $n) (i32.const 2)) (then (call_indirect (param f32) (f32.const 2) (i32.const 0))))',
      more: '(table funcref (elem 0)) (func (param f32) (f32.store (i32.const 900) (local.get 0)))',
    });
    expect(elements(text)).toBe(0);
    check(text);
  });
  it('in doubles', () => {
    const text = sums({ count: 20, type: 'f64' });
    expect(elements(text)).toBe(0);
    check(text);
  });
  it('with exact NaNs', () => {
    const text = sums({ count: 20 }), bytes = wasm(text);
    expect(elements(text, 'exact')).toBe(0);
    const exact = configure({ nan: 'exact' }) as unknown as typeof WebAssembly;
    const [n, o] = [WebAssembly, exact].map((engine) => {
      const { exports } = new engine.Instance(new engine.Module(bytes as BufferSource));
      const memory = new Uint8Array((exports.memory as WebAssembly.Memory).buffer), words = new Int32Array(memory.buffer);
      for (let k = 256; k < 2048; k++) words[k] = 0x7f800000 + k * 4001;
      (exports.run as (...args: unknown[]) => void)(3, 1, 0.5);
      return words.slice(256, 276).map((bits) => ((bits & 0x7fffffff) > 0x7f800000 ? bits & 0x400000 : bits));
    });
    expect(o).toEqual(n);
  });
});
