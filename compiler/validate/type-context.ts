// What subtyping needs to know about a module's types, computed once: a canonical index for each
// type, so that iso-recursively equivalent types compare with `===`, and the declared supertypes.
import type { Module, SubType } from '../spec/module.js';
import { heapOf, isConcrete, isRef, typeIndexOf, type ValType } from '../spec/types.js';

export const TypeKind = { func: 0, struct: 1, array: 2, cont: 3 } as const;

export class TypeContext {
  readonly types: readonly SubType[];
  /** The smallest index of an equivalent type (spec 4.1.2: equivalence of closed rolled types). */
  readonly canonical: Int32Array;
  /** The canonical index of the declared supertype, or -1; to be read at canonical indices. */
  readonly superOf: Int32Array;
  /** `TypeKind` of each type. */
  readonly kinds: Uint8Array;

  constructor(types: readonly SubType[]) {
    this.types = types;
    const n = types.length;
    this.canonical = new Int32Array(n);
    this.superOf = new Int32Array(n).fill(-1);
    this.kinds = Uint8Array.from(types, (t) => TypeKind[t.composite.kind]);
    const groups = new Map<string, number>();
    for (let start = 0; start < n; start += types[start].groupSize) {
      const end = start + types[start].groupSize;
      const key = groupKey(types, start, end, this.canonical);
      const first = groups.get(key) ?? start;
      groups.set(key, first);
      for (let i = start; i < end; i++) this.canonical[i] = first + (i - start);
      if (first !== start) continue;
      for (let i = start; i < end; i++) if (types[i].supers.length > 0) this.superOf[i] = this.canonical[types[i].supers[0]];
    }
  }
}

/** The structure of a recursive group as text: references into the group count from its start,
 * those to earlier groups name canonical indices. */
function groupKey(types: readonly SubType[], start: number, end: number, canonical: Int32Array): string {
  const ref = (index: number): string => (index >= start ? `r${index - start}` : `c${canonical[index]}`);
  // A reference type keeps its lowest two bits (exactness, nullability) beside the index.
  const val = (t: ValType): string => {
    if (!isRef(t) || !isConcrete(heapOf(t))) return `${t}`;
    return `${t & 3}${ref(typeIndexOf(heapOf(t)))}`;
  };
  let key = '';
  for (let i = start; i < end; i++) {
    const t = types[i];
    key += t.final ? '!' : '';
    for (const s of t.supers) key += `<${ref(s)}`;
    if (t.describes !== undefined) key += `d${ref(t.describes)}`;
    if (t.descriptor !== undefined) key += `D${ref(t.descriptor)}`;
    const c = t.composite;
    switch (c.kind) {
      case 'func': key += `(${c.params.map(val).join()})(${c.results.map(val).join()})`; break;
      case 'struct': key += `{${c.fields.map((f) => (f.mutable ? '~' : '') + val(f.type)).join()}}`; break;
      case 'array': key += `[${c.field.mutable ? '~' : ''}${val(c.field.type)}]`; break;
      case 'cont': key += `k${ref(c.type)}`; break;
    }
    key += ';';
  }
  return key;
}

const contexts = new WeakMap<Module, TypeContext>();

/** The module's type context, made at the first call. Its type indices must be in bounds. */
export function typeContext(m: Module): TypeContext {
  let c = contexts.get(m);
  if (c === undefined) contexts.set(m, (c = new TypeContext(m.types)));
  return c;
}
