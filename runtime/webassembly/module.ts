// WebAssembly.Module over a module object (docs/abi.md, "A module"). Each namespace has its own Module constructor, since
// each compiles in its own way, but every namespace takes the Module objects of every other one.

import { brandedRecord, setBrand } from '../api/brand.js';
import { toText } from '../api/convert.js';
import { createInterface, missingArguments } from '../api/define-interface.js';
import type { Interface } from '../api/define-interface.js';
import { offerToThreads } from '../api/shared-buffer.js';
import { CompileError } from '../errors.js';
import { realmValue } from '../registry.js';
import type { CompiledModule } from '../types.js';
import { copyBytes } from './buffer-source.js';
import { isProvided, toCompileOptions, validateBuiltins } from './builtins.js';
import type { CompileOptions } from './builtins.js';
import { customSectionsNamed } from './custom-sections.js';

/** What stands behind a Module object. */
export interface ModuleRec {
  module: CompiledModule;
  bytes: Uint8Array;
  options: CompileOptions;
  /** Compiles the module with suspend forms; what it gave, by what was asked for. */
  compile: Compile;
  suspendable: Map<string, CompiledModule>;
  o: object | null;
}

/** `jspi` is the option of that name (docs/jspi.md); asked for only of modules that say 'later'. */
export type Compile = (bytes: Uint8Array, jspi?: string) => CompiledModule;

export interface ModuleInterface {
  Module: Interface;
  /** "Construct a WebAssembly module object", from bytes that nobody else can change. */
  make(bytes: Uint8Array, options: CompileOptions, where: string): object;
}

export const moduleBrand = Symbol.for('dewasm.module');

export const externKinds = ['function', 'table', 'memory', 'global', 'tag'];

export function moduleRecOf(value: unknown): ModuleRec | undefined {
  return brandedRecord(value, moduleBrand) as ModuleRec | undefined;
}

export function createModuleInterface(compile: Compile): ModuleInterface {
  const initialize = (self: object, bytes: Uint8Array, options: CompileOptions, where: string): void => {
    const module = compileOrThrow(compile, bytes, where);
    validateBuiltins(module, options, where);
    const rec: ModuleRec = { module, bytes, options, compile, suspendable: new Map(), o: null };
    setBrand(self, moduleBrand, rec as { o: object | null });
    offerToThreads(self);
  };
  const Module = createInterface('Module', 1, (self, args) => {
    const bytes = copyBytes(args[0], 'WebAssembly.Module()');
    initialize(self, bytes, toCompileOptions(args[1], 'WebAssembly.Module()'), 'WebAssembly.Module()');
  }, {
    statics: {
      exports(moduleObject: unknown): object[] {
        const { module } = moduleArgument(moduleObject, 'WebAssembly.Module.exports()', arguments.length, 1);
        return module.exports.map(([name, kind]) => ({ name, kind: externKinds[kind] }));
      },
      imports(moduleObject: unknown): object[] {
        const { module, options } = moduleArgument(moduleObject, 'WebAssembly.Module.imports()', arguments.length, 1);
        return module.imports
          .filter(([from, name]) => !isProvided(from, name, options))
          .map(([from, name, kind]) => ({ module: from, name, kind: externKinds[kind] }));
      },
      customSections(moduleObject: unknown, sectionName: unknown): ArrayBuffer[] {
        const { bytes } = moduleArgument(moduleObject, 'WebAssembly.Module.customSections()', arguments.length, 2);
        return customSectionsNamed(bytes, toText(sectionName));
      },
    },
  });
  inheritSource(Module);
  return {
    Module,
    make(bytes, options, where): object {
      const self = Object.create(Module.prototype) as object;
      initialize(self, bytes, options, where);
      return self;
    },
  };
}

/**
 * %AbstractModuleSource% of source phase imports, the class above every Module. Where the host has it too, this is not that one: nothing
 * but its own WebAssembly leads there.
 */
export const abstractModuleSource: Interface = /*#__PURE__*/ realmValue('AbstractModuleSource', makeAbstractModuleSource);

export function makeAbstractModuleSource(): Interface {
  // Under another name than the function's, or bundlers rename that.
  const above = function AbstractModuleSource(): never {
    throw new TypeError('AbstractModuleSource is abstract');
  } as unknown as Interface;
  Object.defineProperty(above, 'prototype', { writable: false });
  const tagged = { get [Symbol.toStringTag](): string | undefined { return moduleRecOf(this) === undefined ? undefined : 'WebAssembly.Module'; } };
  const { get } = Object.getOwnPropertyDescriptor(tagged, Symbol.toStringTag) as PropertyDescriptor;
  Object.defineProperty(above.prototype, Symbol.toStringTag, { get, enumerable: false, configurable: true });
  return above;
}

function inheritSource(Module: Interface): void {
  Object.setPrototypeOf(Module, abstractModuleSource);
  Object.setPrototypeOf(Module.prototype, abstractModuleSource.prototype);
}

/** Compiles; whatever class of error the compiler reports an invalid module with, JS sees the API's CompileError. */
export function compileOrThrow(compile: Compile, bytes: Uint8Array, where: string): CompiledModule {
  try {
    return compile(bytes);
  } catch (error) {
    if (error instanceof CompileError || !isCompileError(error)) throw error;
    const wrapped = new CompileError(where + ': ' + error.message);
    Object.defineProperty(wrapped, 'cause', { value: error, writable: true, configurable: true });
    throw wrapped;
  }
}

export function isCompileError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'CompileError';
}

function moduleArgument(value: unknown, where: string, given: number, required: number): ModuleRec {
  if (given < required) throw missingArguments(where, given, required);
  const rec = moduleRecOf(value);
  if (rec === undefined) throw new TypeError(where + ': Argument 0 must be a WebAssembly.Module');
  return rec;
}
