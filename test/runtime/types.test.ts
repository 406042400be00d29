// Canonical types and subtyping.
import { expect, test } from 'vitest';
import { canonTypes, isSubtype, sameType, type Rtt } from 'dewasm/runtime';

test('the same structure is the same type in every module', () => {
  const a = canonTypes(['(ii)i', '()', '(ii)i']);
  const b = canonTypes(['()', '(ii)i']);
  expect(a[0]).toBe(b[1]);
  expect(a[0]).toBe(a[2]);
  expect(a[1]).toBe(b[0]);
  expect(a[0]).not.toBe(a[1]);
  expect(a[0]).toMatchObject({ kind: 'func', params: ['i', 'i'], results: ['i'], final: true, desc: '(ii)i' });
  expect(a[0].supers).toEqual([a[0]]);
});

test('references to other types count by what they are, not by index', () => {
  const a = canonTypes(['()', '(?<0>i&<0>)FI']);
  const b = canonTypes(['(i)', '()', '(?<1>i&<1>)FI', '(?<0>i&<0>)FI']);
  expect(a[1]).toBe(b[2]);
  expect(a[1]).not.toBe(b[3]);
  expect(a[1].params).toEqual([`?<${a[0].id}>`, 'i', `&<${a[0].id}>`]);
  expect(a[1].types[a[0].id]).toBe(a[0]);
  expect(a[1].results).toEqual(['F', 'I']);
});

test('recursive groups are compared as a whole', () => {
  const lone = canonTypes(['-:{m?<0>}']);
  expect(lone[0]).toBe(canonTypes(['()', '-:{m?<1>}'])[1]);
  const pair = canonTypes([['-:{m?<1>}', '-:{m?<0>}']]);
  const shifted = canonTypes(['()', '(i)', ['-:{m?<3>}', '-:{m?<2>}']]);
  expect(pair).toEqual(shifted.slice(2));
  expect(pair[0]).toBe(shifted[2]);
  expect(pair[0]).not.toBe(pair[1]);
  expect(pair[0]).not.toBe(lone[0]);
  expect(canonTypes([['()', '(i)']])[0]).not.toBe(canonTypes(['()'])[0]);
});

test('supertypes', () => {
  const [a, b, c, d] = canonTypes(['-:{mi}', '-<0>:{micF}', '<1>:{micFm?<2>}', '-:[mb]']);
  expect([a.kind, b.kind, d.kind]).toEqual(['struct', 'struct', 'array']);
  expect([a.final, b.final, c.final]).toEqual([false, false, true]);
  expect(a.supers).toEqual([a]);
  expect(b.supers).toEqual([a, b]);
  expect(c.supers).toEqual([a, b, c]);
});

test('subtyping of reference types', () => {
  const types = canonTypes(['-:{mi}', '-<0>:{micF}', '[mb]', '-:()', '<3>:()']);
  const sub = (a: string, b: string, bTypes: Rtt[] = types): boolean => isSubtype(a, types, b, bTypes);
  const yes: [string, string][] = [['i', 'i'], ['?f', '?f'], ['&f', '?f'], ['&<3>', '?f'], ['?<4>', '?<3>'], ['&<4>', '&f'], ['?<1>', '?<0>'], ['?<1>', '?s'], ['?<1>', '?e'], ['?<1>', '?a'], ['?<2>', '?r'], ['?j', '?e'], ['?n', '?<1>'], ['?n', '?j'], ['?n', '?a'], ['?F', '?<3>'], ['?F', '?f'], ['?X', '?x'], ['?K', '?k'], ['?e', '?a'], ['?s', '?e']];
  const no: [string, string][] = [['i', 'I'], ['i', '?f'], ['?f', '&f'], ['?f', '?x'], ['?f', '?a'], ['?<3>', '?<4>'], ['?<0>', '?<1>'], ['?<0>', '?r'], ['?<2>', '?s'], ['?<0>', '?f'], ['?<3>', '?a'], ['?n', '?f'], ['?n', '?<3>'], ['?F', '?<0>'], ['?F', '?a'], ['?x', '?a'], ['?a', '?e'], ['?j', '?s'], ['?n', '?x'], ['?k', '?x']];
  for (const [a, b] of yes) expect([a, b, sub(a, b)]).toEqual([a, b, true]);
  for (const [a, b] of no) expect([a, b, sub(a, b)]).toEqual([a, b, false]);
  // The same number means different types in different modules.
  const other = canonTypes(['-:()', '-:{mi}']);
  expect(sub('?<0>', '?<0>', other)).toBe(false);
  expect(sub('?<1>', '?<1>', other)).toBe(true);
  expect(sameType('?<0>', types, '?<1>', other)).toBe(true);
  expect(sameType('?<0>', types, '&<1>', other)).toBe(false);
});
