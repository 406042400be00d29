import type { Instruction } from '../spec/instruction.js';
import type { Range, SubType } from '../spec/module.js';
import { ByteReader } from './reader.js';
export declare class InstructionReader extends ByteReader {
    /** Refilled by every `read`. */
    readonly instruction: Instruction;
    /** Blocks open after the last instruction, the function's own included; 0 once its `end` has been read. */
    depth: number;
    /** Whether the module declares its number of data segments, without which some instructions are malformed. */
    hasDataCount: boolean;
    /** Starts anew with another range of the same bytes. */
    reset(start: number, end: number): void;
    /** True after the `end` that closes the function; the bytes must stop there, neither sooner nor later. */
    get atEnd(): boolean;
    /** Skips a constant expression and returns the range of its bytes, its `end` included. */
    skipExpression(types: readonly SubType[]): Range;
    /** Decodes the next instruction; `types` are the module's, for block types given by index. */
    read(types: readonly SubType[]): void;
    private prefixed;
    private memarg;
    private blockType;
    private rareImmediates;
    private requireDataCount;
    private labels;
    private catches;
}
