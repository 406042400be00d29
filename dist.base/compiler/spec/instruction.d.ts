import type { OpRow } from './opcodes.js';
import type { FuncType } from './module.js';
import type { ValType, HeapType } from './types.js';
/** A clause of `try_table` (spec 2.4.8): catch 0, catch_ref 1, catch_all 2, catch_all_ref 3. */
export interface CatchClause {
    kind: 0 | 1 | 2 | 3;
    tag: number;
    label: number;
}
export interface Instruction {
    op: OpRow;
    /** Byte offset of the opcode from the module's start. */
    offset: number;
    /** First index immediate: label, function, type, local, global, table, memory, data, element or tag. For
     * `call_indirect` the type, for `memory.init` the data segment, for `table.init` the element segment,
     * for copies the destination. Lane index for lane instructions without memarg. */
    index: number;
    /** Second index immediate: table of `call_indirect`, memory of `memory.init`, source of copies, field, length of `array.new_fixed`. */
    index2: number;
    /** Constant bits (low, high word, both as int32; floats too), or the offset of a memarg (as uint32 words). */
    lo: number;
    hi: number;
    /** Memarg: log2 of the alignment hint, the memory index, and for lane loads and stores the lane. */
    align: number;
    memory: number;
    lane: number;
    /** `v128.const` and `i8x16.shuffle`: 16 bytes. */
    bytes: Uint8Array | null;
    /** `br_table`: labels, the default last. */
    labels: number[];
    /** Of block, loop, if, try, try_table. Shared objects; do not write to them. */
    blockType: FuncType;
    /** `select t*`. */
    types: ValType[];
    /** `ref.null`: `heap`. Casts (`ref.test`, `ref.cast`, `br_on_cast*`): source and target reference type. */
    heap: HeapType;
    from: ValType;
    to: ValType;
    catches: CatchClause[];
}
