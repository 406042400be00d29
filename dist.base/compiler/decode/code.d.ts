import { type Module } from '../spec/module.js';
import type { ValType } from '../spec/types.js';
import { InstructionReader } from './instruction.js';
import type { ByteReader } from './reader.js';
/** What is wrong when the function section and the code section do not agree, or one is missing. */
export declare const INCONSISTENT_CODE = "function and code section have inconsistent lengths";
export declare function decodeCodeSection(r: ByteReader, m: Module): void;
/** A body ready to be read: its parameters and locals, and a reader at its first instruction. */
export interface Body {
    locals: ValType[];
    reader: InstructionReader;
}
/**
 * Opens the body of a function that is not imported and whose type index is known to be valid.
 * Pass the reader of an earlier body of the same module to use it again.
 */
export declare function openBody(m: Module, func: number, reader?: InstructionReader): Body;
