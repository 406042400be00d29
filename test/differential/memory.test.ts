// Loads and stores of every width: aligned, unaligned, at both ends of the memory, beyond it, with addresses that are negative as
// int32 and offsets that reach over 4 GiB, in memories that are shared and that are not; and the bulk instructions, of which the part before a trap must not happen.
import { describe, it } from 'vitest';
import { OPCODES } from '../../compiler/spec/opcodes.js';
import { typeName } from '../../compiler/spec/types.js';
import { both as compiledAs, combinations, expectSameCalls, expectSameMemory, WITH_ELEMENTS, type Both } from './both.js';
import { EDGES, literal, type Numeric } from './edges.js';

const both = (text: string): Both[] => compiledAs(text, undefined, WITH_ELEMENTS);
const PAGE = 65536;
const ADDRESSES = [0, 1, 2, 3, 4, 5, 7, 8, 9, 255, PAGE - 9, PAGE - 8, PAGE - 7, PAGE - 5, PAGE - 4, PAGE - 3, PAGE - 2, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 0x7fffffff, -0x80000000, -PAGE, -9, -8, -5, -4, -1];
const OFFSETS = [0, 1, 4, 8, 255, PAGE - 8, PAGE - 1, PAGE, 0x7fffffff, 0x80000000, 0xfffffff8, 0xffffffff];
const DATA = '(data (i32.const 0) "\\80\\7f\\ff\\00\\81\\fe\\01\\c0\\7f\\ff\\40\\9a\\bc\\de\\f1\\3f") (data (i32.const 65520) "\\f0\\81\\c2\\53\\a4\\75\\06\\97\\18\\89\\9a\\ab\\bc\\cd\\de\\fe")';

const isAccess = (kind: string) => (row: { name: string }): boolean => new RegExp(`^[if](32|64)\\.${kind}\\d*(_[su])?$`).test(row.name);
const rows = (kind: string): [string, Numeric, number][] =>
  OPCODES.filter(isAccess(kind)).map((row) => [row.name, typeName(kind === 'load' ? row.results![0] : row.params![1]) as Numeric, row.width]);
/** All alignments that may be hinted at, and every offset. */
const variants = (width: number): string[] => OFFSETS.flatMap((offset, k) => `offset=${offset} align=${2 ** (k % (Math.log2(width) + 1))}`);

