// What happens to one function, from its bytes to IR ready for emission: validate and build, optimise, lower to
// words, optimise again. Functions are independent of one another, so whoever drives this chooses the order.
import { entryFunctions } from './decode/entry-functions.js';
import { InstructionReader } from './decode/instruction.js';
import { FunctionBuilder } from './ir/build.js';
import './ir/builders.js';
import type { FunctionIR } from './ir/node.js';
import { callCopies, copiesAmong, fixParameters, type Copies } from './optimize/constant-arguments.js';
import { inlineCalls, inlineCost, isRecursive, MAX_ANYWHERE, unrollRecursion, type InlineCandidates } from './optimize/inline.js';
import './lower/addresses.js';
import './lower/atomics.js';
import './lower/exceptions.js';
import './lower/gc.js';
import './lower/i64.js';
import './lower/division.js';
import './lower/simd/index.js';
import { exactNaNs } from './lower/exact-nans.js';
import { lowerTailCalls } from './lower/tail-calls.js';
import { WordLowering } from './lower/words.js';
import { EARLY_PASSES, LATE_PASSES, runPasses, type Pass, type PassContext } from './optimize/passes.js';
import { memorySizes, type MemorySizes } from './spec/memory-sizes.js';
import { funcTypeAt, type Module, type Range } from './spec/module.js';
import { isFloat, kindOf, type ValType } from './spec/types.js';
import { takeOutLoops } from './split/entry-loops.js';
import { splitFunction } from './split/split.js';
import { contextOf } from './validate/context.js';
import { validateFunction } from './validate/function.js';

const split: Pass = { name: 'split', run: splitFunction };
const entryLoops: Pass = { name: 'entry-loops', run: takeOutLoops, wants: (fn) => fn.isEntry && fn.pieces.length === 0 };
/** By level, once optimised: what no engine would take as a whole is taken apart. */
export const SPLIT_PASSES: readonly (readonly Pass[])[] = [[], [split], [split, entryLoops], [split, entryLoops]];
/** Last of all, with `nan: 'exact'`. */
export const EXACT_PASSES: readonly Pass[] = [{ name: 'exact-nans', run: exactNaNs, wants: (fn) => fn.hasFloats }];

export interface PipelineOptions {
  /** Optimisation level. */
  optimize: 0 | 1 | 2 | 3;
  passes: PassContext;
  /** Keep the bits of all NaNs. */
  exactNaNs?: boolean;
  /** Note what only output for interpreters asks for. */
  interprets?: boolean;
}

/** Bodies longer than this many bytes are not looked at as candidates for inlining. */
const MAX_INLINE_BYTES = 64;
/** The same of functions with floats among their arguments or results. */
const MAX_FLOAT_BYTES = 192;
/** The same of functions that call themselves. */
const MAX_RECURSIVE_BYTES = 192;

function isShort(m: Module, index: number, most: number): boolean {
  const { body } = m.funcs[index];
  return body !== undefined && body.end - body.start <= most;
}

const isFloatType = (type: ValType): boolean => isFloat(kindOf(type));
function takesFloats(m: Module, index: number): boolean {
  const { params, results } = funcTypeAt(m, m.funcs[index].type);
  return params.some(isFloatType) || results.some(isFloatType);
}

/** The function as it is inlined. */
function built(m: Module, index: number, options: PipelineOptions): FunctionIR {
  const fn = build(m, index, options);
  runPasses(fn, EARLY_PASSES[options.optimize], {});
  return fn;
}

const candidates = new WeakMap<Module, InlineCandidates>();

/** Which functions of a module may be inlined, each built and optimised once on first demand. */
function inlineCandidates(m: Module, options: PipelineOptions): InlineCandidates {
  let lookup = candidates.get(m);
  if (lookup !== undefined) return lookup;
  const known = new Map<number, FunctionIR | null>(), onlyInLoops = new Set<number>();
  lookup = (index, inLoop) => {
    let fn = known.get(index);
    if (fn === undefined) {
      fn = null;
      if (isShort(m, index, takesFloats(m, index) ? MAX_FLOAT_BYTES : MAX_INLINE_BYTES)) {
        const body = built(m, index, options), cost = inlineCost(body);
        if (cost < Infinity) fn = body;
        if (cost > MAX_ANYWHERE) onlyInLoops.add(index);
      }
      known.set(index, fn);
    }
    return inLoop || !onlyInLoops.has(index) ? fn : null;
  };
  candidates.set(m, lookup);
  return lookup;
}

const sizes = new WeakMap<Module, MemorySizes>();
function sizesOf(m: Module): MemorySizes {
  let known = sizes.get(m);
  if (known === undefined) sizes.set(m, known = memorySizes(m));
  return known;
}

const copies = new WeakMap<Module, Copies>();
function copiesOf(m: Module): Copies {
  let known = copies.get(m);
  if (known === undefined) copies.set(m, known = copiesAmong(m.funcs));
  return known;
}

function build(m: Module, index: number, options: PipelineOptions): FunctionIR {
  const builder = new FunctionBuilder(m, contextOf(m).funcName(index));
  validateFunction(m, index, builder);
  if (options.interprets === true) builder.fn.memorySizes = sizesOf(m);
  const { copy } = m.funcs[index];
  if (copy !== undefined) fixParameters(builder.fn, copy.fixed);
  callCopies(builder.fn, copiesOf(m), m.funcs);
  return builder.fn;
}

/** Compiles the body of function `index` of a module that `validateModule` has accepted. */
export function compileBody(m: Module, index: number, options: PipelineOptions): FunctionIR {
  const fn = build(m, index, options);
  if (options.optimize >= 2) {
    fn.isEntry = entryFunctions(m).has(index);
    if (isRecursive(fn) && isShort(m, index, MAX_RECURSIVE_BYTES)) unrollRecursion(fn, built(m, index, options));
    inlineCalls(fn, inlineCandidates(m, options));
  }
  return finish(fn, options);
}

/** Compiles a constant expression that gives one value of type `type`, as a function without parameters. */
export function compileInitialiser(m: Module, range: Range, type: ValType, options: PipelineOptions): FunctionIR {
  const reader = new InstructionReader(m.bytes, range.start, range.end);
  const builder = new FunctionBuilder(m, undefined);
  builder.beginExpression([type]);
  while (!reader.atEnd) {
    reader.read(m.types);
    builder.instruction(reader.instruction);
  }
  // It runs once, so its size does not matter, and pieces would need a function to belong to.
  return finish(builder.fn, options, false);
}

function finish(fn: FunctionIR, { optimize, passes, exactNaNs }: PipelineOptions, mayBeSplit = true): FunctionIR {
  runPasses(fn, EARLY_PASSES[optimize], passes);
  new WordLowering(fn).run();
  lowerTailCalls(fn);
  runPasses(fn, LATE_PASSES[optimize], passes);
  if (mayBeSplit) runPasses(fn, SPLIT_PASSES[optimize], passes);
  if (exactNaNs === true) for (const each of [fn, ...fn.pieces]) runPasses(each, EXACT_PASSES, passes);
  return fn;
}
