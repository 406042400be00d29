// What all modules and all bundled copies of the runtime in a realm have in common: the register files for further result
// words, the tail call in flight, and whatever else must be one per realm, such as error classes and interned types.
/** A function has at most 1000 results, a v128 is four words. */
export function createRegistry() {
    return {
        R: new Int32Array(4096), RF: new Float64Array(4096), RR: [],
        TC: { f: null, a: null },
        rtts: [], rttGroups: new Map(),
        values: Object.create(null),
    };
}
/** The global object, also where `globalThis` is not known yet (browsers and TVs of 2017 to 2019). */
export function globalScope() {
    return typeof globalThis === 'object' ? globalThis : self;
}
export function openRegistry() {
    const holder = globalScope();
    const key = Symbol.for('dewasm.1');
    const known = holder[key];
    if (known !== undefined)
        return known;
    const made = createRegistry();
    try {
        Object.defineProperty(holder, key, { value: made });
    }
    catch (e) {
        // A frozen global object: this copy of the runtime then links with itself only.
    }
    return made;
}
export const registry = /*#__PURE__*/ openRegistry();
/** A call, because bundlers keep a property read that may have effects. */
export function registered(key) {
    return registry[key];
}
export const R = /*#__PURE__*/ registered('R');
export const RF = /*#__PURE__*/ registered('RF');
export const RR = /*#__PURE__*/ registered('RR');
export const TC = /*#__PURE__*/ registered('TC');
/** The realm's one value called `name`, made by `make` when it is first asked for. */
export function realmValue(name, make) {
    const values = registry.values;
    if (!(name in values))
        values[name] = make();
    return values[name];
}