describe.each([['not shared', ''], ['shared', '3 shared']])('%s', (_kind, more) => {
  describe.each(rows('load'))('%s', (name, type, width) => {
    it('at variable addresses', () => {
      const pairs = both(`(module (memory (export "memory") 1 ${more}) ${DATA}
        ${variants(width).map((v, k) => `(func (export "${k}") (param i32) (result ${type}) (${name} ${v} (local.get 0)))
          (func (export "sum ${k}") (param i32) (result ${type}) (${name} ${v} (i32.add (local.get 0) (i32.const 5))))
          (func (export "scaled ${k}") (param i32) (result ${type}) (${name} ${v} (i32.shl (local.get 0) (i32.const 2))))
          (func (export "masked ${k}") (param i32) (result ${type}) (${name} ${v} (i32.and (local.get 0) (i32.const 0xfff8))))
          (func (export "dropped ${k}") (param i32) (drop (${name} ${v} (local.get 0))))
          (func (export "truth ${k}") (param i32) (result i32) (${type === 'i32' || type === 'i64' ? `${type}.eqz` : `${type}.eq (${type}.const 0)`} (${name} ${v} (local.get 0))))`).join('\n')})`);
      OFFSETS.forEach((_, k) => {
        for (const use of ['', 'sum ', 'scaled ', 'masked ', 'dropped ', 'truth ']) expectSameCalls(pairs, `${use}${k}`, combinations([ADDRESSES]));
      });
    });
    it('at constant addresses', () => {
      const pairs = both(`(module (memory (export "memory") 1 ${more}) ${DATA} ${ADDRESSES.map((a, k) => `(func (export "${k}") (result ${type}) (${name} (i32.const ${a})))`).join('')})`);
      ADDRESSES.forEach((_, k) => { expectSameCalls(pairs, String(k), [[]]); });
    });
  });

  describe.each(rows('store'))('%s', (name, type, width) => {
    // Bits of NaNs are no affair of this test.
    const values = EDGES[type].filter((v, k) => v === v && k % 4 === 0);
    it('at variable addresses', () => {
      const pairs = both(`(module (memory (export "memory") 1 ${more}) ${DATA}
        ${variants(width).map((v, k) => `(func (export "${k}") (param i32 ${type}) (${name} ${v} (local.get 0) (local.get 1)))`).join('\n')})`);
      OFFSETS.forEach((_, k) => { expectSameMemory(pairs, String(k), combinations([ADDRESSES, [values[k % values.length]]])); });
      expectSameMemory(pairs, '0', combinations([[0, 3, PAGE - width, PAGE - width + 1], values]));
    });
    it('of constants and of what was loaded', () => {
      const pairs = both(`(module (memory (export "memory") 1 ${more}) ${DATA}
        ${values.map((v, k) => `(func (export "${k}") (param i32) (${name} (local.get 0) ${literal(type, v)}))`).join('\n')}
        (func (export "copy") (param i32 i32) (${name} (local.get 0) (${type}.load offset=2 (local.get 1))))
        (func (export "add") (param i32) (${name} (local.get 0) (${type}.add (${type}.load (local.get 0)) ${literal(type, type === 'i64' ? 1n : 1)}))))`);
      values.forEach((_, k) => { expectSameMemory(pairs, String(k), [[1], [PAGE - width], [PAGE - 1]]); });
      expectSameMemory(pairs, 'copy', combinations([[4, PAGE - 3], [0, 1, PAGE - 3]]));
      expectSameMemory(pairs, 'add', combinations([[0, 1, PAGE - 8, PAGE - 7]]));
    });
  });

  describe('bulk memory', () => {
    const edges = [0, 1, 100, PAGE - 1, PAGE, PAGE + 1, -1, 0x7fffffff];
    it.each([
      ['memory.fill', '(memory.fill (local.get 0) (local.get 1) (local.get 2))', [edges, [0, 0x1ff, -1], edges]],
      ['memory.copy', '(memory.copy (local.get 0) (local.get 1) (local.get 2))', [edges, edges, [0, 1, 7, PAGE - 100, -1]]],
      ['memory.init', '(memory.init 1 (local.get 0) (local.get 1) (local.get 2))', [edges, [0, 1, 4, 5, -1], [0, 1, 4, 5, -1]]],
      ['memory.init of a used segment', '(memory.init 0 (local.get 0) (local.get 1) (local.get 2))', [[0, PAGE, PAGE + 1], [0, 1], [0, 1]]],
      ['memory.grow', '(drop (memory.grow (local.get 0))) (i32.store8 (i32.mul (memory.size) (i32.const 1000)) (local.get 1)) (i32.store8 (local.get 1) (memory.grow (local.get 2)))', [[0, 1, -1, 70000], [5], [0, 1, 3]]],
    ])('%s', (_, code, lists) => {
      const pairs = both(`(module (memory (export "memory") 1 ${more === '' ? '8' : '8 shared'}) (data (i32.const 0) "\\80\\7f\\ff\\00\\81\\fe\\01\\c0") (data "abcde") (func (export "f") (param i32 i32 i32) ${code}))`);
      expectSameMemory(pairs, 'f', combinations(lists as number[][]));
    });
    it('moves few bytes word by word, whatever overlaps', () => {
      const pairs = both(`(module (memory (export "memory") 1 ${more}) (data (i32.const 200) "${Array.from({ length: 64 }, (_, k) => `\\${(k * 37 % 256).toString(16).padStart(2, '0')}`).join('')}")
        (func (export "copy") (param i32 i32 i32) (memory.copy (local.get 0) (local.get 1) (local.get 2)))
        (func (export "fill") (param i32 i32 i32) (memory.fill (local.get 0) (local.get 1) (local.get 2))))`);
      const lengths = Array.from({ length: 38 }, (_, k) => k);
      expectSameMemory(pairs, 'copy', combinations([[200, 201, 203, 204, 190, 209, 240], [200, 202, 211], lengths]));
      expectSameMemory(pairs, 'copy', combinations([[PAGE - 32, PAGE - 31, PAGE - 5], [200], [4, 5, 31, 32, 33]]));
      expectSameMemory(pairs, 'fill', combinations([[200, 203, PAGE - 32, PAGE - 3], [0x180, -1, 7], lengths]));
    });
    it('drops segments', () => {
      const pairs = both(`(module (memory (export "memory") 1 ${more}) (data "abcde") (func (export "init") (param i32 i32) (memory.init 0 (local.get 0) (i32.const 0) (local.get 1))) (func (export "drop") (data.drop 0)))`);
      expectSameMemory(pairs, 'init', [[0, 5], [10, 6]]);
      expectSameMemory(pairs, 'drop', [[]]);
      expectSameMemory(pairs, 'init', [[0, 0], [0, 1], [PAGE, 0], [PAGE + 1, 0]]);
    });
  });
});

