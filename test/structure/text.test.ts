// What small functions look like: coercions only where they matter, expressions instead of variables, natural loops.
import { describe, expect, it } from 'vitest';
import { js } from './fake-env.js';

/** Body of a function of (a, b, c: i32, d, e: f32, f: f64) that returns one value. */
const value = (body: string, kind = 'i32'): string => {
  const code = js(`function 0 (v0: i32, v1: i32, v2: i32, v3: f32, v4: f32, v5: f64) -> ${kind} {\n${body}\n}`);
  return code.replace(/^function f0\(a,b,c,d,e,f\){(.*)}$/s, '$1').replace(/^return /, '');
};
/** The value of one operation on parameters, and what a consumer that coerces makes of it. */
const both = (line: string): [string, string] => {
  const exact = value(`v10: i32 = ${line}\nreturn v10`);
  return [exact, value(`v10: i32 = ${line}\nv11 = i32.or v10 v0\nreturn v11`).replace(/\|a$/, '')];
};

describe('integers', () => {
  it.each([
    ['i32.add v0 v1', 'a+b|0', 'a+b'],
    ['i32.mul v0 v1', 'Math.imul(a,b)', 'Math.imul(a,b)'],
    ['i32.shr_u v0 v1', 'a>>>b|0', 'a>>>b'],
    ['i32.rotl v0 v1', 'a<<b|a>>>32-b', 'a<<b|a>>>32-b'],
    ['i32.lt_s v0 v1', 'a<b|0', 'a<b'],
    ['i32.lt_u v0 v1', 'a>>>0<b>>>0|0', 'a>>>0<b>>>0'],
    ['i32.eqz v0', 'a===0|0', 'a===0'],
    ['i32.div_s v0 v1', 'i32DivS(a,b)', 'i32DivS(a,b)'],
    ['i32.load[4] v0', 'D.getInt32((a>>>0)+4,!0)', 'D.getInt32((a>>>0)+4,!0)'],
    ['i32.load8_u v0', 'D.getUint8(a>>>0)', 'D.getUint8(a>>>0)'],
    ['i32.extend8_s v0', 'a<<24>>24', 'a<<24>>24'],
    ['f64.lt v5 v5', 'f<f|0', 'f<f'],
    ['i32.reinterpret_f32 v3', 'f32Bits(d)', 'f32Bits(d)'],
    ['i32.mulhi_s v0 v1 v2', 'a*b*2.3283064365386963e-10+(c>>11===-1?2147483647.999998:2147483648)^-2147483648', 'a*b*2.3283064365386963e-10+(c>>11===-1?2147483647.999998:2147483648)^-2147483648'],
    ['i32.mulhi_su v0 v1 v2', 'a*(b>>>0)*2.3283064365386963e-10+(c>>11===-1?2147483647.999998:2147483648)^-2147483648', 'a*(b>>>0)*2.3283064365386963e-10+(c>>11===-1?2147483647.999998:2147483648)^-2147483648'],
    ['i32.mulhi_u v0 v1 v2', '(a>>>0)*(b>>>0)*2.3283064365386963e-10-(c>>10===-1?9.5367431640625e-7:0)|0', '(a>>>0)*(b>>>0)*2.3283064365386963e-10-(c>>10===-1?9.5367431640625e-7:0)'],
  ])('%s', (line, exact, loose) => expect(both(line)).toEqual([exact, loose]));

  it.each([
    ['v10 = i32.const 7\nv11 = i32.div_u v0 v10\nreturn v11', '(a>>>0)/7|0'],
    ['v10 = i32.const 5\nv11: i32 = i32.mulhi53_u v0 v10\nreturn v11', '(a>>>0)*1.1641532182693481e-9|0'],
    ['v10 = i32.const -5\nv11: i32 = i32.mulhi53_s v0 v10\nreturn v11', 'floor(a*-1.1641532182693481e-9)|0'],
    ['v10 = i32.const 7\nv11 = i32.and v0 v10\nv12 = i32.const 10\nv13: i32 = i32.divlo_u v11 v1 v12\nreturn v13', '(a&7)*429496729.6+((b>>>0)+.5)*.1|0'],
    ['v10 = i32.const 8\nv11 = i32.rem_s v0 v10\nreturn v11', '(a|0)%8|0'],
    ['v10 = i32.const -1\nv11 = i32.div_s v0 v10\nreturn v11', 'i32DivS(a,-1)'],
    ['v10 = i32.const -4\nv11 = i32.add v0 v10\nreturn v11', 'a-4|0'],
    ['v10 = i32.const -1\nv11 = i32.xor v0 v10\nreturn v11', '~a'],
    ['v10 = i32.const 0\nv11 = i32.sub v10 v0\nreturn v11', '0-a|0'],
    ['v10 = i32.const 3\nv11 = i32.shr_u v0 v10\nreturn v11', 'a>>>3'],
    ['v10 = i32.add v0 v1\nv11 = i32.sub v10 v2\nv12 = i32.add v0 v11\nreturn v12', 'a+(a+b-c)|0'],
    ['v10 = i32.add v0 v1\nv11 = i32.lt_s v10 v2\nreturn v11', '(a+b|0)<c|0'],
    ['v10 = i32.add v0 v1\nv11 = i32.load v10\nreturn v11', 'D.getInt32(a+b|0,!0)'],
    ['v10 = i32.const 255\nv11 = i32.and v0 v10\nv12 = i32.load[8] v11\nreturn v12', 'D.getInt32((a&255)+8|0,!0)'],
    ['v10 = i32.const -16\nv11 = i32.load[8] v10\nreturn v11', 'D.getInt32(4294967288,!0)'],
    ['v10 = i32.lt_s v0 v1\nv11: i32 = select v0 v1 v10\nreturn v11', 'b^(a^b)&0-(a<b)'],
    ['v10 = i32.add v1 v2\nv11 = i32.lt_s v2 v0\nv12: i32 = select v0 v10 v11\nreturn v12', 'a^(a^b+c)&0-(c>=a)'],
    ['v10 = i32.add v1 v2\nv11 = i32.lt_s v2 v1\nv12: i32 = select v0 v10 v11\nreturn v12', 'c<b?a:b+c|0'],
    ['v10: i32 = select v0 v1 v2\nreturn v10', 'c?a:b'],
    ['v10 = f32.add v3 v4\nv11 = f32.const 4\nv12 = f32.lt v10 v11\nreturn v12', 'd+e<3.9999998807907104|0'],
    ['v10 = f32.add v3 v4\nv11 = i32.reinterpret_f32 v10\nreturn v11', 'f32Bits(d+e)'],
    ['v10 = i32.lt_s v0 v1\nv11 = i32.const 0\nv12: i32 = select v0 v11 v10\nreturn v12', 'a&0-(a<b)'],
    ['v10 = i32.lt_s v0 v1\nv11 = i32.const 1\nv12 = i32.add v10 v11\nreturn v12', '(a<b|0)+1|0'],
  ])('%s', (body, expected) => expect(value(body)).toBe(expected));
});

