// The list of passes, by level. Each is a file, runs over one function and leaves well-formed IR; level 0 keeps only
// what makes output of bearable size.
import { verifyFunction } from '../ir/verify.js';
import { printFunction } from '../ir/print.js';
import { eliminateDeadCode } from './dce.js';
import { moveFloatBits } from './float-bits.js';
import { simplify, simplifyWithFacts } from './simplify.js';
const dce = { name: 'dce', run: eliminateDeadCode };
const shapes = { name: 'simplify', run: simplify };
const facts = { name: 'simplify-facts', run: simplifyWithFacts };
/** Words that lowering made are as general as the pairs and lanes they came from; other code was simplified before. */
const wordFacts = { ...facts, wants: (fn) => fn.hasWide || fn.hasVectors };
const floatBits = { name: 'float-bits', run: moveFloatBits, wants: (fn) => fn.hasFloats };
/** Where construction merged more than is read, that would cost every later walk. */
const deadMerges = { ...dce, wants: (fn) => fn.hasDeadMerges };
/** By level, before i64 is lowered. */
export const EARLY_PASSES = [[floatBits], [floatBits, shapes], [deadMerges, floatBits, facts], [deadMerges, floatBits, facts]];
/** By level, once only words are left. */
export const LATE_PASSES = [[dce], [dce], [wordFacts, dce], [wordFacts, dce]];
export function runPasses(fn, passes, ctx) {
    for (const pass of passes) {
        if (pass.wants !== undefined && !pass.wants(fn))
            continue;
        pass.run(fn, ctx);
        for (const each of [fn, ...fn.pieces]) {
            if (ctx.printAfter !== undefined && (ctx.printAfter === pass.name || ctx.printAfter === 'all')) {
                ctx.print?.(`; after ${pass.name}\n${printFunction(each)}`);
            }
            if (ctx.verify === true)
                verifyFunction(each, pass.name);
        }
    }
}
