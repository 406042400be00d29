import type { Instruction } from '../spec/instruction.js';
import { type OpName } from '../spec/opcodes.js';
import type { FunctionBuilder } from './build.js';
type Build = (b: FunctionBuilder, i: Instruction) => void;
/** Registers the builder of instructions; proposals with much to do register theirs from a file of their own. */
export declare function onInstructions(names: readonly OpName[], build: Build): void;
export declare function buildInstruction(b: FunctionBuilder, i: Instruction): void;
export {};
