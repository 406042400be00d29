// Function records and the JS functions that stand for them.

import { realmValue } from './registry.js';
import { trap } from './traps.js';
import type { ExportFactory, Func, JSFunction, Raw, Rtt } from './types.js';

/** The record behind each exported function, so that it links as itself instead of through a host call. */
export const exportedFunctions: WeakMap<object, Func> = /*#__PURE__*/ realmValue('functions', () => new WeakMap<object, Func>());

export function func(f: Raw, rtt: Rtt, index: number, exportFactory: ExportFactory): Func {
  return { f, t: rtt, n: index, w: exportFactory, x: null, c: null, s: null };
}

/** The one JS function of a record. */
export function funcToJS(rec: Func): JSFunction {
  if (rec.x !== null) return rec.x;
  const x = rec.w(rec.f);
  Object.defineProperty(x, 'name', { value: String(rec.n), configurable: true });
  exportedFunctions.set(x, rec);
  rec.x = x;
  return x;
}

export function exportedFunction(v: unknown): Func | undefined {
  return typeof v === 'function' ? exportedFunctions.get(v) : undefined;
}

/** ToWebAssemblyValue for funcref. */
export function funcFromJS(v: unknown): Func | null {
  if (v === null) return null;
  const rec = exportedFunction(v);
  if (rec === undefined) throw new TypeError('WebAssembly objects are opaque: only null or an exported function is a function reference');
  return rec;
}

export function nonNull<T>(r: T | null): T {
  if (r === null) trap('dereferencing a null pointer');
  return r as T;
}
