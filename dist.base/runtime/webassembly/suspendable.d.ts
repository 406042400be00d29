import type { CompiledModule, Rec } from '../types.js';
import type { ModuleRec } from './module.js';
/** The module to instantiate with `links`. */
export declare function moduleFor(rec: ModuleRec, links: Rec[]): CompiledModule;
/** A name as the option takes it literally. */
export declare function escaped(name: string): string;
