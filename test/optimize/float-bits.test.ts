// Float bits that are only moved travel as integers.
import { describe, it } from 'vitest';
import { moveFloatBits } from '../../compiler/optimize/float-bits.js';
import { eliminateDeadCode } from '../../compiler/optimize/dce.js';
import { expectPass } from './expect-pass.js';

const moves = (input: string, expected: string): void => expectPass(input, expected, moveFloatBits, eliminateDeadCode);

describe('float-bits', () => {
  it('copies as integers', () => moves(`function 0 (v0: i32, v1: i32) {
    v2 = f64.load[8] v0
    v3 = f32.load v0
    f64.store v1 v2
    f32.store[8] v1 v3
    return
  }`, `function 0 (v0: i32, v1: i32) {
    v2 = i64.load[8] v0
    v3 = i32.load v0
    i64.store v1 v2
    i32.store[8] v1 v3
    return
  }`));

  it('loads twice what is computed with too', () => moves(`function 0 (v0: i32, v1: i32) -> f32 {
    v2 = f32.load v0
    f32.store v1 v2
    v3 = f32.add v2 v2
    return v3
  }`, `function 0 (v0: i32, v1: i32) -> f32 {
    v2 = f32.load v0
    v4 = i32.load v0
    i32.store v1 v4
    v3 = f32.add v2 v2
    return v3
  }`));

  it('takes merges along, with their constants', () => moves(`function 0 (v0: i32, v1: f32) {
    v2 = f32.const 1
    v3 = i32.const 5
    v4: loop (v5: f32 = v2, v6: i32 = v0) {
      v7 = f32.load v6
      v8 = f32.reinterpret_i32 v6
      v9: f32 = select v7 v8 v6
      f32.store v6 v5
      br_if v6 -> v4(v9, v6)
      f32.store v0 v2
      yield
    }
    return
  }`, `function 0 (v0: i32, v1: f32) {
    v10 = i32.const 1065353216
    v4: loop (v5: i32 = v10, v6: i32 = v0) {
      v7 = i32.load v6
      v9: i32 = select v7 v6 v6
      i32.store v6 v5
      br_if v6 -> v4(v9, v6)
      i32.store v0 v10
      yield
    }
    return
  }`));

  it('leaves merges alone that compute or take what was computed', () => moves(`function 0 (v0: i32, v1: f64) -> f64 {
    v2 = f64.load v0
    v3: f64 = select v2 v1 v0
    f64.store v0 v3
    return v3
  }`, `function 0 (v0: i32, v1: f64) -> f64 {
    v2 = f64.load v0
    v3: f64 = select v2 v1 v0
    f64.store v0 v3
    return v3
  }`));

  it('keeps the bits of NaN constants', () => moves(`function 0 (v0: i32) -> i64 {
    v1 = f32.const nan:0x7fa00000
    v2 = f64.const 1
    v3 = f64.load v0
    v4 = i64.reinterpret_f64 v3
    f32.store v0 v1
    f64.store v0 v2
    return v4
  }`, `function 0 (v0: i32) -> i64 {
    v1 = i32.const 2141192192
    v2 = f64.const 1
    v3 = i64.load v0
    i32.store v0 v1
    f64.store v0 v2
    return v3
  }`));
});
