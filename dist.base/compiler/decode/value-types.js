// Value, reference and heap types as bytes. A type index is checked against the implementation limit
// only, which keeps it within the packed representation; whether it exists is for validation.
import { LIMITS } from '../spec/limits.js';
import { F32, F64, Heap, I16, I32, I64, I8, V128, concrete, refType } from '../spec/types.js';
const NULLABLE_REF = 0x63;
const REF = 0x64;
const EXACT = 0x62;
/** Abstract heap types by their byte; -1 for bytes that are none. */
const HEAP_BY_BYTE = new Int8Array(256).fill(-1);
for (const [byte, heap] of [
    [0x68, Heap.cont], [0x69, Heap.exn], [0x6a, Heap.array], [0x6b, Heap.struct], [0x6c, Heap.i31], [0x6d, Heap.eq], [0x6e, Heap.any],
    [0x6f, Heap.extern], [0x70, Heap.func], [0x71, Heap.none], [0x72, Heap.noextern], [0x73, Heap.nofunc], [0x74, Heap.noexn], [0x75, Heap.nocont],
])
    HEAP_BY_BYTE[byte] = heap;
function readTypeIndex(r) {
    const start = r.pos;
    const index = r.s33();
    if (index < 0)
        r.fail('malformed heap type', start);
    if (index >= LIMITS.types)
        r.fail(`unknown type ${index}`, start);
    return index;
}
/** A heap type, as the reference type with the given nullability, which also keeps its exactness. */
export function readHeapType(r, nullable) {
    const byte = r.peek();
    if (byte === EXACT) {
        r.pos++;
        return refType(concrete(readTypeIndex(r)), nullable, true);
    }
    const heap = HEAP_BY_BYTE[byte];
    if (heap >= 0) {
        r.pos++;
        return refType(heap, nullable);
    }
    return refType(concrete(readTypeIndex(r)), nullable);
}
/** The reference type that starts with `byte`, which has been read already; 0 when none does. */
function referenceTypeAfter(r, byte) {
    if (byte === REF)
        return readHeapType(r, false);
    if (byte === NULLABLE_REF)
        return readHeapType(r, true);
    const heap = HEAP_BY_BYTE[byte];
    return heap >= 0 ? refType(heap, true) : 0;
}
export function readRefType(r) {
    const start = r.pos;
    return referenceTypeAfter(r, r.byte()) || r.fail('malformed reference type', start);
}
export function readValType(r) {
    const start = r.pos;
    const byte = r.byte();
    switch (byte) {
        case I32:
        case I64:
        case F32:
        case F64:
        case V128: return byte;
        default: return referenceTypeAfter(r, byte) || r.fail('malformed value type', start);
    }
}
/** A value type or one of the packed types i8 and i16, for fields. */
export function readStorageType(r) {
    const start = r.pos;
    const byte = r.byte();
    switch (byte) {
        case I32:
        case I64:
        case F32:
        case F64:
        case V128:
        case I8:
        case I16: return byte;
        default: return referenceTypeAfter(r, byte) || r.fail('malformed storage type', start);
    }
}
export function readMutability(r) {
    const start = r.pos;
    const byte = r.byte();
    if (byte > 1)
        r.fail('malformed mutability', start);
    return byte === 1;
}
