// Conversions that saturate, spelled out, become two selects around a truncation that traps nowhere.
import { describe, expect, it } from 'vitest';
import { eliminateDeadCode } from '../../compiler/optimize/dce.js';
import { simplifyWithFacts } from '../../compiler/optimize/simplify.js';
import { canonicalText } from '../ir/parse.js';
import { runOn } from './expect-pass.js';

const run = (lines: string): string => canonicalText(runOn(`function 0 (v0: f32, v1: f32) -> i32 {\n${lines}\n}`, simplifyWithFacts, eliminateDeadCode).replace(/ !\w+/g, ''));
const becomes = (lines: string, expected: string): void => expect(run(lines)).toBe(canonicalText(`function 0 (v0: f32, v1: f32) -> i32 {\n${expected}\n}`));

const CONSTANTS = `
  v2 = i32.const -2147483648
  v3 = i32.const 2147483647
  v4 = i32.const 0`;
const selects = (within: string, x = 'v0', most = 2147483520): string => `
  v20 = f32.const -2147483648
  v21 = f32.ge v0 v20
  v22: i32 = select ${within} v2 v21
  v23 = f32.const ${most}
  v24 = f32.gt ${x} v23
  v25: i32 = select v3 v22 v24
  v26 = f32.eq v0 v0
  v27: i32 = select v25 v4 v26
  return v27`;
const SATURATED = `
  v2 = i32.const -2147483648
  v3 = i32.const 2147483647
  v20 = f32.const -2147483648
  v30 = f32.const 2147483648
  v31: i32 = i32.trunc_in_range v0
  v32 = f32.le v0 v20
  v33: i32 = select v2 v31 v32
  v34 = f32.ge v0 v30
  v35: i32 = select v3 v33 v34
  return v35`;
const choice = (limit = 2147483648): string => `${CONSTANTS}
  v6: block -> (v7: i32) {
    v8 = f32.abs v0
    v9 = f32.const ${limit}
    v10 = f32.lt v8 v9
    v11: if v10 {
      v12 = i32.trunc_f32_s v0
      br -> v6(v12)
    } else {
      yield
    }
    yield v2
  }`;

describe('saturating conversions', () => {
  it('out of an if', () => becomes(`${choice()}${selects('v7')}`, SATURATED));
  it('behind a branch', () => becomes(`${CONSTANTS}
    v6: block -> (v7: i32) {
      v8: block {
        v9 = f32.abs v0
        v10 = f32.const 2147483648
        v11 = f32.lt v9 v10
        v12 = i32.eqz v11
        br_if v12 -> v8()
        v13 = i32.trunc_f32_s v0
        br -> v6(v13)
      }
      yield v2
    }${selects('v7')}`, SATURATED));
  it('by an if that gives both', () => becomes(`${CONSTANTS}
    v8 = f32.abs v0
    v9 = f32.const 2147483648
    v10 = f32.lt v8 v9
    v6: if v10 -> (v7: i32) {
      v12 = i32.trunc_f32_s v0
      yield v12
    } else {
      yield v2
    }${selects('v7')}`, SATURATED));

  const stays = (lines: string): void => expect(run(lines)).toContain('f32.eq');
  it('not of another float', () => stays(`${choice()}${selects('v7', 'v1')}`));
  it('not with another end', () => stays(`${choice()}${selects('v7', 'v0', 2147483392)}`));
  it('not with another limit', () => stays(`${choice(1073741824)}${selects('v7')}`));
});
