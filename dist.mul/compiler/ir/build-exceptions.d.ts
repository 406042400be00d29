import type { Instruction } from '../spec/instruction.js';
import type { Frame, FunctionBuilder } from './build.js';
/** Instructions that end an arm of a `try` also where the arm's end is not reached. */
export declare const isCatch: (op: number) => boolean;
export declare function openTry(b: FunctionBuilder, i: Instruction): void;
/** Ends a try; one without handlers is a block. */
export declare function closeTry(b: FunctionBuilder, f: Frame): void;
