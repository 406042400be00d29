import { type CompiledRule } from './pattern.js';
export declare const CONVERSIONS: readonly CompiledRule[];
export declare const SELECTS: readonly CompiledRule[];
export declare const STORES: readonly CompiledRule[];