describe('bulk tables', () => {
  const module = (code: string): string => `(module
    (table $t (export "t") 8 20 funcref) (table $u 5 funcref) (memory (export "memory") 1)
    (func $0 (result i32) (i32.const 10)) (func $1 (result i32) (i32.const 11)) (func $2 (result i32) (i32.const 12)) (func $other (param f32) (result f32) (local.get 0))
    (elem (table $t) (i32.const 1) func $0 $1 $2 $other) (elem $e func $2 $1 $0) (elem (table $u) (i32.const 0) func $1 $1 $other)
    (func (export "f") (param i32 i32 i32) ${code})
    (func (export "call") (param i32) (result i32) (call_indirect $t (result i32) (local.get 0)))
    (func (export "size") (result i32) (table.size $t)))`;
  const edges = [0, 1, 3, 7, 8, 9, -1];
  it.each([
    ['table.copy', '(table.copy $t $t (local.get 0) (local.get 1) (local.get 2))', [edges, edges, [0, 1, 3, 8, -1]]],
    ['table.copy between tables', '(table.copy $t $u (local.get 0) (local.get 1) (local.get 2))', [edges, [0, 2, 5, 6, -1], [0, 1, 3, 5, -1]]],
    ['table.init', '(table.init $t $e (local.get 0) (local.get 1) (local.get 2))', [edges, [0, 1, 3, 4], [0, 1, 3, -1]]],
    ['table.init and elem.drop', '(table.init $t $e (local.get 0) (local.get 1) (local.get 2)) (elem.drop $e)', [[0, 8, 9], [0, 1], [0, 2]]],
    ['table.fill', '(table.fill $t (local.get 0) (table.get $t (local.get 1)) (local.get 2))', [edges, [0, 1, 8], [0, 1, 7, -1]]],
    ['table.set', '(table.set $t (local.get 0) (table.get $u (local.get 1)))', [edges, [0, 3, 5, -1], [0]]],
    ['table.grow', '(drop (table.grow $t (table.get $u (local.get 1)) (local.get 2))) (table.set $t (local.get 0) (ref.func $0))', [edges, [0, 4], [0, 2, 100, -1]]],
  ])('%s', (_, code, lists) => {
    const pairs = both(module(code));
    for (const args of combinations(lists as number[][])) {
      expectSameCalls(pairs, 'f', [args]);
      expectSameCalls(pairs, 'call', combinations([[-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 25]]));
      expectSameCalls(pairs, 'size', [[]]);
    }
  });
});
