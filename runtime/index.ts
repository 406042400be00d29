// Everything generated code may name; with `--runtime import` this is what it imports, otherwise its parts are inlined.

export { R, RF, RR, TC } from './registry.js';
export { AF } from './accumulators.js';
export { CompileError, LinkError, RuntimeError } from './errors.js';
export { fromHost, isTrap, outOfBounds, toTrap, trap, unreachable } from './traps.js';
export { i32Ctz, i32DivS, i32DivU, i32Popcnt, i32RemS, i32RemU } from './int32.js';
export {
  i64Clz, i64Ctz, i64FromBig, i64Mul, i64MulHighU, i64Popcnt, i64Rotl, i64Rotr, i64Shl, i64ShrS, i64ShrU,
  i64ToBig, i64ToF32S, i64ToF32U, i64ToF64S, i64ToF64U,
} from './int64.js';
export { i64DivS, i64DivU, i64RemS, i64RemU } from './divide64.js';
export { i32TruncS, i32TruncSatS, i32TruncSatU, i32TruncU, i64TruncS, i64TruncSatS, i64TruncSatU, i64TruncU } from './truncate.js';
export { copysign, f32Bits, f32FromBits, f64Bits, f64FromBits, nearest } from './float.js';
export {
  absF32, absF64, copysignF32, copysignF64, exactBitsF32, exactBitsF64, exactF32, exactF64, filledFloats, fixedFloats, getElementF32, getElementF64,
  loadF32, loadF64, nanF32, nanF64, negF32, negF64, resultBits, setElement, setNumber, setResultBits, storeF32, storeF64,
  storeNumberF32, storeNumberF64,
} from './nan.js';
export { i8x16SwizzleWord, narrow16WordS, narrow16WordU, narrow32WordS, narrow32WordU, narrowShortsS, narrowShortsU } from './simd.js';
export { memory, memoryGrow } from './memory.js';
export { elements } from './elements.js';
export { plainView } from './shared-view.js';
export { shortView } from './short-view.js';
export {
  atomicLoad8, atomicStore8, atomicAdd8, atomicSub8, atomicAnd8, atomicOr8, atomicXor8, atomicExchange8, atomicCompareExchange8,
  atomicLoad16, atomicStore16, atomicAdd16, atomicSub16, atomicAnd16, atomicOr16, atomicXor16, atomicExchange16, atomicCompareExchange16,
  atomicLoad32, atomicStore32, atomicAdd32, atomicSub32, atomicAnd32, atomicOr32, atomicXor32, atomicExchange32, atomicCompareExchange32,
  atomicLoad64, atomicStore64, atomicAdd64, atomicSub64, atomicAnd64, atomicOr64, atomicXor64, atomicExchange64, atomicCompareExchange64,
} from './atomics.js';
export { atomicNotify, atomicWait32, atomicWait64 } from './atomics-wait.js';
export { sharedMemory, sharedSize, syncedExport, syncedImport, syncedSuspending } from './shared-memory.js';
export { copyBytes, copyRounds, fillBytes, fillRounds, memoryCopy, memoryFill, memoryInit } from './memory-bulk.js';
export { callee, table, tableCopy, tableFill, tableGet, tableGrow, tableInit, tableSet } from './table.js';
export { func, funcFromJS, funcToJS, nonNull } from './func.js';
export { global } from './global.js';
export { tag } from './tag.js';
export { exn } from './api/exception.js';
export { caught, throwable } from './exceptions.js';
export { fromRef, toRef } from './references.js';
export { GcArray, HostRef, hostType, shape } from './gc/objects.js';
export { externalize, internalize } from './gc/host.js';
export { castTrap, isArray, isBelow, isEq, isStruct } from './gc/casts.js';
export { arrayTrap, filled, filledWords, fixed, newF32, newF64, newI16, newI32, newI8, newRefs } from './gc/arrays.js';
export {
  arrayData, arrayElements, arrayFill, arrayFillFloats, arrayFillWords, copyF32, copyF64, copyI16, copyI32, copyFloats, copyI8, copyRefs,
  dataF32, dataF64, dataI16, dataI32, dataI8, dataLength, newElements,
} from './gc/bulk.js';
export { opaqueType, results } from './host-results.js';
export { decodeBase64, decodeHex } from './data.js';
export { tailLoop } from './tail-calls.js';
export { neverSuspends, suspendForm, suspendTailForm, suspendTailLoop } from './suspend.js';
export { canonTypes } from './rtt.js';
export { isHeapSubtype, isRttSubtype, isSubtype, sameType } from './subtyping.js';
export { funcKind, globalKind, memoryKind, tableKind, tagKind } from './kinds.js';
export { link } from './link.js';
export { instantiate, instantiateLinked } from './instantiate.js';
export type {
  Desc, ExportFactory, Func, GlobalDesc, GlobalRec, ImportFactory, JSFunction, Kind, MemoryDesc, MemoryRec, CompiledModule, Place, Raw, Rec, Rtt, Size,
  TableDesc, TableRec, TagRec,
} from './types.js';
