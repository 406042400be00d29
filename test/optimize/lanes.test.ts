// What lowering of vectors leaves to the facts: bits nobody asks for, masks made of comparisons, lanes that fit.
import { describe, expect, it } from 'vitest';
import { eliminateDeadCode } from '../../compiler/optimize/dce.js';
import { simplifyWithFacts } from '../../compiler/optimize/simplify.js';
import { canonicalText } from '../ir/parse.js';
import { runOn } from './expect-pass.js';

const run = (lines: string, params = 'v0: i32, v1: i32'): string =>
  runOn(`function 0 (${params}) -> i32 {\n${lines}\n}`, simplifyWithFacts, eliminateDeadCode);
const becomes = (lines: string, expected: string): void =>
  expect(canonicalText(run(lines).replace(/ !\w+/g, ''))).toBe(canonicalText(`function 0 (v0: i32, v1: i32) -> i32 {\n${expected}\n}`));
const stays = (lines: string): void => becomes(lines, lines);

describe('bits that count', () => {
  it('leave out the lane beside the one that is shifted to the top', () => becomes(`
    v2 = i32.const 16
    v3 = i32.const 65535
    v4 = i32.and v0 v3
    v5 = i32.shl v1 v2
    v6 = i32.or v4 v5
    v7 = i32.shl v6 v2
    return v7`, `
    v2 = i32.const 16
    v3 = i32.shl v0 v2
    return v3`));
  it('keep a lane that does', () => stays(`
    v2 = i32.const 16
    v3 = i32.const 65535
    v4 = i32.and v0 v3
    v5 = i32.shl v1 v2
    v6 = i32.or v4 v5
    v7 = i32.const 8
    v8 = i32.shl v6 v7
    return v8`));
  it('are those of a mask, and carries come from below', () => becomes(`
    v2 = i32.const 8
    v3 = i32.shl v1 v2
    v4 = i32.add v0 v3
    v5 = i32.const 255
    v6 = i32.and v4 v5
    return v6`, `
    v2 = i32.const 255
    v3 = i32.and v0 v2
    return v3`));
});

describe('masks of comparisons', () => {
  it('are signs of differences that cannot overflow; minima then need no comparison', () => becomes(`
    v2 = i32.load16_s v0
    v3 = i32.load16_s v1
    v4 = i32.lt_s v2 v3
    v5 = i32.const 0
    v6 = i32.sub v5 v4
    v7 = i32.xor v2 v3
    v8 = i32.and v7 v6
    v9 = i32.xor v3 v8
    return v9`, `
    v2 = i32.load16_s v0
    v3 = i32.load16_s v1
    v4 = i32.sub v2 v3
    v5 = i32.const 31
    v6 = i32.shr_s v4 v5
    v7 = i32.and v4 v6
    v8 = i32.add v7 v3
    return v8`));
  it('stay comparisons where the difference may overflow', () => stays(`
    v2 = i32.lt_s v0 v1
    v3 = i32.const 0
    v4 = i32.sub v3 v2
    return v4`));
  it('with zero are signs in any case', () => becomes(`
    v2 = i32.const 0
    v3 = i32.gt_s v0 v2
    v4 = i32.sub v2 v3
    v5 = i32.and v0 v4
    return v5`, `
    v2 = i32.const 31
    v3 = i32.shr_s v0 v2
    v4 = i32.const -1
    v5 = i32.xor v3 v4
    v6 = i32.and v0 v5
    return v6`));
});

describe('narrowing', () => {
  it('of lanes that fit only puts them together', () => becomes(`
    v2 = i32.load8_u v0
    v3 = i32.load8_u v1
    v4: i32 = helper v2 v3 "narrow32WordU"
    return v4`, `
    v2 = i32.load8_u v0
    v3 = i32.load8_u v1
    v4 = i32.const 16
    v5 = i32.shl v3 v4
    v6 = i32.or v2 v5
    return v6`));
  it('of others saturates', () => {
    expect(run('v2: i32 = helper v0 v1 "narrow32WordU"\nreturn v2')).toContain('narrow32WordU');
    expect(run('v2: i32 = helper v0 v1 "narrow16WordU"\nreturn v2')).toContain('narrow16WordU');
  });
});
