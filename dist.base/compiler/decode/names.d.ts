import type { Module, Names, Range } from '../spec/module.js';
export declare const noNames: () => Names;
export declare function decodeNameSection(bytes: Uint8Array, range: Range, names: Names): void;
/** Names from the module's name sections; indices that do not exist do no harm. */
export declare function decodeNames(m: Module): void;
