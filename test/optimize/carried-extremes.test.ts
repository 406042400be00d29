// Chains of minima and maxima that a loop carries: its own value goes in last.
import { describe, expect, it } from 'vitest';
import { shortenExtremes } from '../../compiler/optimize/carried-extremes.js';
import { both, combinations, expectSameCalls } from '../differential/both.js';
import { compile } from 'dewasm';
import { wasm } from '../module/wat.js';
import { expectPass, runOn } from './expect-pass.js';

const loop = (body: string, root: string): string => `function 0 (v0: i32, v1: i32, v2: i32) -> i32 {
  v3: loop (v4: i32 = v0) {
    ${body}
    br_if v2 -> v3(${root})
    yield
  }
  return v0
}`;
const two = `v5 = i32.gt_s v4 v1
    v6: i32 = select v4 v1 v5
    v7 = i32.gt_s v6 v2
    v8: i32 = select v6 v2 v7`;

describe('extremes that a loop carries', () => {
  it('take the carried value last', () => expectPass(loop(two, 'v8'), loop(`v5 = i32.gt_s v4 v1
    v6: i32 = select v4 v1 v5
    v7 = i32.gt_s v6 v2
    v9 = i32.gt_s v2 v1
    v10: i32 = select v2 v1 v9
    v11 = i32.gt_s v4 v10
    v8: i32 = select v4 v10 v11`, 'v8'), shortenExtremes));

  const unchanged = (body: string, root = 'v8'): void => expect(runOn(loop(body, root), shortenExtremes)).toBe(runOn(loop(body, root)));
  it('stay where minimum and maximum alternate', () => unchanged(two.replace('gt_s v6', 'lt_s v6')));
  it('stay where signs differ', () => unchanged(two.replace('gt_s v6', 'gt_u v6')));
  it('stay where the first is read by others', () => unchanged(`${two}\n i32.store v6 v1`));
  it('stay where the comparison is read by others', () => unchanged(`${two}\n i32.store v7 v1`));
  it('stay where the loop carries nothing into them', () => unchanged(two.replaceAll('v4', 'v0')));
  it('stay where something else is compared', () => unchanged(two.replace('gt_s v6 v2', 'gt_s v6 v0')));

  /** The smaller or greater of the two by a comparison, with operands and arms in either order. */
  const choice = (type: string, compare: string, order: number): string => {
    const pair = (k: number): string => (k === 0 ? '(local.get $m) (local.get $x)' : '(local.get $x) (local.get $m)');
    return `(local.set $m (select ${pair(order & 1)} (${type}.${compare} ${pair(order >> 1 & 1)})))`;
  };
  /** With arms in such an order that all choices are maxima, or all minima, if `order` says so. */
  const module = (type: string, compare: string, orders: readonly number[]): string => `(module (memory (export "memory") 1)
    (func (export "fill") (param $x i32) (local $k i32) (loop $again
      (i32.store (local.get $k) (local.tee $x (i32.add (i32.mul (local.get $x) (i32.const 1664525)) (i32.const 1013904223))))
      (br_if $again (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 4))) (i32.const 4096)))))
    (func (export "find") (param $p i32) (param $n i32) (param $m ${type}) (result ${type}) (local $x ${type})
      (loop $again
        ${orders.map((order, k) => `(local.set $x (${type}.load offset=${8 * k} (local.get $p))) ${choice(type, compare, order)}`).join('\n')}
        (local.set $p (i32.add (local.get $p) (i32.const ${8 * orders.length})))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $m)))`;
  const SAME = [0, 3, 0, 3, 0], MIXED = [0, 3, 1, 2, 1, 0];
  it.each(['i32', 'i64'].flatMap((type) => ['lt_s', 'gt_u', 'le_u', 'ge_s'].flatMap((compare) => [SAME, MIXED].map((orders) => [type, compare, orders] as const))))('%s.%s, orders %j', (type, compare, orders) => {
    const pairs = both(module(type, compare, orders));
    expectSameCalls(pairs, 'fill', [[7]]);
    const edges = type === 'i32' ? [0, -1, 2 ** 31 - 1, -(2 ** 31)] : [0n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 32n];
    expectSameCalls(pairs, 'find', combinations([[0, 4, 65500], [1, 3, 9], edges]));
  });
  it('leave one choice per round that waits for the one before', () => {
    const waiting = (orders: readonly number[]): number => [...compile(wasm(module('i32', 'gt_s', orders))).code.matchAll(/\b(\w+)=(\w+)\^\((\2\^\1|\1\^\2)\)&0-\((\2>\1|\1>\2)\)/g)].length;
    expect(waiting(SAME)).toBe(1);
  });
});
