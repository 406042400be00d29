import { CONCRETE, heapOf, isConcrete, isRef, typeIndexOf } from '../spec/types.js';
export const TypeKind = { func: 0, struct: 1, array: 2, cont: 3 };
export class TypeContext {
    constructor(types) {
        this.types = types;
        const n = types.length;
        this.canonical = new Int32Array(n);
        this.superOf = new Int32Array(n).fill(-1);
        this.kinds = Uint8Array.from(types, (t) => TypeKind[t.composite.kind]);
        const groups = new Map();
        for (let start = 0; start < n; start += types[start].groupSize) {
            const end = start + types[start].groupSize;
            const key = groupKey(types, start, end, this.canonical);
            const first = groups.get(key) ?? start;
            groups.set(key, first);
            for (let i = start; i < end; i++)
                this.canonical[i] = first + (i - start);
            if (first !== start)
                continue;
            for (let i = start; i < end; i++)
                if (types[i].supers.length > 0)
                    this.superOf[i] = this.canonical[types[i].supers[0]];
        }
    }
}
/** The structure of a recursive group as text: references into the group count from its start,
 * those to earlier groups name canonical indices. */
function groupKey(types, start, end, canonical) {
    const ref = (index) => (index >= start ? `r${index - start}` : `c${canonical[index]}`);
    // A reference type keeps its lowest two bits (exactness, nullability) beside the index.
    const val = (t) => {
        if (!isRef(t) || !isConcrete(heapOf(t)))
            return `${t}`;
        return `${t & 3}${ref(typeIndexOf(heapOf(t)))}`;
    };
    let key = '';
    for (let i = start; i < end; i++) {
        const t = types[i];
        key += t.final ? '!' : '';
        for (const s of t.supers)
            key += `<${ref(s)}`;
        if (t.describes !== undefined)
            key += `d${ref(t.describes)}`;
        if (t.descriptor !== undefined)
            key += `D${ref(t.descriptor)}`;
        const c = t.composite;
        switch (c.kind) {
            case 'func':
                key += `(${c.params.map(val).join()})(${c.results.map(val).join()})`;
                break;
            case 'struct':
                key += `{${c.fields.map((f) => (f.mutable ? '~' : '') + val(f.type)).join()}}`;
                break;
            case 'array':
                key += `[${c.field.mutable ? '~' : ''}${val(c.field.type)}]`;
                break;
            case 'cont':
                key += `k${ref(c.type)}`;
                break;
        }
        key += ';';
    }
    return key;
}
const contexts = new WeakMap();
/** The module's type context, made at the first call. Its type indices must be in bounds. */
export function typeContext(m) {
    let c = contexts.get(m);
    if (c === undefined)
        contexts.set(m, (c = new TypeContext(m.types)));
    return c;
}
/** For each type index the smallest index of an equivalent type. */
export const canonicalTypeIds = (m) => typeContext(m).canonical;
/** The same type with its type index made canonical, so that equivalent types compare with `===`. */
export function canonicalType(ctx, t) {
    if (!isRef(t) || !isConcrete(heapOf(t)))
        return t;
    const index = typeIndexOf(heapOf(t));
    return t + ((ctx.canonical[index] - index) << 2);
}
/** The canonical index of a concrete heap type. */
export const canonicalIndex = (ctx, heap) => ctx.canonical[heap - CONCRETE];
