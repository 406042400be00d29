// The one description of what a user can choose. The command line's flags and help, the types of the API, the checks of
// what is passed and the documentation all derive from this table: to add an option, add its row. A choice that no stage
// honours yet is named in `missing`, and is refused rather than ignored.
import { isReservedWord } from './spec/reserved-words.js';
import { CompileError } from './spec/errors.js';
import { parseFeatures } from './validate/features.js';

interface RowBase {
  /** Name in the API; the flag is the same in kebab case. */
  readonly name: string;
  readonly help: string;
  /** Values (as text) that are planned but refused today. */
  readonly missing?: readonly string[];
}
export interface ChoiceRow extends RowBase { readonly type: 'choice'; readonly choices: readonly string[]; readonly default: string }
export interface FlagRow extends RowBase { readonly type: 'flag'; readonly default: boolean }
export interface IntegerRow extends RowBase { readonly type: 'integer'; readonly min: number; readonly max: number; readonly default: number }
/** Names separated by commas, or in the API also an array of them. */
export interface ListRow extends RowBase { readonly type: 'list'; readonly value: string; readonly default: string }
export interface TextRow extends RowBase { readonly type: 'text'; /** What stands for the value in help. */ readonly value: string; readonly default: string | undefined }
export type OptionRow = ChoiceRow | FlagRow | IntegerRow | ListRow | TextRow;

export const OPTIONS = [
  { name: 'format', type: 'choice', choices: ['esm', 'cjs', 'iife'], default: 'esm',
    help: 'Kind of JavaScript file: an ES module, a CommonJS module, or a script that sets a global variable' },
  { name: 'bindings', type: 'choice', choices: ['instantiate', 'esm'], default: 'instantiate',
    help: 'What the file exports: a function that instantiates, or the wasm exports themselves (WebAssembly/ESM integration)' },
  { name: 'runtime', type: 'choice', choices: ['inline', 'import'], default: 'inline',
    help: 'Where helpers come from: the parts that are needed are in the file, or imported from dewasm/runtime' },
  { name: 'data', type: 'choice', choices: ['inline', 'file'], default: 'inline',
    help: 'Where data segments go: text in the file, or a binary file beside it that is passed to instantiate(imports, data)' },
  { name: 'optimize', type: 'integer', min: 0, max: 3, default: 2,
    help: 'Effort spent on fast output' },
  { name: 'minify', type: 'flag', default: false,
    help: 'Smaller output, without white space' },
  { name: 'readable', type: 'flag', default: false,
    help: 'Names from the name section and code laid out for reading' },
  { name: 'sourceMap', type: 'flag', default: false, missing: ['true'],
    help: 'Also make a source map' },
  { name: 'types', type: 'flag', default: false,
    help: 'Also make a TypeScript declaration file' },
  { name: 'traps', type: 'choice', choices: ['all', 'none'], default: 'all',
    help: 'Whether code that traps in WebAssembly must trap here too; none leaves checks out and what happens instead is undefined' },
  { name: 'nan', type: 'choice', choices: ['fast', 'exact'], default: 'fast',
    help: 'Whether the bits of NaNs may change where JavaScript engines change them' },
  { name: 'features', type: 'list', value: 'list', default: 'default',
    help: 'WebAssembly features to accept: all, default, mvp, or names of proposals, with - in front to turn one off' },
  { name: 'jspi', type: 'list', value: 'imports', default: '',
    help: 'Imports that may be WebAssembly.Suspending functions: all, references (none, but functions that come in through tables), or module.name with * for any text' },
  { name: 'engine', type: 'choice', choices: ['any', 'v8', 'jsc', 'spidermonkey', 'interpreter', 'hermes', 'quickjs'], default: 'any',
    help: 'The JavaScript engine to tune the output for; interpreter is any engine without a JIT, as in Lockdown Mode, and that output needs ES2020; today v8 and jsc are the same as any, hermes and quickjs as interpreter' },
  { name: 'name', type: 'text', value: 'identifier', default: undefined,
    help: 'Name of the global variable (--format iife), wasm if none is given' },
  { name: 'printIrAfter', type: 'text', value: 'pass', default: undefined,
    help: 'Print the functions after this pass instead of compiling' },
] as const satisfies readonly OptionRow[];

