// Traps, and telling them from everything else that is thrown. Generated code leaves three traps to the engine: an access out
// of a DataView's bounds throws a RangeError, a field of null a TypeError, and runaway recursion the engine's own error. All
// look like what a host function may throw, so what comes out of host functions is remembered.

import { RuntimeError } from './errors.js';
import { realmValue, registry } from './registry.js';
import type { ExnClass, ExnRec } from './types.js';

/** RuntimeErrors that are traps; one that a host constructs is an ordinary exception to wasm. */
export const trapErrors: WeakSet<object> = /*#__PURE__*/ realmValue('traps', () => new WeakSet<object>());
/** Errors thrown by host functions that could be taken for the engine's. */
export const hostErrors: WeakSet<object> = /*#__PURE__*/ realmValue('hostErrors', () => new WeakSet<object>());

export function trap(message: string): never {
  throw trapError(message);
}

export function trapError(message: string): Error {
  const error = new RuntimeError(message);
  trapErrors.add(error);
  return error;
}

export function unreachable(): never {
  throw trapError('unreachable');
}

export function outOfBounds(): never {
  throw trapError('memory access out of bounds');
}

/** Errors the engine throws by itself: RangeError, and InternalError for recursion in SpiderMonkey and QuickJS. */
export function isEngineError(e: unknown): e is Error {
  return e instanceof RangeError || (e instanceof Error && e.name === 'InternalError');
}

/** What engines throw for a property of null: all of them name it ("Cannot read properties of null", "null is not an object"). */
export function isNullError(e: unknown): e is Error {
  return e instanceof TypeError && /\bnull\b/.test(e.message);
}

/** Marks `e`, which a host function threw, and returns it. */
export function fromHost(e: unknown): unknown {
  if ((isEngineError(e) || isNullError(e)) && !hostErrors.has(e)) hostErrors.add(e);
  return e;
}

/**
 * What leaves wasm for JS instead of `e`. The DataView's RangeError changes and null's TypeError. Of the former engines word it "Offset is outside the
 * bounds of the DataView", "Out of bounds access", "out of bound", of negative and huge ones "invalid or out-of-range index" (SpiderMonkey) and
 * "byteOffset cannot be negative" (JavaScriptCore), and recursion "Maximum call stack size exceeded". The wording is looked at because converting arguments may throw RangeErrors too.
 */
export function toTrap(e: unknown): unknown {
  // Of whichever module threw it; a module without exceptions knows no more of them than this.
  const Exn = registry.values.Exn as ExnClass | undefined;
  if (Exn !== undefined && e instanceof Exn) return Exn.out(e as ExnRec);
  if (e instanceof RangeError && !hostErrors.has(e) && /bound|offset|DataView|out-of-range index/i.test(e.message)) return trapError('memory access out of bounds');
  if (isNullError(e) && !hostErrors.has(e)) return trapError('dereferencing a null pointer');
  return e;
}

/** Whether wasm's catch_all must let `e` pass. */
export function isTrap(e: unknown): boolean {
  if (typeof e !== 'object' || e === null) return false;
  return trapErrors.has(e) || ((isEngineError(e) || isNullError(e)) && !hostErrors.has(e));
}