describe('floats', () => {
  it.each([
    ['v10 = f32.add v3 v4\nreturn v10', 'fround(d+e)'],
    ['v10 = f32.add v3 v4\nf32.store v0 v10\nreturn v3', 'D.setFloat32(a>>>0,d+e,!0);return d'],
    ['v10 = f32.const -0\nreturn v10', '-0'],
    ['v10 = f32.const nan:0x7fc00000\nreturn v10', 'NaN'],
    ['v10 = f32.const nan:0x7fa00000\nreturn v10', 'f32FromBits(2141192192)'],
    ['v10 = f32.convert_i32_u v0\nreturn v10', 'fround(a>>>0)'],
    ['v10 = f32.demote_f64 v5\nreturn v10', 'fround(f)'],
    ['v10 = f32.add v3 v3\nreturn v10', 'd*1.0565890622713305e270*1.8928834978668395e-270'],
    ['v10 = f32.const -4\nv11 = f32.mul v3 v10\nreturn v11', 'd*-2.113178124542661e270*1.8928834978668395e-270'],
    ['v10 = f32.const 0.5\nv11 = f32.mul v3 v10\nreturn v11', 'fround(d*.5)'],
    ['v10 = f32.const 0\nv11 = f32.mul v3 v10\nv12 = f32.const -1\nv13 = f32.mul v4 v12\nv14 = f32.add v11 v13\nreturn v14', 'd*.25*0+e*.25*-4'],
    ['v10 = i32.const 255\nv11 = i32.and v0 v10\nv12 = f32.convert_i32_s v11\nv13 = f32.const 0.125\nv14 = f32.mul v12 v13\nreturn v14', '(a&255)*.125'],
    ['v10 = f32.add v3 v4\nv11 = f32.neg v10\nv12 = f32.min v11 v3\nf32.store v0 v12\nreturn v3', 'D.setFloat32(a>>>0,min(-(d+e),d),!0);return d'],
  ])('%s', (body, expected) => expect(value(body, 'f32')).toBe(expected));
  it.each([
    ['v10 = f64.convert_i32_u v0\nreturn v10', 'a>>>0'],
    ['v10 = f64.promote_f32 v3\nreturn v10', 'd'],
    ['v10 = f64.const nan:0x7ff4000000000000\nreturn v10', 'f64FromBits(0,2146697216)'],
    ['v10 = f64.neg v5\nv11 = f64.neg v10\nv12 = f64.sub v5 v11\nreturn v12', 'f- - -f'],
  ])('%s', (body, expected) => expect(value(body, 'f64')).toBe(expected));
});

