import type { Instruction } from '../../spec/instruction.js';
import { type ValType } from '../../spec/types.js';
import type { WalkState } from '../walk-state.js';
import type { Handlers } from './handler.js';
/** Checks a cast's target type and pops the reference, which may be any of the same hierarchy. */
export declare function popCastOperand(w: WalkState, to: ValType): void;
/** Checks the types of a cast branch against one another and its label; pops the reference. */
export declare function castBranch(w: WalkState, i: Instruction, onFail: boolean): void;
export declare const reference: Handlers;
