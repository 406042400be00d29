import type { Rec } from '../types.js';
import type { ModuleRec } from './module.js';
export declare const Instance: import("../api/define-interface.js").Interface;
export declare function makeInstance(module: ModuleRec, links: Rec[]): object;
/** `optional object importObject`. */
export declare function toImportObject(value: unknown, where: string): object | undefined;
/** "Read the imports". */
export declare function readImports(rec: ModuleRec, importObject: object | undefined, where: string): Rec[];
