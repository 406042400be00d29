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
export declare const GcArray: new (t: Rtt, a: Elements, n: number) => GcArrayObject;
export declare const HostRef: new (t: Rtt, v: unknown) => HostRefObject;
/** The type of host values: below nothing, above nothing. */
export declare const hostType: Rtt;
export declare function makeGcArray(): new (t: Rtt, a: Elements, n: number) => GcArrayObject;
export declare function makeHostRef(): new (t: Rtt, v: unknown) => HostRefObject;
export declare function makeHostType(): Rtt;
/**
 * The realm's constructor of structs with these words: the first that any module gave. Engines specialise an object's
 * properties on what they have held so far, so each is shown at once all it may hold, and nothing is optimised in vain.
 */
export declare function shape(key: string, constructor: StructConstructor): StructConstructor;
