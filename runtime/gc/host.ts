// Between anyref and externref, which is how the host holds values. A struct or array goes out as a handle, one for each: an
// object without properties that refuses every change, as the JS API's exotic objects do. Its prototype is what the first field of
// a struct's descriptor says (custom descriptors), else null. A host value comes in
// as a HostRef, so that inside everything below `any` is null, a number (i31) or has a type in `t`.

import { realmValue } from '../registry.js';
import { HostRef, hostType } from './objects.js';
import type { GcObject, HostRefObject } from './objects.js';

/** The handle of an object, and the object of a handle. */
export const handles: WeakMap<GcObject, object> = /*#__PURE__*/ realmValue('handles', () => new WeakMap<GcObject, object>());
export const handled: WeakMap<object, GcObject> = /*#__PURE__*/ realmValue('handled', () => new WeakMap<object, GcObject>());

export const handleTarget: object = /*#__PURE__*/ Object.freeze(/*#__PURE__*/ Object.create(null) as object);
export const handleTraps: ProxyHandler<object> = { set: setInherited, defineProperty: refuseChange, deleteProperty: refuseChange, setPrototypeOf: () => false, preventExtensions: refuseChange };
/** By prototype. */
export const handleTargets: WeakMap<object, object> = /*#__PURE__*/ new WeakMap<object, object>();

export function refuseChange(): never {
  throw new TypeError('WebAssembly objects are opaque');
}

/** A setter that the prototype has is called; anything else would be a property of the handle. */
export function setInherited(target: object, name: PropertyKey, value: unknown, receiver: unknown): boolean {
  const prototype = Object.getPrototypeOf(target) as object | null;
  return prototype === null ? refuseChange() : Reflect.set(prototype, name, value, receiver);
}

/** The frozen object that a handle wraps, which says its prototype. */
export function handleTargetOf(v: GcObject): object {
  const descriptor = (v as { q?: GcObject }).q;
  // An immutable first field of a type below externref.
  if (descriptor === undefined || !/^[^{]*\{c[?&][xX]/.test(descriptor.t.desc)) return handleTarget;
  const prototype = (descriptor as GcObject & { a: unknown }).a;
  if (typeof prototype !== 'function' && (typeof prototype !== 'object' || prototype === null)) return handleTarget;
  let target = handleTargets.get(prototype);
  if (target === undefined) {
    target = Object.freeze(Object.create(prototype) as object);
    handleTargets.set(prototype, target);
  }
  return target;
}

/** extern.convert_any */
export function externalize(v: unknown): unknown {
  if (v === null || typeof v === 'number') return v;
  return (v as GcObject).t === hostType ? (v as HostRefObject).v : handleOf(v as GcObject);
}

export function handleOf(v: GcObject): object {
  let handle = handles.get(v);
  if (handle === undefined) {
    handle = new Proxy(handleTargetOf(v), handleTraps);
    handles.set(v, handle);
    handled.set(handle, v);
  }
  return handle;
}

/** any.convert_extern */
export function internalize(v: unknown): unknown {
  if (v === null || isI31Number(v)) return v;
  if (typeof v === 'object') {
    const known = handled.get(v as object);
    if (known !== undefined) return known;
  }
  return new HostRef(hostType, v);
}

/** -0 is none, as in browsers. */
export function isI31Number(v: unknown): boolean {
  return typeof v === 'number' && v >= -1073741824 && v < 1073741824 && Object.is(v, v | 0);
}
