import type { ValType } from './types.js';
/** Which immediates follow the opcode, and into which fields of `Instruction` they go. */
export declare const Imm: {
    readonly none: 0;
    readonly block: 1;
    readonly label: 2;
    readonly labels: 3;
    readonly func: 4;
    readonly type: 5;
    readonly callIndirect: 6;
    readonly local: 7;
    readonly global: 8;
    readonly table: 9;
    readonly tableCopy: 10;
    readonly tableInit: 11;
    readonly elem: 12;
    readonly memory: 13;
    readonly memoryCopy: 14;
    readonly memoryInit: 15;
    readonly data: 16;
    readonly memarg: 17;
    readonly memargLane: 18;
    readonly i32: 19;
    readonly i64: 20;
    readonly f32: 21;
    readonly f64: 22;
    readonly v128: 23;
    readonly lanes16: 24;
    readonly lane: 25;
    readonly selectTypes: 26;
    readonly heapType: 27;
    readonly cast: 28;
    readonly brCast: 29;
    readonly field: 30;
    readonly typeCount: 31;
    readonly typeData: 32;
    readonly typeElem: 33;
    readonly typeType: 34;
    readonly tag: 35;
    readonly tryTable: 36;
    readonly fence: 37;
    readonly castDesc: 38;
    readonly brCastDesc: 39;
    readonly cont: 40;
};
export type Imm = (typeof Imm)[keyof typeof Imm];
/** What executing an instruction may do besides producing its results. */
export declare const Effect: {
    readonly none: 0;
    readonly readMemory: 1;
    readonly writeMemory: 2;
    readonly readGlobal: 4;
    readonly writeGlobal: 8;
    readonly readTable: 16;
    readonly writeTable: 32;
    readonly readHeap: 64;
    readonly writeHeap: 128;
    /** May trap with "memory access out of bounds". */
    readonly trapMemory: 256;
    /** May trap with anything else. */
    readonly trap: 512;
    /** Calls unknown code: reads and writes everything, may trap and throw. */
    readonly call: 1024;
    /** Transfers control. */
    readonly control: 2048;
    /** Reads or writes an IR variable (demoted local). */
    readonly readVar: 4096;
    readonly writeVar: 8192;
    /** Allocates an object with identity: may be dropped when unused, never duplicated. */
    readonly alloc: 16384;
    /** Reads or writes the register files that carry result words beyond the first. */
    readonly readReg: 32768;
    readonly writeReg: 65536;
    /** May replace the buffer of a memory. */
    readonly growMemory: 131072;
};
/** The feature flags of `--features`, named after their proposals. */
export declare const PROPOSALS: readonly ['mvp', 'mutable-globals', 'sign-extension', 'saturating-float-to-int', 'multi-value', 'bulk-memory', 'reference-types', 'simd', 'relaxed-simd', 'extended-const', 'tail-call', 'exceptions', 'legacy-exceptions', 'function-references', 'gc', 'multi-memory', 'memory64', 'threads', 'wide-arithmetic', 'custom-page-sizes', 'custom-descriptors'];
export type Proposal = (typeof PROPOSALS)[number];
export interface OpRow<Name extends string = string> {
    /** Dense index of the row in the table; IR operations continue the numbering. */
    readonly id: number;
    /** The byte of the binary format, or `prefix << 16 | sub-opcode` for 0xfb, 0xfc, 0xfd and 0xfe. */
    readonly code: number;
    readonly name: Name;
    readonly imm: Imm;
    /** Operand and result types; null where they depend on immediates or the stack. */
    readonly params: readonly ValType[] | null;
    readonly results: readonly ValType[] | null;
    readonly proposal: Proposal;
    /** Bits of `Effect`. */
    readonly effects: number;
    /** Bytes a memory access touches (its natural alignment); 0 for everything else. */
    readonly width: number;
}
