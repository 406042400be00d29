import { type CompiledRule } from './pattern.js';
export declare const ARITHMETIC: readonly CompiledRule[];
