// Compile options: imported string constants and builtin sets (JS API, "Builtins"). A builtin is an ordinary host function
// that the namespace provides, so modules compiled ahead of time need to know nothing about it.

import { toDictionary, toText } from '../api/convert.js';
import { CompileError } from '../errors.js';
import { trap } from '../traps.js';
import type { CompiledModule, GlobalDesc } from '../types.js';
import { fromCharCodeArray, intoCharCodeArray } from './builtin-arrays.js';
import { configureAll } from './builtin-prototypes.js';

export interface CompileOptions {
  importedStringConstants: string | undefined;
  builtins: string[];
}

interface Builtin {
  /** Descriptor of its function type. */
  type: string;
  call: (...args: never[]) => unknown;
}

/** The set `js-string`. Numbers arrive signed and are meant unsigned. `<[mh]>` is the type of arrays of i16. */
const jsString: { [name: string]: Builtin } = {
  cast: { type: '(?x)&x', call: (v: unknown) => unwrapString(v) },
  test: { type: '(?x)i', call: (v: unknown) => (typeof v === 'string' ? 1 : 0) },
  fromCharCode: { type: '(i)&x', call: (v: number) => String.fromCharCode(v) },
  fromCodePoint: { type: '(i)&x', call: (v: number) => (v >>> 0 > 0x10ffff ? trap('Invalid code point') : String.fromCodePoint(v)) },
  fromCharCodeArray: { type: '(?<[mh]>ii)&x', call: fromCharCodeArray },
  intoCharCodeArray: { type: '(?x?<[mh]>i)i', call: (s: unknown, array: unknown, start: number) => intoCharCodeArray(unwrapString(s), array, start) },
  charCodeAt: { type: '(?xi)i', call: (s: unknown, i: number) => unwrapString(s, i).charCodeAt(i) },
  codePointAt: { type: '(?xi)i', call: (s: unknown, i: number) => unwrapString(s, i).codePointAt(i) },
  length: { type: '(?x)i', call: (s: unknown) => unwrapString(s).length },
  concat: { type: '(?x?x)&x', call: (a: unknown, b: unknown) => unwrapString(a) + unwrapString(b) },
  substring: {
    type: '(?xii)&x',
    call(s: unknown, start: number, end: number): string {
      const text = unwrapString(s);
      return start >>> 0 > end >>> 0 || start >>> 0 > text.length ? '' : text.substring(start >>> 0, end >>> 0);
    },
  },
  equals: {
    type: '(?x?x)i',
    call: (a: unknown, b: unknown) => ((a === null ? null : unwrapString(a)) === (b === null ? null : unwrapString(b)) ? 1 : 0),
  },
  compare: {
    type: '(?x?x)i',
    call(a: unknown, b: unknown): number {
      const first = unwrapString(a);
      const second = unwrapString(b);
      return first === second ? 0 : first < second ? -1 : 1;
    },
  },
};

/** The sets by name; a module imports from `wasm:` and the name. */
const sets: { [name: string]: { [name: string]: Builtin } } = {
  'js-string': jsString,
  'js-prototypes': { configureAll: { type: '(?<[m?x]>?<[m?f]>?<[mb]>?x)', call: configureAll } },
};

/** UnwrapString; with an index also the check that it lies within. */
function unwrapString(value: unknown, index?: number): string {
  if (typeof value !== 'string') return trap('illegal cast');
  if (index !== undefined && index >>> 0 >= value.length) return trap('string offset out of bounds');
  return value;
}

/** The dictionary WebAssemblyCompileOptions. */
export function toCompileOptions(value: unknown, where: string): CompileOptions {
  if (value === undefined || value === null) return { importedStringConstants: undefined, builtins: [] };
  const options = toDictionary(value, where + ': options');
  const builtins: string[] = [];
  const list = options.builtins;
  if (list !== undefined) {
    if (Object(list) !== list || typeof (list as Iterable<unknown>)[Symbol.iterator] !== 'function') throw new TypeError(where + ": Property 'builtins' must be iterable");
    for (const name of list as Iterable<unknown>) builtins.push(toText(name));
  }
  const constants = options.importedStringConstants;
  return { importedStringConstants: constants === undefined || constants === null ? undefined : toText(constants), builtins };
}

