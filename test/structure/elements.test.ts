// What accesses to memory look like in output for interpreters: elements of typed arrays, by indices that are computed once.
import { expect, it } from 'vitest';
import type { EmitEnv } from '../../compiler/emit/env.js';
import { elementAccess } from '../../compiler/emit/element-access.js';
import { hasElement } from '../../compiler/emit/elements.js';
import { js } from './fake-env.js';

const env: Partial<EmitEnv> = {
  interprets: true, access: elementAccess, hasElements: true, takesElement: hasElement, elements: (memory, type) => `D${memory}t${type}`, elementCount: (memory, type) => `D${memory}n${type}`,
};
const body = (text: string): string => js(text, env).replace(/^function f0\(a,b\)\{(.*)\}$/s, '$1');

it.each([
  ['one load', 'v2 = i32.load v0\nreturn v2',
    'return D0t4[a&3?1073741824:a>>>2]??D.getInt32(a>>>0,!0)'],
  ['the index of a base that is used twice', 'v2 = i32.load v0\nv3 = i32.load[8] v0\nv4 = i32.add v2 v3\nreturn v4',
    'var c;b=a&3?1073741824:a>>>2;c=D0t4;return (c[b]??D.getInt32(a>>>0,!0))+(c[b+2]??D.getInt32((a>>>0)+8,!0))|0'],
  ['a sum that may wrap around', 'v2 = i32.const 8\nv3 = i32.add v0 v2\nv4 = i32.load v3\nreturn v4',
    'return D0t4[(a&3?-2147483648:a>>2)+2]??D.getInt32(a+8>>>0,!0)'],
  ['an aligned address', 'v2 = i32.const 3\nv3 = i32.shl v0 v2\nv4 = f64.load[16] v3\nv5 = i32.trunc_sat_f64_s v4\nreturn v5',
    'a=a<<3;return i32TruncSatS(D0t6[(a>>>3)+2]??D.getFloat64((a>>>0)+16,!0))'],
  ['bytes', 'v2 = i32.load8_u v0\nv3 = i32.load8_s[5] v1\nv4 = i32.add v2 v3\nreturn v4',
    'var c;return (D0t1[a]??D.getUint8(a))+(D0t0[c=(b>>>0)+5]??D.getInt8(c))|0'],
  ['a store', 'i32.store v0 v1\nreturn v0',
    'var c;if((c=a&3?1073741824:a>>>2)<D0n4)D0t4[c]=b;else D.setInt32(a>>>0,b,!0);return a'],
  ['a store of a byte', 'i32.store8[1] v0 v1\nreturn v0',
    'var c;if((c=(a>>>0)+1)<D0n1)D0t1[c]=b;else D.setInt8(c,b);return a'],
  ['what is inside of the memory, of bytes', 'v2 = i32.load8_u[5] v0 !inBounds !plainAddress\ni32.store8 v1 v2 !inBounds !plainAddress\nreturn v2',
    'var c;c=D0t1;a=c[a+5];c[b]=a;return a'],
  ['what is inside of the memory', 'v2 = i32.load[8] v0 !inBounds !plainAddress\ni32.store v0 v2 !inBounds !plainAddress\nreturn v2',
    'var c;a=a&3?1073741824:a>>>2;c=D0t4;b=c[a+2];c[a]=b;return b'],
  ['an address that is not negative', 'i32.store8[1] v0 v1 !plainAddress\nreturn v0',
    'var c;if((c=a+1)<D0n1)D0t1[c]=b;else D.setInt8(c,b);return a'],
  ['the index of what was scaled', 'v2 = i32.const 2\nv3 = i32.shl v0 v2 !exact !nonNegative\nv4 = i32.load[16] v3 !inBounds !plainAddress\nreturn v4',
    'return D0t4[a+4]'],
  ['the index of what was scaled by more', 'v2 = i32.const 4\nv3 = i32.shl v0 v2 !exact !nonNegative\ni32.store[4] v3 v1 !inBounds !plainAddress\nreturn v1',
    'D0t4[(a<<2)+1]=b;return b'],
  ['the index of what was scaled, where it may be outside', 'v2 = i32.const 2\nv3 = i32.shl v0 v2 !exact !nonNegative\nv4 = i32.load[16] v3\nreturn v4',
    'return D0t4[a+4]??D.getInt32((a<<2)+16,!0)'],
  ['what is exact', 'v2 = i32.const 1\nv3 = i32.add v0 v2 !exact\nv4 = i32.sub v3 v1 !exact\nreturn v4', 'return a+1-b'],
  ['what is exact of something that is not', 'v2 = i32.const 1\nv3 = i32.add v0 v2\nv4 = i32.sub v3 v1 !exact\nreturn v4', 'return (a+1|0)-b'],
  ['no negative zero', 'v2 = i32.const 0\nv3 = i32.sub v2 v0 !exact\nreturn v3', 'return -a|0'],
  ['a remainder that is not negative', 'v2 = i32.const 10\nv3 = i32.rem_u v0 v2 !nonNegative\nreturn v3', 'return (a>>>0)%10'],
  ['a comparison', 'v2 = i32.lt_s v0 v1\nreturn v2', 'return a<b?1:0'],
  ['a choice', 'v2 = i32.lt_s v0 v1\nv3: i32 = select v0 v1 v2\nreturn v3', 'return a<b?a:b'],
  ['a call through a table', 'v2: i32 = call_indirect[1,0] v0 v1\nreturn v2',
    'var c;return ((c=T0.a[b>>>0])&&c.t===t1?c:callee(T0,b,t1)).f(a)'],
])('%s', (_, text, expected) => {
  expect(body(`function 0 (v0: i32, v1: i32) -> i32 {\n${text}\n}`)).toBe(expected);
});

it('what a loop carries is as aligned as what it starts with and adds', () => {
  const text = (step: number): string => `function 0 (v0: i32, v1: i32) {
    v2 = i32.const 64
    v3: loop (v4: i32 = v2) {
      i32.store v4 v1
      v5 = i32.const ${step}
      v6 = i32.add v4 v5
      br_if v6 -> v3(v6)
      yield
    }
  }`;
  expect(body(text(4))).not.toContain('&3');
  expect(body(text(2))).toContain('&3');
});

it('what comes to the end of a block is as aligned as each of what may', () => {
  const text = (other: number): string => `function 0 (v0: i32, v1: i32) {
    v2 = i32.const 2
    v3 = i32.shl v1 v2
    v4: if v0 -> (v5: i32) {
      v6 = i32.const ${other}
      yield v6
    } else {
      yield v3
    }
    i32.store v5 v1
    i32.store[4] v5 v1
    return
  }`;
  expect(body(text(64))).not.toContain('&3');
  expect(body(text(62))).toContain('&3');
});

it('what a branch takes to the end of a block counts too', () => {
  const text = (other: number): string => `function 0 (v0: i32, v1: i32) {
    v2 = i32.const ${other}
    v3: block -> (v4: i32) {
      br_if v0 -> v3(v2)
      v5 = i32.const 64
      yield v5
    }
    i32.store v4 v1
    i32.store[4] v4 v1
    return
  }`;
  expect(body(text(8))).not.toContain('&3');
  expect(body(text(9))).toContain('&3');
});
