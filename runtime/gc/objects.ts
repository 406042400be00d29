// Structs, arrays and host values as wasm sees them (docs/gc.md). Every reference below `any` but null and i31, which is a
// number, is an object with its canonical type in `t`; none of these objects is ever given to the host (host.ts).

import { realmValue } from '../registry.js';
import type { Rtt } from '../types.js';

export interface GcObject {
  t: Rtt;
}

export type Elements = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array | unknown[];

/** An array: its elements, i64 as two and v128 as four words, and its length. */
export interface GcArrayObject extends GcObject {
  a: Elements;
  n: number;
}

/** Any host value as an anyref. */
export interface HostRefObject extends GcObject {
  v: unknown;
}

export type StructConstructor = new (t: Rtt, ...words: unknown[]) => GcObject;

export const GcArray = /*#__PURE__*/ realmValue('array', makeGcArray);
export const HostRef = /*#__PURE__*/ realmValue('hostRef', makeHostRef);
/** The type of host values: below nothing, above nothing. */
export const hostType: Rtt = /*#__PURE__*/ realmValue('hostType', makeHostType);

export function makeGcArray(): new (t: Rtt, a: Elements, n: number) => GcArrayObject {
  return function (this: GcArrayObject, t: Rtt, a: Elements, n: number): void {
    this.t = t;
    this.a = a;
    this.n = n;
  } as unknown as new (t: Rtt, a: Elements, n: number) => GcArrayObject;
}

export function makeHostRef(): new (t: Rtt, v: unknown) => HostRefObject {
  return function (this: HostRefObject, t: Rtt, v: unknown): void {
    this.t = t;
    this.v = v;
  } as unknown as new (t: Rtt, v: unknown) => HostRefObject;
}

export function makeHostType(): Rtt {
  return { id: -1, kind: 'host', key: '', desc: '', supers: [], final: true, types: [], params: [], results: [] };
}

/**
 * The realm's constructor of structs with these words: the first that any module gave. Engines specialise an object's
 * properties on what they have held so far, so each is shown at once all it may hold, and nothing is optimised in vain.
 */
export function shape(key: string, constructor: StructConstructor): StructConstructor {
  const shapes = realmValue('shapes', () => Object.create(null) as { [key: string]: StructConstructor });
  if (key in shapes) return shapes[key];
  const words = key.split('');
  for (const value of [0, null]) Reflect.construct(constructor, [hostType].concat(words.map((w) => (w === 'd' ? 0.5 : value)) as never[]));
  return shapes[key] = constructor;
}
