// The list of passes, by level. Each is a file, runs over one function and leaves well-formed IR; level 0 keeps only
// what makes output of bearable size.
import { verifyFunction } from '../ir/verify.js';
import { printFunction } from '../ir/print.js';
import type { FunctionIR } from '../ir/node.js';
import { addBarriers } from './barriers.js';
import { bulkLoops } from './bulk-loops.js';
import { shortenExtremes } from './carried-extremes.js';
import { dropCoveredLoads } from './covered-loads.js';
import { eliminateDeadCode } from './dce.js';
import { moveFloatBits } from './float-bits.js';
import { loadFloats } from './float-loads.js';
import { peelLoops } from './peel.js';
import { simplify, simplifyWithFacts } from './simplify.js';
import { unrollLoops } from './unroll.js';

export interface PassContext {
  /** `--print-ir-after`: name of the pass, or `all`. */
  printAfter?: string;
  print?: (text: string) => void;
  /** Check the IR after every pass. */
  verify?: boolean;
}

export interface Pass {
  readonly name: string;
  run(fn: FunctionIR, ctx: PassContext): void;
  /** Is there anything for the pass to do? */
  wants?(fn: FunctionIR): boolean;
}

const dce: Pass = { name: 'dce', run: eliminateDeadCode };
const shapes: Pass = { name: 'simplify', run: simplify };
const facts: Pass = { name: 'simplify-facts', run: simplifyWithFacts };
/** Words that lowering made are as general as the pairs and lanes they came from; other code was simplified before. */
const wordFacts: Pass = { ...facts, wants: (fn) => fn.hasWide || fn.hasVectors };

const floatBits: Pass = { name: 'float-bits', run: moveFloatBits, wants: (fn) => fn.hasFloats };

/** Shared memories may change between two loads. */
const floatLoads: Pass = { name: 'float-loads', run: loadFloats, wants: (fn) => fn.hasFloats && !fn.sharesMemory };
/** Of what lowering made. */
const wordFloatLoads: Pass = { ...floatLoads, wants: (fn) => fn.hasFloats && fn.hasVectors && !fn.sharesMemory };

const extremes: Pass = { name: 'carried-extremes', run: shortenExtremes, wants: (fn) => fn.hasCarriedExtremes };

const unroll: Pass = { name: 'unroll', run: unrollLoops, wants: (fn) => fn.hasFloats };

const peel: Pass = { name: 'peel', run: peelLoops, wants: (fn) => !fn.sharesMemory };

/** Of shared memories others may see the order of stores. */
const bulk: Pass = { name: 'bulk-loops', run: bulkLoops, wants: (fn) => !fn.sharesMemory };

const barriers: Pass = { name: 'barriers', run: addBarriers, wants: (fn) => fn.hasFloats };

/** Behind `dce`, which leaves all loads. */
const coveredLoads: Pass = { name: 'covered-loads', run: dropCoveredLoads, wants: (fn) => fn.hasWide || fn.hasVectors };

/** Where construction merged more than is read, that would cost every later walk. */
const deadMerges: Pass = { ...dce, wants: (fn) => fn.hasDeadMerges };
/** By level, before i64 is lowered. */
export const EARLY_PASSES: readonly (readonly Pass[])[] = [[floatBits], [floatBits, shapes], [deadMerges, floatBits, facts, floatLoads, extremes], [deadMerges, floatBits, facts, floatLoads, extremes]];
/** By level, once only words are left. */
export const LATE_PASSES: readonly (readonly Pass[])[] = [[dce], [dce], [wordFacts, wordFloatLoads, dce, coveredLoads, bulk, peel, unroll, barriers], [wordFacts, wordFloatLoads, dce, coveredLoads, bulk, peel, unroll, barriers]];

export function runPasses(fn: FunctionIR, passes: readonly Pass[], ctx: PassContext): void {
  for (const pass of passes) {
    if (pass.wants !== undefined && !pass.wants(fn)) continue;
    pass.run(fn, ctx);
    for (const each of [fn, ...fn.pieces]) {
      if (ctx.printAfter !== undefined && (ctx.printAfter === pass.name || ctx.printAfter === 'all')) {
        ctx.print?.(`; after ${pass.name}\n${printFunction(each)}`);
      }
      if (ctx.verify === true) verifyFunction(each, pass.name);
    }
  }
}
