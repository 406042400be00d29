// Emits a module as text: the object of docs/abi.md, "A module", with all functions inside `create`, where they share the
// instance's variables. The text is a list of chunks, one per function, so that the syntax trees of a large module never
// exist at the same time; whoever writes the file joins them once.
import { funcTypeAt, type Module } from '../spec/module.js';
import { Kind, kindOf } from '../spec/types.js';
import type { Options } from '../options.js';
import { stringLiteral } from './literals.js';
import { DataFile, inlineData } from './module-data.js';
import { ModuleEnv } from './module-env.js';
import { ModuleGlue } from './module-glue.js';
import { InstanceCode } from './module-instance.js';
import type { ModuleSource } from './module-source.js';
import { suspendingImports, suspendScan } from './suspend-forms.js';
import { exportsLiteral, importsLiteral, KIND_HELPERS, KIND_NUMBERS, typesLiteral } from './module-types.js';

export interface EmittedModule {
  /** Statements that declare `$module`; they refer to the helpers and, with `data`, to `$data`. */
  chunks: string[];
  /** Names of runtime helpers the statements refer to. */
  helpers: Set<string>;
  /** The bytes for `--data file`. */
  data: Uint8Array | undefined;
  /** Length of the functions' text. */
  functionsLength: number;
}

/** What identifiers inside `create` look like, unless they have a `$`. */
const OWN_NAME = /^(?:[A-Za-z]\d+[hjk]?|D|T|links)$/;

/** Helpers that JavaScript has: under a name of their own, they are shorter and found without two lookups. */
const MATH = ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'sqrt', 'trunc'] as const;

/** The constant of the module object. */
export const MODULE = '$module';

/** `hash` is the SHA-256 of the module, or '' where nobody looks for it. */
export function emitModule(m: Module, options: Pick<Options, 'traps' | 'readable' | 'data' | 'nan' | 'jspi'>, source: ModuleSource, hash: string): EmittedModule {
  const suspending = suspendingImports(m, options.jspi);
  const env = new ModuleEnv(m, options, (index) => source.mayTailCall(index), suspendScan(m, suspending));
  let needTypes = false;
  const glue = new ModuleGlue(m, {
    helper: (name) => env.helper(name),
    canonicalTypes: () => { needTypes = true; return '$T'; },
    exactNaNs: options.nan === 'exact',
  });
  const file = options.data === 'file' ? new DataFile() : undefined;
  const instance = new InstanceCode(m, env, glue, source, file ?? inlineData, options.nan === 'exact');

  const functions = emitFunctions(m, source, env);
  let functionsLength = 0;
  for (const text of functions) functionsLength += text.length;

  const result = instance.result();
  const declarations = instance.declare();
  for (const { kind } of [...m.exports, ...m.imports.map((i) => i.desc)]) env.helper(KIND_HELPERS[KIND_NUMBERS[kind]]);
  for (const name of env.uses.helpers) if (OWN_NAME.test(name)) throw new Error(`the runtime helper ${name} has a name that modules use`);
  const kinds = KIND_HELPERS.flatMap((name, number) => (env.uses.helpers.has(name) ? [`${number}:${name}`] : []));

  const types = typesLiteral(m);
  const head: string[] = [];
  const { helpers } = env.uses;
  const math = MATH.filter((name) => helpers.delete(name));
  if (math.length > 0) head.push(`const ${math.map((name) => `${name}=Math.${name}`).join()};\n`);
  if (needTypes) head.push(`const $types=${types},$T=${env.helper('canonTypes')}($types);\n`);
  head.push(...glue.declarations, ...env.shapes.declarations(env));
  head.push(
    `const ${MODULE}={\nabi:1,\nhash:${stringLiteral(hash)},\ntypes:${needTypes ? '$types' : types},\nimports:${importsLiteral(m)},\n`,
    `exports:${exportsLiteral(m)},\nglue:${glue.literal()},\nkinds:{${kinds.join()}},\n`,
    options.jspi === '' ? '' : `jspi:[${suspending.funcs.map((i) => i.at).join()}],\n`,
    // In parentheses, because V8 then compiles it with the file instead of reading it twice (5 to 20% of start-up).
    'create:(function(links,T){\n',
  );
  return {
    chunks: [...head, ...declarations, ...functions, ...instance.compiled, ...instance.run, result, '})};\n'],
    helpers,
    data: file?.bytes(),
    functionsLength,
  };
}

/** All functions, with both forms of those that make tail calls. */
function emitFunctions(m: Module, source: ModuleSource, env: ModuleEnv): string[] {
  const texts: string[] = [];
  const made = new Set<number>();
  for (let index = m.importedFuncs; index < m.funcs.length; index++) {
    const { text, tail, suspend } = source.func(index, env);
    texts.push(text, '\n');
    if (suspend !== undefined) texts.push(suspend, '\n');
    if (suspend !== undefined && tail) {
      const params = parameterWords(m, index);
      texts.push(`function* ${env.names.of('suspend', index)}(${params}){return yield*${env.helper('suspendTailLoop')}(${env.names.of('suspendTail', index)}(${params}))}\n`);
    }
    if (!tail) continue;
    made.add(index);
    const params = parameterWords(m, index);
    texts.push(`function ${env.func(index)}(${params}){return ${env.helper('tailLoop')}(${env.names.of('tail', index)}(${params}))}\n`);
  }
  for (const index of env.suspendTailForms) {
    if (made.has(index)) continue;
    const params = parameterWords(m, index);
    texts.push(`function* ${env.names.of('suspendTail', index)}(${params}){return yield*${env.names.of('suspend', index)}(${params})}\n`);
  }
  // Callers took these for functions with tail calls; an ordinary function does as a tail form, it leaves nothing in TC.
  for (const index of env.tailForms) {
    if (made.has(index)) continue;
    const params = parameterWords(m, index);
    texts.push(`function ${env.names.of('tail', index)}(${params}){return ${env.func(index)}(${params})}\n`);
  }
  return texts;
}

function parameterWords(m: Module, index: number): string {
  let words = 0;
  for (const t of funcTypeAt(m, m.funcs[index].type).params) words += kindOf(t) === Kind.I64 ? 2 : kindOf(t) === Kind.V128 ? 4 : 1;
  return Array.from({ length: words }, (_, k) => `a${k}`).join();
}
