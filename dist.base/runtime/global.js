// Global records, for globals that cross a module's border; others are variables of the generated code.
/** `v` is the value, the low word of an i64, or the array of four words of a v128. */
export function global(t, types, mut, v, h = 0) {
    return t === 'V' ? { v: 0, h: 0, l: v, t, m: types, mut, o: null } : { v, h, l: null, t, m: types, mut, o: null };
}
