// From bytes to text: decodes and validates a module, drives its functions through the pipeline into the module emitter and
// links the result. The entry points differ only in what they do with the text.
import { decodeBranchHints } from './decode/branch-hints.js';
import { addCopies } from './decode/constant-arguments.js';
import { decodeModule } from './decode/module.js';
import { emitModule, type EmittedModule } from './emit/module.js';
import { functionSource } from './emit/module-functions.js';
import type { ModuleSource } from './emit/module-source.js';
import { EARLY_PASSES, LATE_PASSES } from './optimize/passes.js';
import { isInterpreter, OptionError, type Options } from './options.js';
import { compileBody, compileInitialiser, EXACT_PASSES, SPLIT_PASSES, type PipelineOptions } from './pipeline.js';
import type { Module } from './spec/module.js';
import { CompileError } from './spec/errors.js';
import { parseFeatures } from './validate/features.js';
import { validateFunction } from './validate/function.js';
import { validateModule } from './validate/module.js';

/** Milliseconds spent by stage. */
export interface Times { decode: number; validate: number; functions: number; emit: number; link: number }

export interface Translation {
  module: Module;
  emitted: EmittedModule;
  times: Times;
  /** What `printIrAfter` asked for. */
  ir: string | undefined;
}

const noTimes = (): Times => ({ decode: 0, validate: 0, functions: 0, emit: 0, link: 0 });
const now = (): number => performance.now();

/** A module that is known to be valid but for its function bodies, and the text of these on demand. */
export interface Prepared { module: Module; source: ModuleSource; times: Times; /** Filled as functions are compiled, with `printIrAfter`. */ printed: string[] }

export function prepare(bytes: Uint8Array, options: Options): Prepared {
  const times = noTimes();
  const start = now();
  const module = decodeModule(bytes);
  const decoded = now();
  times.decode = decoded - start;
  validateModule(module, parseFeatures(options.features));
  module.branchHints = decodeBranchHints(module);
  if (options.optimize >= 2) addCopies(module);
  times.validate = now() - decoded;

  checkPass(options.printIrAfter);
  const printed: string[] = [];
  const pipeline: PipelineOptions = {
    optimize: options.optimize as PipelineOptions['optimize'],
    exactNaNs: options.nan === 'exact',
    interprets: isInterpreter(options.engine),
    passes: options.printIrAfter === undefined ? {} : { printAfter: options.printIrAfter, print: (text) => { printed.push(text); } },
  };
  const timed = <T>(work: () => T): T => {
    const from = now();
    const result = work();
    times.functions += now() - from;
    return result;
  };
  const source = functionSource(module, {
    body: (index) => timed(() => compileBody(module, index, pipeline)),
    initialiser: (range, type) => timed(() => compileInitialiser(module, range, type, pipeline)),
  }, options.readable);
  return { module, source, times, printed };
}

/** Runs everything but linking. `hash` is the SHA-256 of `bytes`, or '' if nobody will look for it. */
export function translate(bytes: Uint8Array, options: Options, hash: string): Translation {
  const { module, source, times, printed } = prepare(bytes, options);
  const start = now();
  const emitted = emitModule(module, options, source, hash);
  times.emit = now() - start - times.functions;
  return { module, emitted, times, ir: options.printIrAfter === undefined ? undefined : printed.join('\n') };
}

function checkPass(name: string | undefined): void {
  const names = new Set(['all', ...[...EARLY_PASSES, ...LATE_PASSES, ...SPLIT_PASSES, EXACT_PASSES].flat().map((pass) => pass.name)]);
  if (name !== undefined && !names.has(name)) throw new OptionError('printIrAfter', `there is no pass ${JSON.stringify(name)}; known are ${[...names].join(', ')}`);
}

/** Whether the bytes are a valid module of these features. */
export function isValid(bytes: Uint8Array, features: string): boolean {
  try {
    const module = decodeModule(bytes);
    validateModule(module, parseFeatures(features));
    for (let index = module.importedFuncs; index < module.funcs.length; index++) validateFunction(module, index, null);
    return true;
  } catch (error) {
    if (error instanceof CompileError) return false;
    throw error;
  }
}
