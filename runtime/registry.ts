// What all modules and all bundled copies of the runtime in a realm have in common: the register files for further result
// words, the tail call in flight, and whatever else must be one per realm, such as error classes and interned types.

import type { Raw, Rtt } from './types.js';

/** The global object of browsers and workers; not in the type library we compile with. */
declare const self: object;

export interface Registry {
  R: Int32Array;
  RF: Float64Array;
  RR: unknown[];
  TC: TailCall;
  /** Interned types by number and by key. */
  rtts: Rtt[];
  rttGroups: Map<string, Rtt[]>;
  /** Made on first use by `realmValue`. */
  values: { [name: string]: unknown };
}

export interface TailCall {
  f: Raw | null;
  a: unknown[] | null;
  /** How many tail calls may yet be made as calls, on the stack. */
  n: number;
}

/**
 * A call that leaves nothing is three to eight times as fast; more of them than this gain nothing. The stack that they take is
 * bounded, because all chains of tail calls in progress share them.
 */
const FRAMES = 64;

/** A function has at most 1000 results, a v128 is four words. */
export function createRegistry(): Registry {
  return {
    R: new Int32Array(4096), RF: new Float64Array(4096), RR: [],
    TC: { f: null, a: null, n: FRAMES },
    rtts: [], rttGroups: new Map(),
    values: Object.create(null) as { [name: string]: unknown },
  };
}

/** The global object, also where `globalThis` is not known yet (browsers and TVs of 2017 to 2019). */
export function globalScope(): object {
  return typeof globalThis === 'object' ? globalThis : self;
}

export function openRegistry(): Registry {
  const holder = globalScope() as { [key: symbol]: Registry | undefined };
  const key = Symbol.for('dewasm.1');
  const known = holder[key];
  if (known !== undefined) return known;
  const made = createRegistry();
  try {
    Object.defineProperty(holder, key, { value: made });
  } catch (e) {
    // A frozen global object: this copy of the runtime then links with itself only.
  }
  return made;
}

export const registry: Registry = /*#__PURE__*/ openRegistry();
/** A call, because bundlers keep a property read that may have effects. */
export function registered<K extends keyof Registry>(key: K): Registry[K] {
  return registry[key];
}

export const R: Int32Array = /*#__PURE__*/ registered('R');
export const RF: Float64Array = /*#__PURE__*/ registered('RF');
export const RR: unknown[] = /*#__PURE__*/ registered('RR');
export const TC: TailCall = /*#__PURE__*/ registered('TC');

/** The realm's one value called `name`, made by `make` when it is first asked for. */
export function realmValue<T>(name: string, make: () => T): T {
  const values = registry.values;
  if (!(name in values)) values[name] = make();
  return values[name] as T;
}
