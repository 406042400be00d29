// What a host function returns where wasm expects several results.
/** The list of `n` results that the JS API makes of an iterable. */
export function results(iterable, n) {
    // A for-of loop would read further than it has to if the iterator never ends; the JS API does just that.
    const list = [];
    if (iterable === null || iterable === undefined || typeof iterable[Symbol.iterator] !== 'function')
        throw new TypeError('multi-return value must be iterable');
    for (const value of iterable)
        list.push(value);
    if (list.length !== n)
        throw new TypeError('multi-return length mismatch: expected ' + n + ', got ' + list.length);
    return list;
}
/** What a call between JS and wasm does if its type has v128 or exnref in it. */
export function opaqueType() {
    throw new TypeError('type incompatibility when transforming from/to JS');
}
