// WebAssembly.Memory: the JS object over a MemoryRec.

import { exactBuffer, memory, memoryGrow } from '../memory.js';
import { registry } from '../registry.js';
import type { MemoryRec } from '../types.js';
import { memoryBrand, memoryRecOf, setBrand } from './brand.js';
import { fromAddress, toAddress, toAddressType, toDictionary, toSizes } from './convert.js';
import { defineInterface, illegalReceiver, missingArguments } from './define-interface.js';
import { growingBuffer, hasResizableBuffers, toFixedLength, toResizable } from './resizable-buffer.js';
import { offerToThreads } from './shared-buffer.js';

/** The JS API's "make or get" of a memory's object. */
export function memoryObject(rec: MemoryRec): object {
  if (rec.o === null) brandMemory(Object.create(Memory.prototype) as object, rec);
  return rec.o as object;
}

/** Makes `object` the memory's object; of a shared one, for other threads too if the program uses `dewasm/threads`. */
export function brandMemory(object: object, rec: MemoryRec): void {
  setBrand(object, memoryBrand, rec);
  if (rec.shared) offerToThreads(object);
}

export const Memory = /*#__PURE__*/ defineInterface('Memory', 1, initializeMemory, {
  methods: {
    grow(delta: unknown): number | bigint {
      const rec = memoryOf(this);
      if (arguments.length < 1) throw missingArguments('WebAssembly.Memory.grow()', 0, 1);
      const pages = toAddress(delta, rec.i64, 'WebAssembly.Memory.grow(): Argument 0');
      const old = pages > 0xffffffff ? -1 : memoryGrow(rec, pages);
      if (old === -1) throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
      return fromAddress(old, rec.i64);
    },
    toFixedLengthBuffer(): ArrayBuffer | SharedArrayBuffer {
      const rec = memoryOf(this);
      toFixedLength(rec);
      return bufferOf(rec);
    },
    ...(hasResizableBuffers() ? {
      toResizableBuffer(this: unknown): ArrayBufferLike {
        return toResizable(memoryOf(this));
      },
    } : undefined),
    type(): object {
      const rec = memoryOf(this);
      const type: { [key: string]: unknown } = { minimum: fromAddress(rec.n, rec.i64) };
      if (rec.max !== undefined) type.maximum = fromAddress(Number(rec.max), rec.i64);
      type.shared = !!rec.shared;
      type.address = rec.i64 ? 'i64' : 'i32';
      return type;
    },
  },
  getters: {
    buffer(): ArrayBuffer | SharedArrayBuffer {
      return bufferOf(memoryOf(this));
    },
  },
});

/** The constructor's steps. Members are read and converted one by one, which getters and `valueOf`s can observe. */
function initializeMemory(self: object, args: unknown[]): void {
  const descriptor = toDictionary(args[0], 'WebAssembly.Memory(): Argument 0');
  const i64 = toAddressType(descriptor.address);
  const [initial, maximum] = toSizes(descriptor, i64, 'WebAssembly.Memory()');
  const shared = !!descriptor.shared;
  if (shared && maximum === undefined) throw new TypeError("WebAssembly.Memory(): Property 'maximum' is required for a shared memory");
  const limit = i64 ? 262144 : 65536;
  if (initial > limit) throw new RangeError("WebAssembly.Memory(): Property 'initial': value " + initial + ' is above the upper bound ' + limit);
  const highest = i64 ? 137438953471 : 65536;
  if (maximum !== undefined && maximum > highest) throw new RangeError("WebAssembly.Memory(): Property 'maximum': value " + maximum + ' is above the upper bound ' + highest);
  if (maximum !== undefined && maximum < initial) throw new RangeError("WebAssembly.Memory(): Property 'maximum': value " + maximum + ' is below the lower bound ' + initial);
  brandMemory(self, shared ? makeShared(initial, maximum, 1 | (i64 ? 2 : 0)) : memory(initial, maximum, i64 ? 2 : 0));
}

/** Shared memories are made by who knows how: the namespaces do. A program without one has but the objects of its modules' memories. */
function makeShared(initial: number, maximum: number | undefined, flags: number): MemoryRec {
  const make = registry.values.sharedMemory as typeof memory | undefined;
  if (make === undefined) throw new TypeError('WebAssembly.Memory(): shared memories are made by the Memory of dewasm/webassembly');
  return make(initial, maximum, flags);
}

function memoryOf(receiver: unknown): MemoryRec {
  const rec = memoryRecOf(receiver);
  if (rec === undefined) throw illegalReceiver('Memory');
  if (rec.sh !== null) rec.sh.sync(rec);
  return rec;
}

/** The buffer, noting that someone outside has it: the next growth has to detach it. */
function bufferOf(rec: MemoryRec): ArrayBuffer | SharedArrayBuffer {
  rec.seen = true;
  return rec.sh === null || rec.sh.buffer === undefined ? exactBuffer(rec) : growingBuffer(rec) ?? rec.sh.buffer(rec);
}
