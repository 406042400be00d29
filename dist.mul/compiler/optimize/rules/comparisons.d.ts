import { type CompiledRule } from './pattern.js';
export declare const COMPARISONS: readonly CompiledRule[];