/** "Find a builtin". */
export function builtinFor(moduleName: string, name: string, options: CompileOptions): Builtin | undefined {
  const set = setOf(moduleName, options);
  return set !== undefined && Object.prototype.hasOwnProperty.call(set, name) ? set[name] : undefined;
}

/** Does the namespace provide an import, so that the import object need not? */
export function isProvided(moduleName: string, name: string, options: CompileOptions): boolean {
  return moduleName === options.importedStringConstants || builtinFor(moduleName, name, options) !== undefined;
}

/** The set that is imported from a module, if it is asked for. */
function setOf(moduleName: string, options: CompileOptions): { [name: string]: Builtin } | undefined {
  const name = moduleName.slice(5);
  if (moduleName.slice(0, 5) !== 'wasm:' || options.builtins.indexOf(name) < 0) return undefined;
  return Object.prototype.hasOwnProperty.call(sets, name) ? sets[name] : undefined;
}

/** "Validate builtins and imported string for a WebAssembly module". */
export function validateBuiltins(module: CompiledModule, options: CompileOptions, where: string): void {
  if (new Set(options.builtins).size !== options.builtins.length) throw new CompileError(where + ': duplicate builtin set');
  for (const [moduleName, name, kind, desc] of module.imports) {
    if (moduleName === options.importedStringConstants) {
      const { t, mut } = desc as GlobalDesc;
      if (kind !== 3 || mut || (t !== '?x' && t !== '&x')) throw new CompileError(where + ': imported string constant ' + JSON.stringify(name) + ' is not an immutable global of strings');
      continue;
    }
    const builtin = builtinFor(moduleName, name, options);
    if (builtin !== undefined && (kind !== 0 || typeAt(module, desc as number) !== builtin.type)) {
      throw new CompileError(where + ': import ' + JSON.stringify(name) + ' has not the type of the builtin, ' + builtin.type);
    }
  }
}

/** Descriptor of a function type that is alone in its recursive group, as builtins have them, with the types it names written out. */
function typeAt(module: CompiledModule, index: number): string | undefined {
  const type = groupOfOne(module, index);
  return type === undefined ? undefined : type.replace(/<(\d+)>/g, (_, n: string) => '<' + groupOfOne(module, +n) + '>');
}

function groupOfOne(module: CompiledModule, index: number): string | undefined {
  let at = 0;
  for (const type of module.types) {
    if (at === index) return typeof type === 'string' ? type : undefined;
    at += typeof type === 'string' ? 1 : type.length;
  }
  return undefined;
}

/** The import object with builtins and string constants in front of what it has. */
export function withBuiltins(module: CompiledModule, options: CompileOptions, importObject: object | undefined): object | undefined {
  const { importedStringConstants } = options;
  if (importedStringConstants === undefined && options.builtins.length === 0) return importObject;
  const given = importObject as { [module: string]: unknown };
  const merged = Object.create(null) as { [module: string]: object };
  for (const [moduleName, name] of module.imports) {
    const builtin = builtinFor(moduleName, name, options);
    const isConstant = moduleName === importedStringConstants;
    if (isConstant || builtin !== undefined || setOf(moduleName, options) !== undefined) {
      const provided = merged[moduleName] || (merged[moduleName] = Object.create(null) as object);
      // A name that the set does not have is looked up in the import object.
      const get = isConstant ? () => name : builtin !== undefined ? () => builtin.call : () => readFrom(given[moduleName], moduleName, name);
      Object.defineProperty(provided, name, { get, configurable: true });
    } else {
      Object.defineProperty(merged, moduleName, { get: () => given[moduleName], configurable: true });
    }
  }
  return merged;
}

function readFrom(module: unknown, moduleName: string, name: string): unknown {
  if (Object(module) !== module) throw new TypeError('WebAssembly.Instance(): Import "' + moduleName + '": module is not an object or function');
  return (module as { [name: string]: unknown })[name];
}
