// The WebAssembly namespace object, given something that turns bytes into module objects.

import { defineMethods, missingArguments } from '../api/define-interface.js';
import { Exception } from '../api/exception.js';
import { Global } from '../api/global.js';
import { Memory } from '../api/memory.js';
import { promisingFunction, SuspendError, Suspending } from '../api/suspending.js';
import { Table } from '../api/table.js';
import { Tag, jsTag, tagObject } from '../api/tag.js';
import { realmValue } from '../registry.js';
import { sharedMemory } from '../shared-memory.js';
import { CompileError, LinkError, RuntimeError } from '../errors.js';
import type { WebAssemblyNamespace } from './api-types.js';
import { copyBytes } from './buffer-source.js';
import { toCompileOptions, validateBuiltins } from './builtins.js';
import type { CompileOptions } from './builtins.js';
import { Instance, makeInstance, readImports, toImportObject } from './instance.js';
import { createModuleInterface, isCompileError, moduleRecOf } from './module.js';
import type { Compile, ModuleRec } from './module.js';
import { bytesOfResponse } from './streaming.js';
import type { JSFunction } from '../types.js';

export interface NamespaceOptions {
  /** Throws an error named CompileError if the bytes are not a valid module. */
  compile: Compile;
  /** A cheaper way to know whether compile() would throw; without it, validate() compiles. */
  validate?: (bytes: Uint8Array) => boolean;
}

export function createNamespace({ compile, validate }: NamespaceOptions): WebAssemblyNamespace {
  const { Module, make } = createModuleInterface(compile);
  const namespace: { [name: string]: unknown } = {};

  const instantiateModule = (rec: ModuleRec, importObject: object | undefined, where: string): Promise<object> => {
    // The imports are read now, the start function runs later: "asynchronously instantiate a WebAssembly module".
    const links = readImports(rec, importObject, where);
    return Promise.resolve().then(() => makeInstance(rec, links));
  };
  const instantiateBytes = (bytes: Uint8Array, options: CompileOptions, importObject: object | undefined, where: string): Promise<object> =>
    Promise.resolve().then(() => {
      const module = make(bytes, options, where);
      return instantiateModule(moduleRecOf(module) as ModuleRec, importObject, where).then((instance) => ({ module, instance }));
    });

  defineMethods(namespace, {
    validate(source: unknown, options?: unknown): boolean {
      if (arguments.length < 1) throw missingArguments('WebAssembly.validate()', 0, 1);
      const bytes = copyBytes(source, 'WebAssembly.validate()');
      const compileOptions = toCompileOptions(options, 'WebAssembly.validate()');
      if (validate !== undefined) {
        const valid = validate(bytes);
        // Options can only be checked against the imports that compiling finds.
        if (!valid || (compileOptions.builtins.length === 0 && compileOptions.importedStringConstants === undefined)) return valid;
      }
      try {
        validateBuiltins(compile(bytes), compileOptions, 'WebAssembly.validate()');
        return true;
      } catch (error) {
        if (isCompileError(error)) return false;
        throw error;
      }
    },
    compile: asynchronous((source, options) => {
      const bytes = copyBytes(source, 'WebAssembly.compile()');
      const compileOptions = toCompileOptions(options, 'WebAssembly.compile()');
      return Promise.resolve().then(() => make(bytes, compileOptions, 'WebAssembly.compile()'));
    }),
    instantiate: asynchronous((source, imports, options) => {
      const where = 'WebAssembly.instantiate()';
      const rec = moduleRecOf(source);
      if (rec !== undefined) return instantiateModule(rec, toImportObject(imports, where), where);
      const bytes = copyBytes(source, where);
      const importObject = toImportObject(imports, where);
      return instantiateBytes(bytes, toCompileOptions(options, where), importObject, where);
    }),
    compileStreaming: asynchronous((source, options) => {
      const where = 'WebAssembly.compileStreaming()';
      const compileOptions = toCompileOptions(options, where);
      return bytesOfResponse(source, where).then((bytes) => make(bytes, compileOptions, where));
    }),
    instantiateStreaming: asynchronous((source, imports, options) => {
      const where = 'WebAssembly.instantiateStreaming()';
      const importObject = toImportObject(imports, where);
      const compileOptions = toCompileOptions(options, where);
      return bytesOfResponse(source, where).then((bytes) => instantiateBytes(bytes, compileOptions, importObject, where));
    }),
    promising(fn: unknown): JSFunction {
      if (arguments.length < 1) throw missingArguments('WebAssembly.promising()', 0, 1);
      return promisingFunction(fn);
    },
  });
  for (const name of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming'] as const) {
    Object.defineProperty(namespace[name], 'name', { value: name, configurable: true });
    Object.defineProperty(namespace[name], 'length', { value: 1, configurable: true });
  }
  // `length` counts required arguments only, and `options` is not one.
  Object.defineProperty(namespace.validate, 'length', { value: 1, configurable: true });

  // The Memory of this realm may have come with a module that knows nothing of threads.
  realmValue('sharedMemory', () => sharedMemory);

  // Interface objects are not enumerable, unlike the operations.
  const interfaces: { [name: string]: unknown } = { Module, Instance, Memory, Table, Global, Tag, Exception, CompileError, LinkError, RuntimeError, Suspending, SuspendError };
  for (const name of Object.keys(interfaces)) {
    Object.defineProperty(namespace, name, { value: interfaces[name], writable: true, enumerable: false, configurable: true });
  }
  Object.defineProperty(namespace, 'JSTag', {
    get: Object.getOwnPropertyDescriptor({ get JSTag() { return tagObject(jsTag()); } }, 'JSTag')?.get,
    enumerable: true,
    configurable: true,
  });
  Object.defineProperty(namespace, Symbol.toStringTag, { value: 'WebAssembly', configurable: true });
  return namespace as unknown as WebAssemblyNamespace;
}

/** An operation that returns a promise turns what it throws, even for its arguments, into a rejection. */
function asynchronous(operation: (...args: unknown[]) => Promise<object>): (...args: unknown[]) => Promise<object> {
  // A method, because operations are not constructors.
  return {
    operation(...args: unknown[]): Promise<object> {
      return new Promise((resolve) => resolve(operation(...args)));
    },
  }.operation;
}
