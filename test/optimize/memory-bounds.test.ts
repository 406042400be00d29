// What accesses are known to be, and what they tell of their addresses, in a function that output for interpreters is made of; and which
// results are exact then.
import { describe, expect, it } from 'vitest';
import type { FunctionIR } from '../../compiler/ir/node.js';
import { simplifyWithFacts } from '../../compiler/optimize/simplify.js';
import type { MemorySizes } from '../../compiler/spec/memory-sizes.js';
import { runOn } from './expect-pass.js';

const PAGE = 65536, SIZES: MemorySizes = { least: [PAGE], most: [2 ** 31 - PAGE] };
const optimized = (text: string, sizes: MemorySizes | null = SIZES): string => runOn(text, (fn: FunctionIR) => { fn.memorySizes = sizes; simplifyWithFacts(fn); });
/** The flags of each node of an operation, in order. */
const flagsOf = (op: string, text: string): string[] => text.split('\n').filter((line) => line.includes(op)).map((line) => [...line.matchAll(/!(\w+)/g)].map((m) => m[1]).join(' '));

describe('accesses', () => {
  const masked = (mask: number, access: string): string => `function 0 (v0: i32) -> i32 {
    v1 = i32.const ${mask}
    v2 = i32.and v0 v1
    v3 = ${access} v2
    return v3
  }`;
  it.each([
    ['that end where the memory does', masked(0xffff, 'i32.load8_u'), 'nonNegative inBounds plainAddress'],
    ['one byte beyond', masked(0xffff, 'i32.load8_u[1]'), 'nonNegative plainAddress'],
    ['that are aligned', masked(0xfffc, 'i32.load'), 'inBounds plainAddress'],
    ['that are aligned by the offset only', masked(0xffc, 'i32.load[2]'), 'plainAddress'],
    ['that may not be', masked(0xfffe, 'i32.load'), 'plainAddress'],
    ['that may be negative', masked(-4, 'i32.load'), ''],
  ])('%s', (_, text, flags) => { expect(flagsOf('load', optimized(text))).toEqual([flags]); });

  it('say nothing in other output', () => { expect(flagsOf('load', optimized(masked(0xffff, 'i32.load8_u'), null))).toEqual(['nonNegative']); });

  const twice = `function 0 (v0: i32) -> i32 {
    v1 = i32.load8_u v0
    v2 = i32.const 1
    v3 = i32.add v0 v2
    v4 = i32.load8_u v3
    v5 = i32.add v1 v4
    v6 = i32.add v3 v5
    return v6
  }`;
  it('tell that their address is no negative number', () => {
    const text = optimized(twice);
    expect(flagsOf('load8_u', text)).toEqual(['nonNegative', 'nonNegative plainAddress']);
    expect(flagsOf('i32.add', text)).toEqual(['nonNegative exact', 'nonNegative exact', 'nonNegative exact']);
  });
  it('tell nothing of a memory that may grow to 4 GiB', () => {
    const text = optimized(twice, { least: [PAGE], most: [2 ** 32] });
    expect(flagsOf('load8_u', text)).toEqual(['nonNegative', 'nonNegative']);
    expect(flagsOf('i32.add', text)).toEqual(['', 'nonNegative exact', '']);
  });
});