describe('control', () => {
  it('counts in one variable', () => {
    expect(js(`function 0 (v0: i32) -> i32 {
      v1 = i32.const 0
      v2: loop (v3: i32 = v1, v4: i32 = v1) -> () {
        v5 = i32.add v4 v3
        v6 = i32.const 1
        v7 = i32.add v3 v6
        v8 = i32.lt_s v7 v0
        br_if v8 -> v2(v7, v5)
        return v5
      }
    }`)).toBe('function f0(a){var b,c;b=0;c=0;for(;;){c=c+b|0;b=b+1|0;if(b>=a)return c}}');
  });
  it('do while', () => {
    expect(js(`function 0 (v0: i32) {
      v2: loop (v3: i32 = v0) -> () {
        v4 = i32.const 1
        v5 = i32.sub v3 v4
        call[1] v5
        br_if v5 -> v2(v5)
        yield
      }
      return
    }`)).toBe('function f0(a){do{a=a-1|0;f1(a)}while(a)}');
  });
  it('while, with the block around it', () => {
    expect(js(`function 0 (v0: i32) {
      v1: block -> () {
        v2: loop () -> () {
          v3 = i32.load v0
          br_if v3 -> v1()
          call[1] v0
          br -> v2()
        }
      }
      return
    }`)).toBe('function f0(a){while(!D.getInt32(a>>>0,!0))f1(a)}');
  });
  it('if and else of two blocks', () => {
    expect(js(`function 0 (v0: i32, v1: i32) {
      v2: block -> () {
        v3: block -> () {
          br_if v0 -> v3()
          call[1] v1
          br -> v2()
        }
        call[2] v1
        yield
      }
      call[3] v0
      return
    }`)).toBe('function f0(a,b){if(!a)f1(b);else f2(b);f3(a)}');
  });
  it('swaps through a temporary', () => {
    expect(js(`function 0 (v0: i32, v1: i32, v2: i32) -> i32 {
      v3: loop (v4: i32 = v0, v5: i32 = v1, v6: i32 = v2) -> (v7: i32) {
        v8 = i32.const 1
        v9 = i32.sub v6 v8
        br_if v9 -> v3(v5, v4, v9)
        yield v4
      }
      return v7
    }`)).toBe('function f0(a,b,c){var d;for(;;){c=c-1|0;if(!c)break;d=a;a=b;b=d}return a}');
  });
  it('labels only what an unlabelled break does not reach', () => {
    expect(js(`function 0 (v0: i32) {
      v1: loop () -> () {
        v2: loop () -> () {
          v3 = i32.load v0
          br_if v3 -> v1()
          v4 = i32.load[4] v0
          br_if v4 -> v2()
          yield
        }
        call[1] v0
        br -> v1()
      }
    }`)).toBe('function f0(a){var V;A:for(;;){V=D;do if(V.getInt32(a>>>0,!0))continue A;while(V.getInt32((a>>>0)+4,!0));f1(a)}}');
  });
  it('two ways of a table', () => {
    expect(js(`function 0 (v0: i32) -> i32 {
      v1: block -> (v2: i32) {
        v3 = i32.const 5
        v4 = i32.const 6
        br_table v0 -> v1(v3), v1(v4) by [0,1]
      }
      return v2
    }`)).toBe('function f0(a){if(a)a=6;else a=5;return a}');
  });
});

describe('the view of the memory', () => {
  it('is copied where it is used more than once', () => {
    expect(js('function 0 (v0: i32) {\nv1 = i32.load v0\ni32.store[8] v0 v1\nreturn\n}')).toBe('function f0(a){var V;V=D;V.setInt32((a>>>0)+8,V.getInt32(a>>>0,!0),!0)}');
  });
  const reported = (end: string): string => js(`function 0 (v0: i32, v1: i32) -> i32 {
      v2 = i32.load[8] v1
      v3 = i32.ge_u v0 v2
      v9: if v3 -> () {
        call[1] v0
        ${end}
      } else {
        yield
      }
      v4 = i32.load[4] v1
      return v4
    }`);
  it('stays what it is where a call leads to a trap', () => {
    expect(reported('unreachable')).toBe('function f0(a,b){var V;V=D;if(a>>>0>=V.getInt32((b>>>0)+8,!0)>>>0){f1(a);unreachable()}return V.getInt32((b>>>0)+4,!0)}');
    expect(reported('yield')).toBe('function f0(a,b){if(a>>>0>=D.getInt32((b>>>0)+8,!0)>>>0)f1(a);return D.getInt32((b>>>0)+4,!0)}');
  });
});
