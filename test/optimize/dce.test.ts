// Dead code elimination: what goes, and what must stay.
import { describe, it } from 'vitest';
import { eliminateDeadCode } from '../../compiler/optimize/dce.js';
import { expectPass } from './expect-pass.js';

const dce = (input: string, expected: string): void => expectPass(input, expected, eliminateDeadCode);

describe('dce', () => {
  it('drops unused pure nodes and keeps traps', () => dce(`function 0 (v0: i32) -> i32 {
    v1 = i32.const 1
    v2 = i32.add v0 v1
    v3 = i32.load v0
    v4 = i32.div_s v0 v1
    v5 = global.get: i32
    return v0
  }`.replace('v5 = global.get: i32', 'v5: i32 = global.get'), `function 0 (v0: i32) -> i32 {
    v1 = i32.const 1
    v3 = i32.load v0
    v4 = i32.div_s v0 v1
    return v0
  }`));

  it('drops params of a loop that only feed themselves', () => dce(`function 0 (v0: i32) -> i32 {
    v1 = i32.const 1
    v2: loop (v3: i32 = v0, v4: i32 = v1, v5: i32 = v0) -> (v6: i32, v7: i32) {
      v8 = i32.add v4 v1
      v9 = i32.sub v3 v1
      br_if v9 -> v2(v9, v8, v4)
      yield v8 v9
    }
    return v7
  }`, `function 0 (v0: i32) -> i32 {
    v1 = i32.const 1
    v2: loop (v3: i32 = v0) -> (v7: i32) {
      v9 = i32.sub v3 v1
      br_if v9 -> v2(v9)
      yield v9
    }
    return v7
  }`));

  it('drops control nodes that do nothing', () => dce(`function 0 (v0: i32) -> i32 {
    v1: block -> (v2: i32) {
      v3: if v0 -> (v4: i32) {
        v5: block {
          br_if v0 -> v5()
          br -> v1(v0)
        } 
        yield v0
      } else {
        yield v0
      }
      yield v4
    }
    return v0
  }`, `function 0 (v0: i32) -> i32 {
    return v0
  }`));

  it('keeps the branches out of a live block', () => dce(`function 0 (v0: i32) {
    v1: block -> (v2: i32) {
      v3: if v0 {
        br -> v1(v0)
      } else {
        yield
      }
      i32.store v0 v0
      yield v0
    }
    return
  }`, `function 0 (v0: i32) {
    v1: block {
      v3: if v0 {
        br -> v1()
      } else {
        yield
      }
      i32.store v0 v0
      yield
    }
    return
  }`));

  it('keeps loops that may not end', () => dce(`function 0 (v0: i32) {
    v1: loop {
      br_if v0 -> v1()
      yield
    }
    return
  }`, `function 0 (v0: i32) {
    v1: loop () {
      br_if v0 -> v1()
      yield
    }
    return
  }`));

  it('drops a register write nobody reads', () => dce(`function 0 (v0: i32) -> i32 {
    v1: i32 = helper "i64Shl" v0 v0 v0
    v2: i32 = ret.i32
    v3: i32 = helper "i64ShrU" v0 v0 v0
    v4: i32 = ret.i32
    return v4
  }`, `function 0 (v0: i32) -> i32 {
    v3: i32 = helper v0 v0 v0 "i64ShrU"
    v4: i32 = ret.i32
    return v4
  }`));
});
