// What happens to one function, from its bytes to IR ready for emission: validate and build, optimise, lower to
// words, optimise again. Functions are independent of one another, so whoever drives this chooses the order.
import { InstructionReader } from './decode/instruction.js';
import { FunctionBuilder } from './ir/build.js';
import './ir/builders.js';
import { inlineCalls, inlineCost } from './optimize/inline.js';
import './lower/addresses.js';
import './lower/atomics.js';
import './lower/exceptions.js';
import './lower/gc.js';
import './lower/i64.js';
import './lower/simd/index.js';
import { exactNaNs } from './lower/exact-nans.js';
import { lowerTailCalls } from './lower/tail-calls.js';
import { WordLowering } from './lower/words.js';
import { EARLY_PASSES, LATE_PASSES, runPasses } from './optimize/passes.js';
import { splitFunction } from './split/split.js';
import { contextOf } from './validate/context.js';
import { validateFunction } from './validate/function.js';
const split = { name: 'split', run: splitFunction };
/** By level, once optimised: what no engine would take as a whole is taken apart. */
export const SPLIT_PASSES = [[], [split], [split], [split]];
/** Last of all, with `nan: 'exact'`. */
export const EXACT_PASSES = [{ name: 'exact-nans', run: exactNaNs, wants: (fn) => fn.hasFloats }];
/** Bodies longer than this many bytes are not looked at as candidates for inlining. */
const MAX_INLINE_BYTES = 64;
const candidates = new WeakMap();
/** Which functions of a module may be inlined, each built and optimised once on first demand. */
function inlineCandidates(m, options) {
    let lookup = candidates.get(m);
    if (lookup !== undefined)
        return lookup;
    const known = new Map();
    lookup = (index) => {
        let fn = known.get(index);
        if (fn !== undefined)
            return fn;
        fn = null;
        const body = m.funcs[index].body;
        if (body !== undefined && body.end - body.start <= MAX_INLINE_BYTES) {
            const built = build(m, index);
            runPasses(built, EARLY_PASSES[options.optimize], {});
            if (inlineCost(built) < Infinity)
                fn = built;
        }
        known.set(index, fn);
        return fn;
    };
    candidates.set(m, lookup);
    return lookup;
}
function build(m, index) {
    const builder = new FunctionBuilder(m, contextOf(m).funcName(index));
    validateFunction(m, index, builder);
    return builder.fn;
}
/** Compiles the body of function `index` of a module that `validateModule` has accepted. */
export function compileBody(m, index, options) {
    const fn = build(m, index);
    if (options.optimize >= 2)
        inlineCalls(fn, inlineCandidates(m, options));
    return finish(fn, options);
}
/** Compiles a constant expression that gives one value of type `type`, as a function without parameters. */
export function compileInitialiser(m, range, type, options) {
    const reader = new InstructionReader(m.bytes, range.start, range.end);
    const builder = new FunctionBuilder(m, undefined);
    builder.beginExpression([type]);
    while (!reader.atEnd) {
        reader.read(m.types);
        builder.instruction(reader.instruction);
    }
    return finish(builder.fn, options);
}
function finish(fn, { optimize, passes, exactNaNs }) {
    runPasses(fn, EARLY_PASSES[optimize], passes);
    new WordLowering(fn).run();
    lowerTailCalls(fn);
    runPasses(fn, LATE_PASSES[optimize], passes);
    runPasses(fn, SPLIT_PASSES[optimize], passes);
    if (exactNaNs === true)
        for (const each of [fn, ...fn.pieces])
            runPasses(each, EXACT_PASSES, passes);
    return fn;
}