describe('what a loop carries', () => {
  const pointer = (first: number, step: number, more: string): string => `function 0 (v0: i32) -> i32 {
    v1 = i32.const ${first}
    v2: loop (v3: i32 = v1) {
      v4 = i32.load8_u v3
      v5 = i32.const ${step}
      v6 = i32.add v3 v5
      ${more}
      br_if v4 -> v2(v6)
      yield
    }
    return v0
  }`;
  it('is inside of the memory when the loop goes round', () => {
    const text = optimized(pointer(100, 1, ''));
    expect(flagsOf('load8_u', text)).toEqual(['nonNegative plainAddress']);
    expect(flagsOf('i32.add', text)).toEqual(['nonNegative exact']);
  });
  it('may be negative if it starts so, or goes down', () => {
    expect(flagsOf('load8_u', optimized(pointer(-100, 1, '')))).toEqual(['nonNegative']);
    expect(flagsOf('load8_u', optimized(pointer(100, -1, '')))).toEqual(['nonNegative']);
  });
  it('goes up also if it was increased in a block', () => {
    const text = (other: number): string => `function 0 (v0: i32) -> i32 {
      v1 = i32.const 0
      v2: loop (v3: i32 = v1) {
        v4: block -> (v5: i32) {
          v6 = i32.const 1
          v7 = i32.load8_u v3
          v8 = i32.add v3 v6
          v9: block -> (v10: i32) {
            br_if v7 -> v4(v8)
            v11 = i32.const ${other}
            v12 = i32.add v3 v11
            yield v12
          }
          yield v10
        }
        v13 = i32.const ${PAGE}
        v14 = i32.ne v5 v13
        br_if v14 -> v2(v5)
        yield
      }
      return v0
    }`;
    expect(flagsOf('load8_u', optimized(text(1)))).toEqual(['nonNegative inBounds plainAddress']);
    expect(flagsOf('load8_u', optimized(text(2)))).toEqual(['nonNegative']);
  });
  it('is what a condition on the way back says of it', () => {
    const text = (limit: number): string => `function 0 (v0: i32) -> i32 {
      v1 = i32.const 0
      v2: loop (v3: i32 = v1) {
        v4 = i32.load8_u v3
        v5 = i32.mul v3 v4
        v6 = i32.const ${limit}
        v7 = i32.lt_u v5 v6
        br_if v7 -> v2(v5)
        yield
      }
      return v0
    }`;
    expect(flagsOf('load8_u', optimized(text(PAGE)))).toEqual(['nonNegative inBounds plainAddress']);
    expect(flagsOf('load8_u', optimized(text(PAGE + 1)))).toEqual(['nonNegative plainAddress']);
  });
});

it('behind a block that one branch leaves, its condition holds', () => {
  const text = (other: string): string => `function 0 (v0: i32) -> i32 {
    v1 = i32.const 100
    v2 = i32.lt_u v0 v1
    v3: block -> () {
      br_if v2 -> v3()
      ${other}
      return v1
    }
    v4 = i32.load8_u v0
    return v4
  }`;
  expect(flagsOf('load8_u', optimized(text('')))).toEqual(['nonNegative inBounds plainAddress']);
  expect(flagsOf('load8_u', optimized(text('v9 = i32.eqz v0\nbr_if v9 -> v3()')))).toEqual(['nonNegative']);
});

describe('results', () => {
  const byte = (rest: string): string => `function 0 (v0: i32, v1: i32) -> i32 {
    v2 = i32.const 255
    v3 = i32.and v0 v2
    ${rest}
    return v9
  }`;
  it.each([
    ['sums', 'v4 = i32.and v1 v2\nv9 = i32.add v3 v4', 'i32.add', 'nonNegative exact'],
    ['differences', 'v9 = i32.sub v3 v2', 'i32.add', 'exact'],
    ['sums that may wrap', 'v9 = i32.add v3 v1', 'i32.add', ''],
    ['products', 'v4 = i32.const 1000\nv9 = i32.mul v3 v4', 'i32.mul', 'nonNegative exact'],
    ['products that would be -0', 'v4 = i32.const -1000\nv9 = i32.mul v3 v4', 'i32.mul', ''],
    ['products that may wrap', 'v4 = i32.const 10000000\nv9 = i32.mul v3 v4', 'i32.mul', ''],
    ['shifts', 'v4 = i32.const 23\nv9 = i32.shl v3 v4', 'i32.shl', 'nonNegative exact'],
    ['shifts that lose bits', 'v4 = i32.const 24\nv9 = i32.shl v3 v4', 'i32.shl', ''],
  ])('%s', (_, rest, op, flags) => { expect(flagsOf(op, optimized(byte(rest)))).toEqual([flags]); });
});
