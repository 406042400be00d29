// Memories and modules that can be sent to workers. The structured clone of `postMessage` knows nothing of our objects: it copies
// their own enumerable properties. So, once a program has called `install`, shared memories and modules have one such property, which
// says what they are made of, and what arrives with it is turned into a Memory or Module again before anyone looks at it.
// Glue of Emscripten, wasm-bindgen or emnapi, which posts such objects to its workers, then works as it is.

import { memoryRecOf, setBrand } from '../api/brand.js';
import { brandMemory } from '../api/memory.js';
import { memoryRecord } from '../memory.js';
import { globalScope, registry } from '../registry.js';
import { adoptShared } from '../shared-memory.js';
import type { CompileOptions } from './builtins.js';
import { moduleBrand, moduleRecOf } from './module.js';
import type { WebAssemblyNamespace } from './api-types.js';

const KEY = '$dewasm';

/** What travels. */
type Parts =
  | { kind: 'memory'; storage: SharedArrayBuffer; pages: SharedArrayBuffer; maximum: number | undefined; pageSize: number; i64: boolean }
  | { kind: 'module'; bytes: Uint8Array; options: CompileOptions };
export interface Shared { [KEY]: Parts }

let installed: Pick<WebAssemblyNamespace, 'Memory' | 'Module'> | undefined;

/** Makes sending and receiving work in this thread, with the classes of `namespace`. To be called before any memory is made
 * and before any message arrives: in the main thread and in each worker. */
export function install(namespace: Pick<WebAssemblyNamespace, 'Memory' | 'Module'>): void {
  if (typeof namespace !== 'object' || typeof namespace.Memory !== 'function') throw new TypeError('install(): Argument 0 must be the namespace of dewasm/webassembly or dewasm/webassembly/precompiled');
  const first = installed === undefined;
  installed = namespace;
  if (!first) return;
  registry.values.share = (object: object): void => {
    Object.defineProperty(object, KEY, { get: () => partsOf(object), enumerable: true, configurable: true });
  };
  watchEvents();
  watchNode();
}

/** A stand-in for a shared memory or a module that can be posted also where nothing is installed; `revive` takes it. */
export function share(object: object): Shared {
  return { [KEY]: partsOf(object) };
}

function partsOf(object: object): Parts {
  const memory = memoryRecOf(object);
  if (memory !== undefined) {
    if (!memory.shared) throw new TypeError('only shared memories can be sent to other threads');
    return {
      kind: 'memory', storage: memory.b as SharedArrayBuffer, pages: memory.sh!.pages.buffer as SharedArrayBuffer,
      maximum: memory.max, pageSize: memory.page, i64: memory.i64,
    };
  }
  const module = moduleRecOf(object);
  if (module === undefined) throw new TypeError('not a Memory or Module');
  return { kind: 'module', bytes: shareable(module), options: module.options };
}

/** The bytes of a module in memory that all threads can see, so that sending does not copy them. */
function shareable(module: { bytes: Uint8Array; shared?: Uint8Array }): Uint8Array {
  if (module.shared === undefined && typeof SharedArrayBuffer === 'function') {
    module.shared = new Uint8Array(new SharedArrayBuffer(module.bytes.length));
    module.shared.set(module.bytes);
  }
  return module.shared ?? module.bytes;
}

/** Turns stand-ins anywhere in a received value into what they stand for, in place, and returns the value. */
export function revive<T>(received: T): T {
  const seen = new Set<object>();
  const work: unknown[] = [received];
  while (work.length > 0) {
    const value = work.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Array.isArray(value)) {
      // A list whose first item is a number or text holds data.
      if (value.length > 0 && (typeof value[0] === 'object' || value.length < 64)) for (let i = 0; i < value.length; i++) work.push(value[i]);
      continue;
    }
    if (value instanceof Map) {
      value.forEach((item) => work.push(item));
      continue;
    }
    const prototype = Object.getPrototypeOf(value) as unknown;
    if (prototype !== Object.prototype && prototype !== null) continue;
    const property = Object.getOwnPropertyDescriptor(value, KEY);
    if (property !== undefined && property.value !== undefined) become(value, property.value as Parts);
    else for (const name of Object.keys(value)) work.push((value as { [name: string]: unknown })[name]);
  }
  return received;
}

function become(object: object, parts: Parts): void {
  if (installed === undefined) throw new TypeError('dewasm/threads: call install() first');
  for (const name of Object.keys(object)) delete (object as { [name: string]: unknown })[name];
  if (parts.kind === 'memory') {
    Object.setPrototypeOf(object, installed.Memory.prototype as object);
    const record = memoryRecord(0, parts.maximum, 1 | (parts.i64 ? 2 : 0), Math.log2(parts.pageSize));
    brandMemory(object, adoptShared(record, parts.storage, new Int32Array(parts.pages)));
    return;
  }
  Object.setPrototypeOf(object, installed.Module.prototype as object);
  const Module = installed.Module as unknown as new (bytes: Uint8Array, options: CompileOptions) => object;
  // What is in shared memory could change while it is read.
  const made = moduleRecOf(new Module(parts.bytes.slice(), parts.options)) as { o: object | null };
  setBrand(object, moduleBrand, made);
  (registry.values.share as (object: object) => void)(object);
}

/** Events show their data through a getter of their class, in browsers as in node. */
function watchEvents(): void {
  const { MessageEvent } = globalScope() as { MessageEvent?: { prototype: object } };
  if (MessageEvent === undefined) return;
  const property = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  const get = property?.get;
  if (property === undefined || get === undefined) return;
  const known = new WeakSet<object>();
  Object.defineProperty(MessageEvent.prototype, 'data', {
    get(this: object): unknown {
      const data: unknown = get.call(this);
      if (typeof data !== 'object' || data === null || known.has(data)) return data;
      known.add(data);
      return revive(data);
    },
    set: property.set,
    enumerable: true,
    configurable: true,
  });
}

type Listener = (this: unknown, value: unknown) => void;
type Method = (this: unknown, name: string, ...args: unknown[]) => unknown;
interface NodeThreads { workerData: unknown; Worker: { prototype: object }; MessagePort: { prototype: object } }

/** Node's ports and workers also call listeners without an event. */
function watchNode(): void {
  const { process } = globalScope() as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const threads = process?.getBuiltinModule?.('node:worker_threads') as NodeThreads | undefined;
  if (threads === undefined) return;
  revive(threads.workerData);
  const worker = threads.Worker.prototype as { emit: Method };
  const emit = worker.emit;
  worker.emit = function (name, ...args) {
    return emit.call(this, name, ...(name === 'message' ? args.map(revive) : args));
  };
  const port = threads.MessagePort.prototype as { [name: string]: Method };
  const wrappers = new WeakMap<object, Listener>();
  for (const name of ['on', 'addListener', 'once']) {
    const add = port[name];
    port[name] = function (event, listener, ...rest) {
      if (event !== 'message' || typeof listener !== 'function') return add.call(this, event, listener, ...rest);
      let wrapper = wrappers.get(listener);
      if (wrapper === undefined) wrappers.set(listener, wrapper = function (value) { return (listener as Listener).call(this, revive(value)); });
      return add.call(this, event, wrapper, ...rest);
    };
  }
  for (const name of ['off', 'removeListener']) {
    const remove = port[name];
    port[name] = function (event, listener, ...rest) {
      const wrapper = typeof listener === 'function' ? wrappers.get(listener) : undefined;
      return remove.call(this, event, event === 'message' && wrapper !== undefined ? wrapper : listener, ...rest);
    };
  }
}
