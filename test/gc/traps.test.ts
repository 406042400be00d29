// Every trap of GC instructions, with V8's message, at all levels of optimisation.
import { expect, test } from 'vitest';
import { LEVELS, load, loadAt, outcome } from './load.js';

const NULL = 'RuntimeError: dereferencing a null pointer', CAST = 'RuntimeError: illegal cast', BOUNDS = 'RuntimeError: array element access out of bounds';
const LARGE = 'RuntimeError: requested new array is too large', DATA = 'RuntimeError: data segment out of bounds', ELEMENT = 'RuntimeError: element segment out of bounds';
const ROWS: [name: string, args: unknown[], expected: unknown][] = [
  ...['nullget', 'nullset', 'nulllen', 'nullaget', 'nullaset', 'nulli31', 'nullcall', 'asnn'].map((name): [string, unknown[], unknown] => [name, [], NULL]),
  ['cast', [], CAST], ['castnull', [], CAST], ['castx', [5], undefined], ['castx', ['a'], CAST], ['castx', [1.5], CAST], ['castx', [null], CAST],
  ['castx', [-0], CAST], ['castx', [2 ** 30], CAST],
  ['aget', [2], 0], ['aget', [3], BOUNDS], ['aget', [-1], BOUNDS], ['aset', [0], undefined], ['aset', [3], BOUNDS], ['aset', [-1], BOUNDS], ['aset', [2 ** 31 - 1], BOUNDS],
  ['lget', [2], -2n], ['lget', [3], BOUNDS], ['lget', [-(2 ** 31)], BOUNDS],
  ['xget', [2, undefined], undefined], ['xget', [3, undefined], BOUNDS], ['xget', [-1, 'x'], BOUNDS],
  ['fill', [0, 3], undefined], ['fill', [1, 3], BOUNDS], ['fill', [-1, 0], BOUNDS], ['fill', [3, 0], undefined], ['fill', [4, 0], BOUNDS],
  ['copy', [0, 3], undefined], ['copy', [1, 3], BOUNDS], ['copy', [-1, 1], BOUNDS],
  ['newbig', [-1], LARGE], ['newbig', [2 ** 28], LARGE], ['newbig8', [2 ** 30], LARGE],
  ['newdata', [0, 6], undefined], ['newdata', [1, 6], DATA], ['newdata', [-1, 0], DATA], ['newdata', [0, -1], LARGE],
  ['newelem', [0, 2], undefined], ['newelem', [1, 2], ELEMENT], ['newelem', [-1, 0], ELEMENT],
  ['initdata', [0, 0, 4], undefined], ['initdata', [1, 0, 4], BOUNDS], ['initdata', [0, 3, 4], DATA],
  ['initelem', [0, 0, 2], undefined], ['initelem', [3, 0, 2], BOUNDS], ['initelem', [0, 1, 2], ELEMENT],
];

test.each(LEVELS)('traps at level %i', (level) => {
  const e = loadAt(level, 'traps');
  expect(ROWS.map(([name, args]) => [name, args, outcome(() => e[name](...args))])).toEqual(ROWS);
});

test('operands are evaluated before anything traps', () => {
  const e = load('values');
  expect([0, 1, -1].map((k) => outcome(() => e.order(k)))).toEqual(['RuntimeError: divide by zero', BOUNDS, BOUNDS]);
  expect(outcome(() => e.evaluated())).toBe(NULL);
  expect(outcome(() => e.evaluatedNew())).toBe(LARGE);
  expect(e.ticks.value).toBe(111);
});

test('catch_all sees errors of the host, not the engine error behind a null trap', () => {
  const host = { see: (x: unknown) => x, fail: () => (null as unknown as { x: number }).x };
  const e = load('host', { host });
  expect(outcome(() => e.caught(0))).toBe(NULL);
  expect(e.caught(1)).toBe(1);
});
