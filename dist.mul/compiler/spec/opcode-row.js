/** Which immediates follow the opcode, and into which fields of `Instruction` they go. */
export const Imm = {
    none: 0,
    block: 1, // blockType
    label: 2, // index
    labels: 3, // labels (br_table)
    func: 4, // index
    type: 5, // index (call_ref, return_call_ref, struct.new, array.new, array.get, …)
    callIndirect: 6, // index = type, index2 = table
    local: 7, // index
    global: 8, // index
    table: 9, // index
    tableCopy: 10, // index = destination table, index2 = source table
    tableInit: 11, // index = element segment, index2 = table
    elem: 12, // index
    memory: 13, // memory (memory.size, memory.grow, memory.fill)
    memoryCopy: 14, // index = destination memory, index2 = source memory
    memoryInit: 15, // index = data segment, memory
    data: 16, // index
    memarg: 17, // align, lo/hi = offset, memory
    memargLane: 18, // as memarg, and lane
    i32: 19, // lo
    i64: 20, // lo, hi
    f32: 21, // lo = bits
    f64: 22, // lo, hi = bits
    v128: 23, // bytes
    lanes16: 24, // bytes (i8x16.shuffle)
    lane: 25, // lane
    selectTypes: 26, // types
    heapType: 27, // heap (ref.null)
    cast: 28, // to (ref.test, ref.cast: heap type read, nullability by the opcode)
    brCast: 29, // from, to, index = label
    field: 30, // index = type, index2 = field
    typeCount: 31, // index = type, index2 = length (array.new_fixed)
    typeData: 32, // index = type, index2 = data segment
    typeElem: 33, // index = type, index2 = element segment
    typeType: 34, // index, index2 = types (array.copy)
    tag: 35, // index
    tryTable: 36, // blockType, catches
    fence: 37, // one reserved byte (atomic.fence)
    castDesc: 38, // custom descriptors: as cast
    brCastDesc: 39,
    cont: 40, // reserved for stack switching, not decoded today
};
/** What executing an instruction may do besides producing its results. */
export const Effect = {
    none: 0,
    readMemory: 1,
    writeMemory: 2,
    readGlobal: 4,
    writeGlobal: 8,
    readTable: 16,
    writeTable: 32,
    readHeap: 64, // GC objects
    writeHeap: 128,
    /** May trap with "memory access out of bounds". */
    trapMemory: 256,
    /** May trap with anything else. */
    trap: 512,
    /** Calls unknown code: reads and writes everything, may trap and throw. */
    call: 1024,
    /** Transfers control. */
    control: 2048,
    /** Reads or writes an IR variable (demoted local). */
    readVar: 4096,
    writeVar: 8192,
    /** Allocates an object with identity: may be dropped when unused, never duplicated. */
    alloc: 16384,
    /** Reads or writes the register files that carry result words beyond the first. */
    readReg: 32768,
    writeReg: 65536,
    /** May replace the buffer of a memory. */
    growMemory: 131072,
};
/** The feature flags of `--features`, named after their proposals. */
export const PROPOSALS = [
    'mvp', 'mutable-globals', 'sign-extension', 'saturating-float-to-int', 'multi-value', 'bulk-memory', 'reference-types', 'simd',
    'relaxed-simd', 'extended-const', 'tail-call', 'exceptions', 'legacy-exceptions', 'function-references', 'gc', 'multi-memory',
    'memory64', 'threads', 'wide-arithmetic', 'custom-page-sizes', 'custom-descriptors',
];
