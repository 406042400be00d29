import type { GcObject } from './objects.js';
/** The handle of an object, and the object of a handle. */
export declare const handles: WeakMap<GcObject, object>;
export declare const handled: WeakMap<object, GcObject>;
export declare const handleTarget: object;
export declare const handleTraps: ProxyHandler<object>;
export declare function refuseChange(): never;
/** extern.convert_any */
export declare function externalize(v: unknown): unknown;
export declare function handleOf(v: GcObject): object;
/** any.convert_extern */
export declare function internalize(v: unknown): unknown;
/** -0 is none, as in browsers. */
export declare function isI31Number(v: unknown): boolean;
