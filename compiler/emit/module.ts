// Emits a module as text: the object of docs/abi.md, "A module", with all functions inside `create`, where they share the
// instance's variables. The text is a list of chunks, one per function, so that the syntax trees of a large module never
// exist at the same time; whoever writes the file joins them once.
import { contentSum } from '../../runtime/webassembly/content-sum.js';
import type { Module } from '../spec/module.js';
import type { Options } from '../options.js';
import { dispatcherTexts } from './dispatch.js';
import { stringLiteral } from './literals.js';
import { DataFile, hexData, inlineData } from './module-data.js';
import { ModuleEnv } from './module-env.js';
import { ModuleGlue } from './module-glue.js';
import { InstanceCode } from './module-instance.js';
import type { ModuleSource } from './module-source.js';
import { suspendingImports, suspendScan } from './suspend-forms.js';
import { exportsLiteral, importsLiteral, KIND_HELPERS, KIND_NUMBERS, parameterWords, typesLiteral } from './module-types.js';

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
const OWN_NAME = /^(?:[A-Za-z]\d+[hjk]?|D|T|V|links)$/;

/** Helpers that JavaScript has: under a name of their own, they are shorter and found without two lookups. */
const MATH = ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'sqrt', 'trunc'] as const;

/** The constant of the module object. */
export const MODULE = '$module';

type EmitOptions = Pick<Options, 'engine' | 'traps' | 'readable' | 'data' | 'nan' | 'jspi' | 'optimize' | 'minify'>;

/** What functions see of their module. */
export const moduleEnv = (m: Module, options: EmitOptions, source: ModuleSource): ModuleEnv =>
  new ModuleEnv(m, options, (index) => source.mayTailCall(index), suspendScan(m, suspendingImports(m, options.jspi)));

/** A module's text in two steps, between which its functions are emitted, in the same process or elsewhere. */
export class ModuleEmission {
  readonly #m: Module;
  readonly #hash: string;
  readonly #glue: ModuleGlue;
  readonly #instance: InstanceCode;
  readonly #file: DataFile | undefined;
  #needTypes = false;
  #jspi = '';
  /** What emitted functions ask; what functions emitted elsewhere asked for has to be added to its `uses`. */
  readonly env: ModuleEnv;

  /** `hash` is the SHA-256 of the module, or '' where nobody looks for the module by its bytes. */
  constructor(m: Module, options: EmitOptions, source: ModuleSource, hash: string) {
    this.#m = m;
    this.#hash = hash;
    const env = this.env = moduleEnv(m, options, source);
    if (options.jspi !== '') this.#jspi = `jspi:[${suspendingImports(m, options.jspi).funcs.map((i) => i.at).join()}],\n`;
    this.#glue = new ModuleGlue(m, {
      helper: (name) => env.helper(name),
      canonicalTypes: () => { this.#needTypes = true; return '$T'; },
      exactNaNs: options.nan === 'exact',
    });
    this.#file = options.data === 'file' ? new DataFile() : undefined;
    this.#instance = new InstanceCode(m, env, this.#glue, source, this.#file ?? (options.minify ? hexData : inlineData), options.nan === 'exact');
  }

  /** `functions` are texts of all functions in order, in pieces of any size. */
  finish(functions: readonly string[]): EmittedModule {
    const m = this.#m, env = this.env, instance = this.#instance, glue = this.#glue;
    const forms = [...dispatcherTexts(m, env), ...missingTailForms(m, env)];
    let functionsLength = 0;
    for (const text of functions) functionsLength += text.length;
    for (const text of forms) functionsLength += text.length;

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
    if (this.#needTypes) head.push(`const $types=${types},$T=${env.helper('canonTypes')}($types);\n`);
    head.push(...glue.declarations, ...env.shapes.declarations(env));
    head.push(
      `const ${MODULE}={\nabi:1,\nhash:${stringLiteral(this.#hash)},\n${this.#hash === '' ? '' : `sum:'${contentSum(m.bytes)}',\n`}types:${this.#needTypes ? '$types' : types},\nimports:${importsLiteral(m)},\n`,
      `exports:${exportsLiteral(m)},\nglue:${glue.literal()},\nkinds:{${kinds.join()}},\n`,
      this.#jspi,
      // In parentheses, because V8 then compiles it with the file instead of reading it twice (5 to 20% of start-up).
      'create:(function(links,T){\n',
    );
    return {
      chunks: [...head, ...declarations, instance.around[0], ...functions, ...forms, instance.around[1], ...instance.compiled, ...instance.run, result, '})};\n'],
      helpers,
      data: this.#file?.bytes(),
      functionsLength,
    };
  }
}

/** The whole module, one function after the other. */
export function emitModule(m: Module, options: EmitOptions, source: ModuleSource, hash: string): EmittedModule {
  const emission = new ModuleEmission(m, options, source, hash);
  const functions: string[] = [];
  for (let index = m.importedFuncs; index < m.funcs.length; index++) functions.push(functionText(m, index, source, emission.env));
  return emission.finish(functions);
}

/** A function's text, with all the forms that it has. */
export function functionText(m: Module, index: number, source: ModuleSource, env: ModuleEnv): string {
  const { text, tail, suspend } = source.func(index, env);
  let all = `${text}\n`;
  if (suspend !== undefined) all += `${suspend}\n`;
  if (!tail) return all;
  const params = parameterWords(m, index);
  if (suspend !== undefined) all += `function* ${env.names.of('suspend', index)}(${params}){return yield*${env.helper('suspendTailLoop')}(${env.names.of('suspendTail', index)}(${params}))}\n`;
  return all + ordinaryForm(env.func(index), params, `${env.names.of('tail', index)}(${params})`, env.helper('TC'), env.helper('tailLoop'));
}

/** Chains inside recursions that used up what `TC` has may still make as many tail calls as calls. */
const FEWEST = 4;

/** Runs the chain that its tail form starts, and gives `TC` back the calls it took, also when something is thrown. */
const ordinaryForm = (name: string, params: string, tail: string, tc: string, tailLoop: string): string =>
  `function ${name}(${params}){const n=${tc}.n,m=n>${FEWEST}?n:${FEWEST};${tc}.n=m;try{return ${tailLoop}(${tail},m)}finally{${tc}.n=n}}\n`;

/** Callers took these for functions with tail calls; an ordinary function does as a tail form, it leaves nothing in TC. */
function missingTailForms(m: Module, env: ModuleEnv): string[] {
  const { tailForms, suspendTailForms, ownTailForms } = env.uses;
  const missing = (asked: ReadonlySet<number>): number[] => [...asked].filter((index) => !ownTailForms.has(index)).sort((a, b) => a - b);
  return [
    ...missing(suspendTailForms).map((index) => {
      const params = parameterWords(m, index);
      return `function* ${env.names.of('suspendTail', index)}(${params}){return yield*${env.names.of('suspend', index)}(${params})}\n`;
    }),
    ...missing(tailForms).map((index) => {
      const params = parameterWords(m, index);
      return `function ${env.names.of('tail', index)}(${params}){return ${env.func(index)}(${params})}\n`;
    }),
  ];
}
