// Memory as typed arrays, for output made for engines that interpret, and for accesses to shared memories that must not tear. Elements are in the byte order of the host, WebAssembly's are
// little-endian: where that is not the same, objects that read and write through a DataView stand for the arrays. They are
// as slow as that, and their length is 0, so that whoever compares goes to the DataView itself.

import type { MemoryRec } from './types.js';

const ELEMENT_TYPES = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Float32Array, Float64Array];
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** `type`: 0 to 6, in the order of `ELEMENT_TYPES`. What is left of the memory behind the last whole element is not in it. */
export function elements(m: MemoryRec, type: number): ArrayLike<number> {
  const constructor = ELEMENT_TYPES[type], size = constructor.BYTES_PER_ELEMENT, count = Math.floor((m.n * m.page) / size);
  return isLittleEndian || size === 1 ? new constructor(m.b as ArrayBuffer, 0, count) : swappedElements(new DataView(m.b, 0, count * size), constructor.name.slice(0, -5), size);
}

type Method = (this: DataView, at: number, ...rest: unknown[]) => unknown;
/** Elements of `size` bytes in the order of WebAssembly, whatever the host's is; `type` as methods of DataView have it. */
export function swappedElements(view: DataView, type: string, size: number): ArrayLike<number> {
  const methods = view as unknown as Record<string, Method>;
  const isInside = (at: number): boolean => at >= 0 && at < view.byteLength;
  return new Proxy({ length: 0 } as Record<string, unknown>, {
    get: (target, key) => (isInside(+(key as string) * size) ? methods['get' + type].call(view, +(key as string) * size, true) : target[key as string]),
    set(_, key, value) {
      if (isInside(+(key as string) * size)) methods['set' + type].call(view, +(key as string) * size, value, true);
      return true;
    },
  }) as unknown as ArrayLike<number>;
}
