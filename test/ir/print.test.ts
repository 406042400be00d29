// The printer's text, read back, prints the same; the verifier finds what is wrong.
import { describe, expect, it } from 'vitest';
import { printFunction } from '../../compiler/ir/print.js';
import { verifyFunction } from '../../compiler/ir/verify.js';
import { parseFunction } from './parse.js';

const SAMPLE = `function 3 "sum" (v0: i32, v1: i64) -> i32 {
  v2 = i32.const -5
  v3 = i32.add v0 v2
  v4 = f64.const nan:0x7ff8000000000001
  v5 = i64.const -9223372036854775808
  v6 = f32.const -0
  v7 = i32.load[8] v3
  v8: block -> (v9: i32) {
    v10: loop (v11: i32 = v2, v12: i64 = v1) !noExit {
      br_if v11 -> v8(v11)
      v13: if v11 -> (v14: i32) {
        yield v11
      } else {
        yield v2
      }
      br_table v14 -> v10(v14, v12), v8(v14) by [0,1,0]
    }
  }
  return v9
}
`;

describe('IR text', () => {
  it('round-trips', () => {
    const fn = parseFunction(SAMPLE);
    verifyFunction(fn);
    expect(printFunction(fn)).toBe(SAMPLE);
  });
});

describe('verifier', () => {
  const rejects = (text: string, message: RegExp): void => { expect(() => verifyFunction(parseFunction(text))).toThrow(message); };
  it('wants terminators', () => rejects('function 0 () {\n v0 = i32.const 1\n}', /without terminator/));
  it('wants matching edges', () => rejects(`function 0 () {
    v0: block -> (v1: i32) {
      br -> v0()
    }
    return
  }`, /0 arguments for 1/));
  it('wants kinds', () => rejects(`function 0 (v0: i64) -> i32 {
    v1 = i32.add v0 v0
    return v1
  }`, /i64, not i32/));
  it('knows what is visible', () => rejects(`function 0 (v0: i32) -> i32 {
    v1: if v0 -> (v2: i32) {
      v3 = i32.const 1
      yield v3
    } else {
      yield v3
    }
    return v2
  }`, /not visible/));
});
