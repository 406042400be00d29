// Subtyping between type descriptors of different modules: `<n>` in a descriptor means the n-th of the types given with it,
// or, in the descriptors inside an Rtt, the type with that number in the realm.
export function heapOf(t, types) {
    const at = t[1] === '!' ? 2 : 1;
    return t[at] === '<' ? types[+t.slice(at + 1, -1)] : t[at];
}
/** Of references to values of just that type, none below it. */
export function isExact(t) {
    return t[1] === '!';
}
export function isRefType(t) {
    return t[0] === '?' || t[0] === '&';
}
export function sameType(a, aTypes, b, bTypes) {
    return isRefType(a) && isRefType(b) ? a[0] === b[0] && isExact(a) === isExact(b) && heapOf(a, aTypes) === heapOf(b, bTypes) : a === b;
}
export function isSubtype(a, aTypes, b, bTypes) {
    if (!isRefType(a) || !isRefType(b))
        return a === b;
    if (a[0] === '?' && b[0] === '&')
        return false;
    const from = heapOf(a, aTypes);
    const to = heapOf(b, bTypes);
    return isExact(b) && typeof from !== 'string' ? isExact(a) && from === to : isHeapSubtype(from, to);
}
export function isRttSubtype(a, b) {
    return a.supers[b.supers.length - 1] === b;
}
export function isHeapSubtype(a, b) {
    if (a === b)
        return true;
    if (typeof a !== 'string') {
        if (typeof b !== 'string')
            return isRttSubtype(a, b);
        return a.kind === 'func' ? b === 'f' : b === 'a' || b === 'e' || b === (a.kind === 'struct' ? 's' : 'r');
    }
    // The bottom of a hierarchy is below its concrete types as well.
    if (typeof b !== 'string')
        return a === (b.kind === 'func' ? 'F' : 'n');
    switch (a) {
        case 'F': return b === 'f';
        case 'X': return b === 'x';
        case 'K': return b === 'k';
        case 'n': return 'aejsr'.indexOf(b) >= 0;
        case 'j':
        case 's':
        case 'r': return b === 'e' || b === 'a';
        case 'e': return b === 'a';
    }
    return false;
}
/** As the text format writes it: `i32`, `funcref`, `(ref null $id)`. */
export function showType(t) {
    if (!isRefType(t)) {
        const numeric = { i: 'i32', I: 'i64', f: 'f32', F: 'f64', V: 'v128', b: 'i8', h: 'i16' };
        return numeric[t] || t;
    }
    const names = { f: 'func', F: 'nofunc', x: 'extern', X: 'noextern', a: 'any', e: 'eq', j: 'i31', s: 'struct', r: 'array', n: 'none', k: 'exn', K: 'noexn' };
    const heap = isExact(t) ? '(exact ' + t.slice(3, -1) + ')' : names[t[1]] || 'type ' + t.slice(2, -1);
    return t[0] === '&' ? '(ref ' + heap + ')' : t[1] === '<' || isExact(t) ? '(ref null ' + heap + ')' : heap[0] === 'n' ? 'null' + (heap === 'none' ? '' : heap.slice(2)) + 'ref' : heap + 'ref';
}
/** `(i32, i64) -> f32` */
export function showFuncType(t) {
    return '(' + t.params.map(showType).join(', ') + ') -> ' + (t.results.length === 1 ? showType(t.results[0]) : '(' + t.results.map(showType).join(', ') + ')');
}
