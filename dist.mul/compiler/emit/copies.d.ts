import type { Node } from '../ir/node.js';
import { type Statement } from './ast.js';
import type { Writer } from './writer.js';
export declare class ParallelCopies {
    private readonly w;
    private args;
    private targets;
    /** By copy: how many reads of its target by other copies are still to come, and which copies it reads from. */
    private waits;
    private reads;
    /** By variable: the copy that sets it, or -1. */
    private copyOf;
    constructor(w: Writer);
    /** Is there anything to do? Most values were united with what they are copied to. */
    any(args: readonly Node[], dests: readonly Node[] | null): boolean;
    emit(args: readonly Node[], dests: readonly Node[] | null, out: Statement[]): void;
    /** Notes what the expression of copy `by` reads that another copy sets. */
    private note;
    private sequence;
}
