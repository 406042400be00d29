// Memory as typed arrays, for output made for engines that interpret. Elements are in the byte order of the host, WebAssembly's are
// little-endian: where that is not the same the arrays are empty, and generated code goes through the DataView for all it does not find.

import type { MemoryRec } from './types.js';

const ELEMENT_TYPES = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Float32Array, Float64Array];
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** `type`: 0 to 6, in the order of `ELEMENT_TYPES`. What is left of the memory behind the last whole element is not in it. */
export function elements(m: MemoryRec, type: number): ArrayLike<number> {
  const constructor = ELEMENT_TYPES[type];
  return new constructor(m.b as ArrayBuffer, 0, isLittleEndian || type < 2 ? Math.floor((m.n * m.page) / constructor.BYTES_PER_ELEMENT) : 0);
}
