// Effects stay in order, whatever is folded into what: loads and stores, calls, traps, globals, variables.
import { describe, expect, it } from 'vitest';
import { js, run } from './fake-env.js';

describe('order of effects', () => {
  it('a load does not move across a store', () => {
    const code = js(`function 0 (v0: i32) -> i32 {
      v1 = i32.load v0
      v2 = i32.const 99
      i32.store v0 v2
      return v1
    }`);
    expect(code).toBe('function f0(a){var b,V;V=D;b=V.getInt32(a>>>0,!0);V.setInt32(a>>>0,99,!0);return b}');
  });
  it('loads change places with loads, not with calls', () => {
    const code = js(`function 0 (v0: i32) -> i32 {
      v1 = i32.load v0
      v2 = i32.load[4] v0
      v3: i32 = call[1] v2
      v4 = i32.add v3 v1
      return v4
    }`);
    expect(run(code, 8).log).toEqual(['getInt32 8', 'getInt32 12', 'f1(252579084)']);
  });
  it('operands keep their order', () => {
    const code = js(`function 0 (v0: i32) -> i32 {
      v1: i32 = call[1] v0
      v2: i32 = call[2] v0
      v3 = i32.sub v1 v2
      return v3
    }`);
    expect(code).toBe('function f0(a){return f1(a)-f2(a)|0}');
    const swapped = js(`function 0 (v0: i32) -> i32 {
      v1: i32 = call[1] v0
      v2: i32 = call[2] v0
      v3 = i32.sub v2 v1
      return v3
    }`);
    expect(run(swapped, 1)).toEqual({ result: -6, log: ['f1(1)', 'f2(1)'] });
  });
  it('a trap comes before a store that follows it', () => {
    const code = js(`function 0 (v0: i32, v1: i32) -> i32 {
      v2 = i32.div_s v0 v1
      i32.store v0 v1
      return v2
    }`);
    expect(run(code, 8, 0)).toEqual({ result: 'divide by zero', log: ['div 8 0'] });
  });
  it('a global is read before the call that changes it', () => {
    const code = js(`function 0 (v0: i32) -> i32 {
      v1: i32 = global.get
      v2: i32 = call[3] v0
      v3 = i32.add v2 v1
      return v3
    }`);
    expect(run(code, 100).result).toBe(105);
  });
  it('a variable is read before it is set', () => {
    const code = js(`function 0 (v0: i32) -> i32 vars i32 {
      var.set v0
      v1: i32 = var.get
      v2 = i32.const 3
      var.set v2
      return v1
    }`);
    expect(run(code, 42).result).toBe(42);
  });
  it('an indirect call checks its index before the arguments only where nobody sees it', () => {
    const code = js(`function 0 (v0: i32, v1: i32) -> i32 {
      v2: i32 = call[1] v0
      v3: i32 = global.get
      v4: i32 = call_indirect v2 v3 v1
      return v4
    }`);
    expect(code).toBe('function f0(a,b){a=f1(a);return callee(T0,b,t0).f(a,g0)}');
    expect(run(code, 1, 5)).toEqual({ result: 'undefined element', log: ['f1(1)', 'callee 5'] });
  });
  it('both arms of a select are evaluated', () => {
    const code = js(`function 0 (v0: i32) -> i32 {
      v1: i32 = call[1] v0
      v2: i32 = call[2] v0
      v3: i32 = select v1 v2 v0
      return v3
    }`);
    expect(run(code, 0)).toEqual({ result: 1, log: ['f1(0)', 'f2(0)'] });
  });
  it('a conditional branch does not take along what its arguments do', () => {
    const code = js(`function 0 (v0: i32) -> i32 {
      v1: block -> (v2: i32) {
        v3: i32 = call[1] v0
        br_if v0 -> v1(v3)
        v4 = i32.const 2
        yield v4
      }
      return v2
    }`);
    expect(run(code, 0)).toEqual({ result: 2, log: ['f1(0)'] });
    expect(run(code, 1)).toEqual({ result: 7, log: ['f1(1)'] });
  });
  it('nothing is evaluated again in a loop', () => {
    const code = js(`function 0 (v0: i32) -> i32 {
      v1 = i32.mul v0 v0
      v2: loop (v3: i32 = v0) -> (v4: i32) {
        v5 = i32.const 1
        v6 = i32.sub v3 v5
        call[1] v1
        br_if v6 -> v2(v6)
        yield v6
      }
      return v4
    }`);
    expect(code).toBe('function f0(a){var b;b=Math.imul(a,a);do{a=a-1|0;f1(b)}while(a);return a}');
  });
  it('a store takes its address and value in order', () => {
    const code = js(`function 0 (v0: i32) {
      v1: i32 = call[1] v0
      v2: i32 = call[2] v0
      i32.store v1 v2
      return
    }`);
    expect(run(code, 0).log).toEqual(['f1(0)', 'f2(0)', 'setInt32 7=1']);
  });
  it('an unused load still traps, an unused sum is gone', () => {
    const code = js(`function 0 (v0: i32) {
      v1 = i32.load v0
      v2 = i32.add v0 v0
      return
    }`);
    expect(code).toBe('function f0(a){D.getInt32(a>>>0,!0)}');
    expect(run(code, -1).result).toMatch(/bounds/);
  });
});
