import type { Handler } from './instructions/handler.js';
import type { WalkState } from './walk-state.js';
/** By row id what checks the instruction; undefined when its signature is enough. */
export declare const HANDLERS: readonly (Handler | undefined)[];
/** Pops and pushes what the signature of instruction `id` says. */
export declare function applySignature(w: WalkState, id: number): void;
