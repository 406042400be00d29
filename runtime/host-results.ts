// What a host function returns where wasm expects several results.

/** The list of `n` results that the JS API makes of an iterable. */
export function results(iterable: unknown, n: number): unknown[] {
  // A for-of loop would read further than it has to if the iterator never ends; the JS API does just that.
  const list: unknown[] = [];
  if (iterable === null || iterable === undefined || typeof (iterable as Iterable<unknown>)[Symbol.iterator] !== 'function') throw new TypeError('multi-return value must be iterable');
  for (const value of iterable as Iterable<unknown>) list.push(value);
  if (list.length !== n) throw new TypeError('multi-return length mismatch: expected ' + n + ', got ' + list.length);
  return list;
}

/** What a call between JS and wasm does if its type has v128 or exnref in it. */
export function opaqueType(): never {
  throw new TypeError('type incompatibility when transforming from/to JS');
}
