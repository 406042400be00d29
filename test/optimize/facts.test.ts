// What is found out about values: ranges through conditions and loops, and the rewrites that follow.
import { describe, it } from 'vitest';
import { eliminateDeadCode } from '../../compiler/optimize/dce.js';
import { simplifyWithFacts } from '../../compiler/optimize/simplify.js';
import { expectPass } from './expect-pass.js';

const facts = (input: string, expected: string): void => expectPass(input, expected, simplifyWithFacts, eliminateDeadCode);

describe('facts', () => {
  it('drop masks over small loads and fold addresses that cannot wrap', () => facts(`function 0 (v0: i32) -> i32 {
    v1 = i32.load8_u v0
    v2 = i32.const 255
    v3 = i32.and v1 v2
    v4 = i32.const 1000
    v5 = i32.add v3 v4
    v6 = i32.load[8] v5
    return v6
  }`, `function 0 (v0: i32) -> i32 {
    v1 = i32.load8_u v0 !nonNegative
    v6 = i32.load[1008] v1
    return v6
  }`));

  it('leave the check out of a truncation behind a comparison of the magnitude', () => facts(`function 0 (v0: f64) -> i32 {
    v1 = f64.abs v0
    v2 = f64.const 2147483648
    v3 = f64.lt v1 v2
    v4 = i32.eqz v3
    v5: block -> () {
      br_if v4 -> v5()
      v6 = i32.trunc_f64_s v0
      return v6
    }
    v7 = i32.trunc_f64_s v0
    return v7
  }`, `function 0 (v0: f64) -> i32 {
    v1 = f64.abs v0
    v2 = f64.const 2147483648
    v3 = f64.lt v1 v2 !bool !nonNegative
    v4 = i32.eqz v3 !bool !nonNegative
    v5: block {
      br_if v4 -> v5()
      v6: i32 = i32.trunc_in_range v0
      return v6
    }
    v7 = i32.trunc_f64_s v0
    return v7
  }`));

  it('know high words of products that fit into the low one', () => facts(`function 0 (v0: i32) -> i32 {
    v1 = i32.const 25
    v2 = i32.shr_u v0 v1
    v3 = i32.const 16843009
    v4 = i32.mul v2 v3
    v5: i32 = i32.mulhi_u v2 v3 v4
    v6 = i32.const 33686018
    v7 = i32.mul v2 v6
    v8: i32 = i32.mulhi_u v2 v6 v7
    v9 = i32.const 24
    v10 = i32.shr_u v0 v9
    v11 = i32.mul v10 v6
    v12: i32 = i32.mulhi_u v10 v6 v11
    v13 = i32.xor v5 v8
    v14 = i32.xor v13 v12
    return v14
  }`, `function 0 (v0: i32) -> i32 {
    v6 = i32.const 33686018 !nonNegative
    v9 = i32.const 24 !nonNegative
    v10 = i32.shr_u v0 v9 !nonNegative
    v11 = i32.mul v10 v6
    v12: i32 = i32.mulhi_u v10 v6 v11
    return v12
  }`));

  it('follow a counter up to a bound that is known to be positive', () => facts(`function 0 (v0: i32) {
    v1 = i32.const 1
    v2 = i32.const 0
    v3: if v0 {
      v4: block {
        v5 = i32.lt_s v0 v1
        br_if v5 -> v4()
        v6: loop (v7: i32 = v2) {
          v8 = i32.lt_u v7 v0
          i32.store v7 v8
          v9 = i32.add v7 v1
          v10 = i32.ne v9 v0
          br_if v10 -> v6(v9)
          yield
        }
        yield
      }
      yield
    } else {
      yield
    }
    return
  }`, `function 0 (v0: i32) {
    v1 = i32.const 1 !bool !nonNegative
    v2 = i32.const 0 !bool !nonNegative
    v3: if v0 {
      v4: block {
        v5 = i32.lt_s v0 v1 !bool !nonNegative
        br_if v5 -> v4()
        v6: loop (v7: i32 = v2) {
          v8 = i32.lt_s v7 v0 !bool !nonNegative
          i32.store v7 v8
          v9 = i32.add v7 v1 !nonNegative
          v10 = i32.ne v9 v0 !bool !nonNegative
          br_if v10 -> v6(v9)
          yield
        }
        yield
      }
      yield
    } else {
      yield
    }
    return
  }`));

  it('bound a pointer by the index beside it', () => facts(`function 0 (v0: i32) {
    v1 = i32.const 1
    v2 = i32.const 0
    v3 = i32.const 4096
    v4 = i32.const 100
    v5 = i32.const 8
    v6: loop (v7: i32 = v2, v8: i32 = v3) {
      i32.store v8 v0
      v9 = i32.add v7 v1
      v10 = i32.add v8 v5
      i32.store v10 v0
      v11 = i32.ne v9 v4
      br_if v11 -> v6(v9, v10)
      yield
    }
    return
  }`, `function 0 (v0: i32) {
    v1 = i32.const 1 !bool !nonNegative
    v2 = i32.const 0 !bool !nonNegative
    v3 = i32.const 4096 !nonNegative
    v4 = i32.const 100 !nonNegative
    v5 = i32.const 8 !nonNegative
    v6: loop (v7: i32 = v2, v8: i32 = v3) {
      i32.store v8 v0
      v9 = i32.add v7 v1 !nonNegative
      v10 = i32.add v8 v5 !nonNegative
      i32.store[8] v8 v0
      v11 = i32.ne v9 v4 !bool !nonNegative
      br_if v11 -> v6(v9, v10)
      yield
    }
    return
  }`));

  it('decide comparisons inside the arm they are decided in', () => facts(`function 0 (v0: i32) -> i32 {
    v1 = i32.const 100
    v2 = i32.lt_u v0 v1
    v3: if v2 -> (v4: i32) {
      v5 = i32.const 200
      v6 = i32.ge_u v0 v5
      i32.store v0 v6
      yield v0
    } else {
      yield v1
    }
    return v4
  }`, `function 0 (v0: i32) -> i32 {
    v1 = i32.const 100 !nonNegative
    v2 = i32.lt_u v0 v1 !bool !nonNegative
    v3: if v2 -> (v4: i32) {
      v6 = i32.const 0 !bool !nonNegative
      i32.store v0 v6
      yield v0
    } else {
      yield v1
    }
    return v4
  }`));

  it('divide 64-bit values that are really 32-bit ones as such', () => facts(`function 0 (v0: i32, v1: i32) -> i64 {
    v2 = i64.extend_i32_u v0
    v3 = i64.extend_i32_u v1
    v4 = i64.div_u v2 v3
    return v4
  }`, `function 0 (v0: i32, v1: i32) -> i64 {
    v2 = i32.div_u v0 v1
    v3 = i64.extend_i32_u v2 !highZero
    return v3
  }`));
});
