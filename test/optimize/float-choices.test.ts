// Choices that are made with the bits of floats are made with the floats.
import { describe, expect, it } from 'vitest';
import { eliminateDeadCode } from '../../compiler/optimize/dce.js';
import { loadFloats } from '../../compiler/optimize/float-loads.js';
import { simplifyWithFacts } from '../../compiler/optimize/simplify.js';
import { canonicalText } from '../ir/parse.js';
import { runOn } from './expect-pass.js';

const PARAMS = 'v0: f32, v1: f32, v2: i32';
const run = (lines: string, results: string): string => runOn(`function 0 (${PARAMS}) -> ${results} {\n${lines}\n}`, simplifyWithFacts, loadFloats, eliminateDeadCode);
const becomes = (results: string, lines: string, expected: string): void =>
  expect(canonicalText(run(lines, results).replace(/ !\w+/g, ''))).toBe(canonicalText(`function 0 (${PARAMS}) -> ${results} {\n${expected}\n}`));
const stays = (results: string, lines: string): void => becomes(results, lines, lines);

const BITS = `
  v3 = i32.reinterpret_f32 v0
  v4 = i32.reinterpret_f32 v1`;
const MASK = `
  v5 = f32.lt v0 v1
  v6 = i32.const 0
  v7 = i32.sub v6 v5`;

describe('masks of bits', () => {
  it('choose floats', () => becomes('f32', `${BITS}${MASK}
    v8 = i32.xor v3 v4
    v9 = i32.and v8 v7
    v10 = i32.xor v9 v4
    v11 = f32.reinterpret_i32 v10
    return v11`, `
    v5 = f32.lt v0 v1
    v12: f32 = select v0 v1 v5
    return v12`));
  it('choose floats from halves', () => becomes('f32', `${BITS}${MASK}
    v8 = i32.const -1
    v9 = i32.xor v7 v8
    v10 = i32.and v3 v7
    v11 = i32.and v9 v4
    v12 = i32.or v10 v11
    v13 = f32.reinterpret_i32 v12
    return v13`, `
    v5 = f32.lt v0 v1
    v14: f32 = select v0 v1 v5
    return v14`));
  it('keep a float or make it 0, by the sign of a word', () => becomes('f32', `
    v3 = i32.reinterpret_f32 v0
    v4 = i32.const 31
    v5 = i32.shr_s v2 v4
    v6 = i32.and v3 v5
    v7 = f32.reinterpret_i32 v6
    return v7`, `
    v8 = f32.const 0
    v9 = i32.const 0
    v10 = i32.lt_s v2 v9
    v11: f32 = select v0 v8 v10
    return v11`));
  it('choose constants', () => becomes('f32', `${MASK}
    v8 = i32.const 1065353216
    v9 = i32.and v7 v8
    v10 = f32.reinterpret_i32 v9
    return v10`, `
    v5 = f32.lt v0 v1
    v11 = f32.const 1
    v12 = f32.const 0
    v13: f32 = select v11 v12 v5
    return v13`));
  it('of two conditions', () => becomes('f32', `${BITS}${MASK}
    v8 = i32.const 31
    v9 = i32.shr_s v2 v8
    v10 = i32.and v7 v9
    v11 = i32.and v3 v10
    v12 = f32.reinterpret_i32 v11
    return v12`, `
    v5 = f32.lt v0 v1
    v13 = f32.const 0
    v6 = i32.const 0
    v14 = i32.lt_s v2 v6
    v15 = i32.and v5 v14
    v16: f32 = select v0 v13 v15
    return v16`));
  it('that may be anything are left alone', () => stays('f32', `${BITS}
    v8 = i32.xor v3 v4
    v9 = i32.and v8 v2
    v10 = i32.xor v9 v4
    v11 = f32.reinterpret_i32 v10
    return v11`));
});

describe('selects', () => {
  it('take the bits once', () => becomes('i32', `${BITS}
    v5: i32 = select v3 v4 v2
    return v5`, `
    v6: f32 = select v0 v1 v2
    v7 = i32.reinterpret_f32 v6
    return v7`));
  it('do not make numbers of constants that are NaNs', () => stays('i32', `
    v3 = i32.reinterpret_f32 v0
    v4 = i32.const -1
    v5: i32 = select v3 v4 v2
    return v5`));
  it('do not take bits that are only moved', () => stays('i32', `
    v3 = i32.reinterpret_f32 v0
    v4 = i32.load v2
    v5: i32 = select v3 v4 v2
    return v5`));
  it('of bits and a loaded word are floats where they are used as such', () => becomes('f32', `
    v3 = i32.reinterpret_f32 v0
    v4 = i32.load v2
    v5: i32 = select v3 v4 v4
    v6 = f32.reinterpret_i32 v5
    return v6`, `
    v4 = i32.load v2
    v7 = f32.load v2
    v8: f32 = select v0 v7 v4
    return v8`));
  it('of two words are converted once', () => stays('f32', `
    v3 = i32.const 1
    v4 = i32.shl v2 v3
    v5: i32 = select v2 v4 v4
    v6 = f32.reinterpret_i32 v5
    return v6`));
});

describe('memory', () => {
  it('gives a float instead of the bits of one', () => becomes('f32', `
    v4 = i32.load[8] v2
    v5 = f32.reinterpret_i32 v4
    v6 = f32.add v5 v5
    return v6`, `
    v4 = f32.load[8] v2
    v5 = f32.add v4 v4
    return v5`));
  it('takes a float instead of its bits', () => becomes('f32', `
    v3 = i32.reinterpret_f32 v0
    i32.store[4] v2 v3
    return v0`, `
    f32.store[4] v2 v0
    return v0`));
});
