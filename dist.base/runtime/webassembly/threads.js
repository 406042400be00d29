// Memories and modules that can be sent to workers. The structured clone of `postMessage` knows nothing of our objects: it copies
// their own enumerable properties. So, once a program has called `install`, shared memories and modules have one such property, which
// says what they are made of, and what arrives with it is turned into a Memory or Module again before anyone looks at it.
// Glue of Emscripten, wasm-bindgen or emnapi, which posts such objects to its workers, then works as it is.
import { memoryRecOf, setBrand } from '../api/brand.js';
import { brandMemory } from '../api/memory.js';
import { memoryRecord } from '../memory.js';
import { globalScope, registry } from '../registry.js';
import { adoptShared } from '../shared-memory.js';
import { moduleBrand, moduleRecOf } from './module.js';
const KEY = '$dewasm';
let installed;
/** Makes sending and receiving work in this thread, with the classes of `namespace`. To be called before any memory is made
 * and before any message arrives: in the main thread and in each worker. */
export function install(namespace) {
    const first = installed === undefined;
    installed = namespace;
    if (!first)
        return;
    registry.values.share = (object) => {
        Object.defineProperty(object, KEY, { get: () => partsOf(object), enumerable: true, configurable: true });
    };
    watchEvents();
    watchNode();
}
/** A stand-in for a shared memory or a module that can be posted also where nothing is installed; `revive` takes it. */
export function share(object) {
    return { [KEY]: partsOf(object) };
}
function partsOf(object) {
    const memory = memoryRecOf(object);
    if (memory !== undefined) {
        if (!memory.shared)
            throw new TypeError('only shared memories can be sent to other threads');
        return {
            kind: 'memory', storage: memory.b, pages: memory.sh.pages.buffer,
            maximum: memory.max, pageSize: memory.page, i64: memory.i64,
        };
    }
    const module = moduleRecOf(object);
    if (module === undefined)
        throw new TypeError('not a Memory or Module');
    return { kind: 'module', bytes: shareable(module), options: module.options };
}
/** The bytes of a module in memory that all threads can see, so that sending does not copy them. */
function shareable(module) {
    var _a;
    if (module.shared === undefined && typeof SharedArrayBuffer === 'function') {
        module.shared = new Uint8Array(new SharedArrayBuffer(module.bytes.length));
        module.shared.set(module.bytes);
    }
    return (_a = module.shared) !== null && _a !== void 0 ? _a : module.bytes;
}
/** Turns stand-ins anywhere in a received value into what they stand for, in place, and returns the value. */
export function revive(received) {
    const seen = new Set();
    const work = [received];
    while (work.length > 0) {
        const value = work.pop();
        if (typeof value !== 'object' || value === null || seen.has(value))
            continue;
        seen.add(value);
        if (Array.isArray(value)) {
            // A list whose first item is a number or text holds data.
            if (value.length > 0 && (typeof value[0] === 'object' || value.length < 64))
                for (let i = 0; i < value.length; i++)
                    work.push(value[i]);
            continue;
        }
        if (value instanceof Map) {
            value.forEach((item) => work.push(item));
            continue;
        }
        const prototype = Object.getPrototypeOf(value);
        if (prototype !== Object.prototype && prototype !== null)
            continue;
        const property = Object.getOwnPropertyDescriptor(value, KEY);
        if (property !== undefined && property.value !== undefined)
            become(value, property.value);
        else
            for (const name of Object.keys(value))
                work.push(value[name]);
    }
    return received;
}
function become(object, parts) {
    if (installed === undefined)
        throw new TypeError('dewasm/threads: call install() first');
    for (const name of Object.keys(object))
        delete object[name];
    if (parts.kind === 'memory') {
        Object.setPrototypeOf(object, installed.Memory.prototype);
        const record = memoryRecord(0, parts.maximum, 1 | (parts.i64 ? 2 : 0), Math.log2(parts.pageSize));
        brandMemory(object, adoptShared(record, parts.storage, new Int32Array(parts.pages)));
        return;
    }
    Object.setPrototypeOf(object, installed.Module.prototype);
    const Module = installed.Module;
    // What is in shared memory could change while it is read.
    const made = moduleRecOf(new Module(parts.bytes.slice(), parts.options));
    setBrand(object, moduleBrand, made);
    registry.values.share(object);
}
/** Events show their data through a getter of their class, in browsers as in node. */
function watchEvents() {
    const { MessageEvent } = globalScope();
    if (MessageEvent === undefined)
        return;
    const property = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
    const get = property === null || property === void 0 ? void 0 : property.get;
    if (property === undefined || get === undefined)
        return;
    const known = new WeakSet();
    Object.defineProperty(MessageEvent.prototype, 'data', {
        get() {
            const data = get.call(this);
            if (typeof data !== 'object' || data === null || known.has(data))
                return data;
            known.add(data);
            return revive(data);
        },
        set: property.set,
        enumerable: true,
        configurable: true,
    });
}
/** Node's ports and workers also call listeners without an event. */
function watchNode() {
    var _a;
    const { process } = globalScope();
    const threads = (_a = process === null || process === void 0 ? void 0 : process.getBuiltinModule) === null || _a === void 0 ? void 0 : _a.call(process, 'node:worker_threads');
    if (threads === undefined)
        return;
    revive(threads.workerData);
    const worker = threads.Worker.prototype;
    const emit = worker.emit;
    worker.emit = function (name, ...args) {
        return emit.call(this, name, ...(name === 'message' ? args.map(revive) : args));
    };
    const port = threads.MessagePort.prototype;
    const wrappers = new WeakMap();
    for (const name of ['on', 'addListener', 'once']) {
        const add = port[name];
        port[name] = function (event, listener, ...rest) {
            if (event !== 'message' || typeof listener !== 'function')
                return add.call(this, event, listener, ...rest);
            let wrapper = wrappers.get(listener);
            if (wrapper === undefined)
                wrappers.set(listener, wrapper = function (value) { return listener.call(this, revive(value)); });
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
