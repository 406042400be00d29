import { type CompiledRule } from './pattern.js';
export declare const SHIFTS: readonly CompiledRule[];
