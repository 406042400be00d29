import type { Rtt } from '../types.js';
/** Is it of a proper subtype of `type`, whose depth in its hierarchy is `depth`? */
export declare function isBelow(t: Rtt | undefined, type: Rtt, depth: number): boolean;
export declare function isStruct(t: Rtt | undefined): boolean;
export declare function isArray(t: Rtt | undefined): boolean;
/** Anything but a host value. */
export declare function isEq(t: Rtt | undefined): boolean;
export declare function castTrap(): never;
