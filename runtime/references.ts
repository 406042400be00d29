// ToWebAssemblyValue and ToJSValue for reference types. Host values are themselves inside wasm, an i31ref is a number, so
// only functions change; the rest is checking.

import { exportedFunction, funcToJS } from './func.js';
import { opaqueType } from './host-results.js';
import { heapOf, isHeapSubtype, showType } from './subtyping.js';
import type { Heap } from './subtyping.js';
import type { Func, Rtt } from './types.js';

/** Prototypes of struct and array objects carry their Rtt under this key. */
export const gcType: unique symbol = /*#__PURE__*/ Symbol.for('dewasm.type') as never;

export function toRef(v: unknown, t: string, types: Rtt[]): unknown {
  const heap = heapOf(t, types);
  if (heap === 'k' || heap === 'K') opaqueType();
  if (v === null) {
    if (t[0] === '&') throw new TypeError('type incompatibility when transforming from/to JS: null for ' + showType(t));
    return null;
  }
  if (heap === 'x' || heap === 'a') return v;
  const rec = isHeapSubtype(heap, 'f') ? exportedFunction(v) : undefined;
  const actual = rec !== undefined ? rec.t : heapTypeOf(v);
  if (actual === undefined || !isHeapSubtype(actual, heap)) throw new TypeError('type incompatibility when transforming from/to JS: not a ' + showType(t));
  return rec !== undefined ? rec : v;
}

/** Type of a value as an anyref, as far as it has one below `any`. */
export function heapTypeOf(v: unknown): Heap | undefined {
  if (typeof v === 'number') return v >= -1073741824 && v < 1073741824 && Object.is(v, v | 0) ? 'j' : undefined;
  return typeof v === 'object' && v !== null ? (v as { [gcType]?: Rtt })[gcType] : undefined;
}

export function fromRef(v: unknown, t: string): unknown {
  if (v === null || v === undefined) return v;
  if (t[1] === 'k' || t[1] === 'K') opaqueType();
  // `<n>` may be a function type; then the value is a record, which nothing else in that place looks like.
  if (t[1] === 'f') return funcToJS(v as Func);
  if (t[1] === '<' && typeof v === 'object' && (v as { [gcType]?: Rtt })[gcType] === undefined) return funcToJS(v as Func);
  return v;
}
