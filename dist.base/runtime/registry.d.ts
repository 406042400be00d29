import type { Raw, Rtt } from './types.js';
export interface Registry {
    R: Int32Array;
    RF: Float64Array;
    RR: unknown[];
    TC: TailCall;
    /** Interned types by number and by key. */
    rtts: Rtt[];
    rttGroups: Map<string, Rtt[]>;
    /** Made on first use by `realmValue`. */
    values: {
        [name: string]: unknown;
    };
}
export interface TailCall {
    f: Raw | null;
    a: unknown[] | null;
}
/** A function has at most 1000 results, a v128 is four words. */
export declare function createRegistry(): Registry;
/** The global object, also where `globalThis` is not known yet (browsers and TVs of 2017 to 2019). */
export declare function globalScope(): object;
export declare function openRegistry(): Registry;
export declare const registry: Registry;
/** A call, because bundlers keep a property read that may have effects. */
export declare function registered<K extends keyof Registry>(key: K): Registry[K];
export declare const R: Int32Array;
export declare const RF: Float64Array;
export declare const RR: unknown[];
export declare const TC: TailCall;
/** The realm's one value called `name`, made by `make` when it is first asked for. */
export declare function realmValue<T>(name: string, make: () => T): T;
