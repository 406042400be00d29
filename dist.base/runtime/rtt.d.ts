import type { Rtt } from './types.js';
/** The canonical type of each type index of a module. */
export declare function canonTypes(groups: (string | string[])[]): Rtt[];
/** Appends the types of a group. */
export declare function canonGroup(group: string[], types: Rtt[]): void;
export declare function makeGroup(text: string[], key: string): Rtt[];
/** `i?<3>F` to `['i', '?<3>', 'F']`; an exact reference is `?!<3>`. */
export declare function splitTypes(s: string): string[];
