import '../ir/builders.js';
import { CompileError } from '../spec/errors.js';
import type { Module } from '../spec/module.js';
import { type OpRow } from '../spec/opcodes.js';
export interface BodySummary {
    /** How often each instruction occurs, by row id of the opcode table. */
    counts: Float64Array;
    /** Reasons why the compiler would refuse the module, each once. */
    unsupported: Set<string>;
    /** The first error of validation. */
    error: CompileError | undefined;
}
/** Of a module that `validateModule` has accepted. Stops at the first invalid body. */
export declare function surveyBodies(m: Module): BodySummary;
/** Instructions alone, as far as they can be decoded, of a module that is not valid. */
export declare function countBodies(m: Module): BodySummary;
/** Whether an instruction works on 64-bit integers, as operand, result or memory access. */
export declare function isI64(op: OpRow): boolean;
