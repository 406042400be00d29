// Loads beside the sums they go into, and stores nobody reads between them.
import { compile } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { addBarriers } from '../../compiler/optimize/barriers.js';
import { both, combinations, expectSameCalls } from '../differential/both.js';
import { parseFunction } from '../ir/parse.js';
import { verifyFunction } from '../../compiler/ir/verify.js';
import { wasm } from '../module/wat.js';
import { runOn } from './expect-pass.js';

const list = (count: number, text: (k: number) => string, separator = '\n'): string => Array.from({ length: count }, (_, k) => text(k)).join(separator);

/** A loop that adds `count` loaded values to each of two sums, the last ones loaded first. */
const loop = (count: number, more = ''): string => `function 0 (v0: i32, v1: f32) -> f32 {
  v2: loop (v3: f32 = v1, v4: f32 = v1, v5: i32 = v0) {
    ${list(count, (k) => `v${100 + k} = f32.load[${8 * (count - 1 - k)}] v5\n v${200 + k} = f32.load[${8 * (count - 1 - k) + 4}] v5`)}
    ${more}
    ${list(count, (k) => `v${300 + k} = f32.add v${k === 0 ? 3 : 299 + k} v${99 + count - k}\n v${400 + k} = f32.add v${k === 0 ? 4 : 399 + k} v${199 + count - k}`)}
    br_if v5 -> v2(v${299 + count}, v${399 + count}, v5)
    yield
  }
  return v1
}`;
/** Loads, sums and barriers in their order, as l, s and |; other nodes as dots. */
const order = (text: string): string => runOn(text, addBarriers).split('\n').map((line) => (/ f32.load/.test(line) ? 'l' : / f32.add/.test(line) ? 's' : /barrier/.test(line) ? '|' : /store/.test(line) ? '!' : '')).join('');

describe('barriers', () => {
  it('stand where nothing loaded is waited for', () => expect(order(loop(12))).toBe('lslslslslslslsls|lslslslslslslsls|lslslslslslslsls'));
  it('need many loads', () => expect(order(loop(7))).toBe('l'.repeat(14) + 's'.repeat(14)));
  it('are not needed behind stores', () => expect(order(loop(9, 'f32.store v5 v1'))).toBe('l'.repeat(18) + '!' + 's'.repeat(18)));
  it('are not put outside of loops', () => {
    const text = loop(12).replace(/v2: loop .*{/, '').replace(/br_if.*\n\s*yield\n\s*}/, '').replace(/v3 v/, 'v1 v').replace(/v4 v/, 'v1 v').replaceAll('] v5', '] v0');
    expect(order(text)).toBe('l'.repeat(24) + 's'.repeat(24));
  });
  it('keep values before their uses', () => {
    const fn = parseFunction(loop(40));
    addBarriers(fn);
    expect(() => verifyFunction(fn, 'barriers')).not.toThrow();
  });

  const dot = (steps: number, lanes: number, nested: 'left' | 'right'): string => {
    const product = (lane: number, step: number): string => `(f32.mul (f32.load offset=${4 * (step * lanes + lane)} (local.get $p)) (f32.load offset=${40000 + 4 * (step * lanes + lane)} (local.get $p)))`;
    const sum = (lane: number, step: number): string => {
      const rest = step === 0 ? `(local.get $s${lane})` : sum(lane, step - 1);
      return nested === 'left' ? `(f32.add ${rest} ${product(lane, step)})` : `(f32.add ${product(lane, step)} ${rest})`;
    };
    return `(module (memory (export "memory") 1)
      (func (export "fill") (local $k i32) (loop $again
        (f32.store (local.get $k) (f32.div (f32.convert_i32_s (i32.rem_s (i32.mul (local.get $k) (i32.const 7919)) (i32.const 1013))) (f32.const 97)))
        (br_if $again (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 4))) (i32.const 65536)))))
      (func (export "dot") (param $p i32) (param $n i32) (result f32) ${list(lanes, (k) => `(local $s${k} f32)`, ' ')}
        (loop $again
          ${list(lanes, (k) => `(local.set $s${k} ${sum(k, steps - 1)})`)}
          (local.set $p (i32.add (local.get $p) (i32.const 16)))
          (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
        ${list(lanes, (k) => `(local.get $s${k})`)} ${list(lanes - 1, () => 'f32.add')}))`;
  };
  it.each([[2, 4], [4, 4], [4, 2], [16, 1], [3, 8], [9, 3]])('%i steps of %i sums', (steps, lanes) => {
    for (const nested of ['left', 'right'] as const) {
      const text = dot(steps, lanes, nested);
      expect(compile(wasm(text)).code).toContain('AF[256]=0');
      const pairs = both(text);
      expectSameCalls(pairs, 'fill', [[]]);
      // To the end of memory and beyond.
      expectSameCalls(pairs, 'dot', combinations([[0, 4, 400, 25400, 25536 - 4 * steps * lanes, 25520, 65533], [1, 2, 9]]));
    }
  });
});