type Row = (typeof OPTIONS)[number];
/** What is passed for an option, and what it becomes. */
type Given<R> = R extends { type: 'list' } ? string | readonly string[] : Value<R>;
type Value<R> =
  R extends { type: 'choice'; choices: readonly (infer C)[] } ? C
  : R extends { type: 'flag' } ? boolean
  : R extends { type: 'integer' } ? number
  : R extends { default: undefined } ? string | undefined
  : string;

/** What `compile` takes: any of the options. */
export type CompileOptions = { readonly [R in Row as R['name']]?: Given<R> };
/** All options with their values settled. */
export type Options = { readonly [R in Row as R['name']]: Value<R> };

/** An option that does not exist, has a wrong value, or is not supported yet. */
export class OptionError extends TypeError {
  override readonly name = 'OptionError';
  /** As in the API, even when the message names the flag. */
  readonly option: string;

  constructor(option: string, message: string) {
    super(message);
    this.option = option;
  }
}

/** `sourceMap` -> `--source-map`. */
export const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

/** Fills in defaults; throws an `OptionError` for anything it does not know, a `TypeError` for what are no options at all. `spell` says how messages name an option. */
export function resolveOptions(given: object = {}, spell: (name: string) => string = (name) => name): Options {
  if (typeof given !== 'object' || (given as object | null) === null) throw new TypeError('the options must be an object');
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const row of OPTIONS) values[row.name] = row.default;
  for (const [name, value] of Object.entries(given)) {
    const row = OPTIONS.find((r) => r.name === name);
    if (row === undefined) throw new OptionError(name, `unknown option ${spell(name)}; known are ${OPTIONS.map((r) => spell(r.name)).join(', ')}`);
    if (value !== undefined) values[name] = checked(row, value, spell(name));
  }
  const options = values as Options;
  checkTogether(options, spell);
  return options;
}

function checked(row: OptionRow, value: unknown, shown: string): unknown {
  const wrong = (expected: string): never => {
    throw new OptionError(row.name, `${shown} must be ${expected}, not ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`);
  };
  switch (row.type) {
    case 'choice':
      if (typeof value !== 'string' || !row.choices.includes(value)) wrong(`one of ${row.choices.join(', ')}`);
      break;
    case 'flag':
      if (typeof value !== 'boolean') wrong('true or false');
      break;
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value) || value < row.min || value > row.max) wrong(`an integer from ${row.min} to ${row.max}`);
      break;
    case 'list':
      if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',');
      if (typeof value !== 'string') wrong('a string or an array of strings');
      break;
    case 'text':
      if (typeof value !== 'string') wrong('a string');
      break;
  }
  if (row.missing?.includes(String(value))) {
    throw new OptionError(row.name, row.type === 'flag' ? `${shown} is not supported yet` : `${shown} ${String(value)} is not supported yet`);
  }
  return value;
}

/** Is the output made for engines that interpret all of it? */
export const isInterpreter = (engine: Options['engine']): boolean => engine === 'interpreter' || engine === 'hermes' || engine === 'quickjs';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Combinations that mean nothing, and values that the table cannot tell. */
function checkTogether(o: Options, spell: (name: string) => string): void {
  const clash = (option: string, message: string): never => { throw new OptionError(option, message); };
  if (o.bindings === 'esm' && o.format !== 'esm') clash('bindings', `${spell('bindings')} esm needs ${spell('format')} esm`);
  if (o.bindings === 'esm' && o.data === 'file') clash('data', `${spell('data')} file does not go with ${spell('bindings')} esm, where nobody calls instantiate`);
  if (o.runtime === 'import' && o.format === 'iife') clash('runtime', `${spell('runtime')} import does not go with ${spell('format')} iife: a script cannot import`);
  if (o.minify && o.readable) clash('minify', `${spell('minify')} and ${spell('readable')} contradict each other`);
  if (o.name !== undefined && (!IDENTIFIER.test(o.name) || isReservedWord(o.name))) clash('name', `${spell('name')} must be an ASCII identifier and no reserved word, not ${JSON.stringify(o.name)}`);
  try {
    parseFeatures(o.features);
  } catch (e) {
    throw e instanceof CompileError ? new OptionError('features', `${spell('features')}: ${e.reason}`) : e;
  }
}
