import { type Module } from '../spec/module.js';
import type { Options } from '../options.js';
/** The text of the `.d.ts` file. */
export declare function declarations(m: Module, options: Pick<Options, 'format' | 'data' | 'bindings' | 'name'>): string;
