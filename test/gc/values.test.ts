// Fields and elements of every type, ranges and segments, at all levels of optimisation; and a program of a real compiler.
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { load as loadBuilt } from '../module/wat.js';
import { bytes, LEVELS, loadAt, outcome } from './load.js';

const BOUNDS = 'RuntimeError: array element access out of bounds';

test.each(LEVELS)('values at level %i', (level) => {
  const e = loadAt(level, 'values');
  const each = (name: string, ...calls: unknown[][]): unknown[] => calls.map((args) => outcome(() => e[name](...args)));
  expect(each('packed', [0], [255], [128], [32768], [-1], [65535])).toEqual([0n, 280379760050175n, 140739652583552n, -36028247263150080n, -1n, -1n]);
  expect(each('globals', [0], [1], [2], [3], [4], [5], [6], [7])).toEqual([255n, -3n, 0x123456789abcdef0n, -3n, 17179869187n, -7n, 9n, 41n]);
  expect(each('longs', [2, 77n], [4, 77n], [-1, 77n], [0x7fffffff, 77n], [-0x80000000, 1n])).toEqual([34359738449n, BOUNDS, BOUNDS, BOUNDS, BOUNDS]);
  expect(e.vectors(7)).toBe(2817029166834916638n);
  expect(each('bytes', [0, 0x1fe], [1, 0x1fe], [2, 0x1fe], [7, 0x1fe], [8, 0])).toEqual([1001, -745, -1746, -119864, BOUNDS]);
  expect(each('shorts', [0, -2], [1, -2], [3, -2], [8, -2], [9, 0])).toEqual([0, 4092, 7192, 65528, BOUNDS]);
  expect(each('ints', [0], [1], [2], [3], [4])).toEqual([117835012, 185207176, 252579084, 319951344, BOUNDS]);
  expect(e.doubles()).toBe(4);
  expect(each('elements', [0], [1], [2], [3])).toEqual([5, 8, 8, BOUNDS]);
  e.drop();
  expect(outcome(() => e.elements(0))).toBe('RuntimeError: element segment out of bounds');
  // Sizes around those at which arrays are allocated in another way.
  expect(each('medium', [2], [16], [17], [100], [256], [257], [5000])).toEqual([65544, 65540, 65540, 65540, 65540, 65540, 65540]);
});

test('a MoonBit program: enums, closures, traits, arrays, 64-bit integers (moonbit.mbt)', () => {
  const e = loadAt(2, 'moonbit');
  expect([e.closures(10), e.closures(1000), e.exprs(3), e.exprs(12)]).toEqual([442890, -1276725464, 939, 1284000035]);
  expect([e.trees(10), e.trees(3000), e.queens(6), e.queens(8)]).toEqual([-241271188, -456746680, 4, 92]);
  expect([e.floats(5000), e.longs(1000), e.objects(120), e.options(5)]).toEqual([490000, -1282679393, 1062290, 0]);
  expect([outcome(() => e.bad(3)), outcome(() => e.bad(4)), outcome(() => e.bad(-1))]).toEqual([9, BOUNDS, BOUNDS]);
});

test('a built file runs by itself, minified too', async () => {
  for (const options of [{}, { minify: true }, { readable: true }]) {
    const { instantiate } = await loadBuilt(compile(bytes('moonbit'), options));
    const { trees, queens } = instantiate();
    expect([trees(10), queens(6)]).toEqual([-241271188, 4]);
    expect((await loadBuilt(compile(bytes('values'), options))).instantiate().globals(2)).toBe(0x123456789abcdef0n);
  }
});
