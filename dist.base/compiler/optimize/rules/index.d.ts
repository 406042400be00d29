import { type CompiledRule } from './pattern.js';
export declare const ALL_RULES: readonly CompiledRule[];
export declare const RULES_BY_OP: readonly (readonly CompiledRule[] | undefined)[];
