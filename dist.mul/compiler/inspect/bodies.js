// One walk over the function bodies that answers all that is asked about them: whether they are valid, which instructions
// they hold, and which of those the compiler cannot translate yet.
import { openBody } from '../decode/code.js';
import { FunctionBuilder } from '../ir/build.js';
import '../ir/builders.js';
import { CompileError } from '../spec/errors.js';
import { OPCODES } from '../spec/opcodes.js';
import { I64 } from '../spec/types.js';
import { validateFunction } from '../validate/function.js';
const reasonOf = (e) => (e instanceof CompileError ? e.reason : `internal error: ${String(e)}`);
/** Counts what it sees and hands it to a builder until that refuses. */
class Survey {
    #summary;
    #module;
    #builder;
    constructor(m, summary) {
        this.#module = m;
        this.#summary = summary;
    }
    begin(func, type, locals) {
        this.#build(() => {
            this.#builder = new FunctionBuilder(this.#module, undefined);
            this.#builder.begin(func, type, locals);
        });
    }
    instruction(i) {
        this.#summary.counts[i.op.id]++;
        if (this.#builder !== undefined)
            this.#build(() => this.#builder?.instruction(i));
    }
    #build(step) {
        try {
            step();
        }
        catch (e) {
            this.#summary.unsupported.add(reasonOf(e));
            this.#builder = undefined;
        }
    }
}
const emptySummary = () => ({ counts: new Float64Array(OPCODES.length), unsupported: new Set(), error: undefined });
/** Of a module that `validateModule` has accepted. Stops at the first invalid body. */
export function surveyBodies(m) {
    const summary = emptySummary();
    const survey = new Survey(m, summary);
    try {
        for (let f = m.importedFuncs; f < m.funcs.length; f++)
            validateFunction(m, f, survey);
    }
    catch (e) {
        if (!(e instanceof CompileError))
            throw e;
        return { ...countBodies(m), unsupported: summary.unsupported, error: e };
    }
    return summary;
}
/** Instructions alone, as far as they can be decoded, of a module that is not valid. */
export function countBodies(m) {
    const summary = emptySummary();
    for (let f = m.importedFuncs; f < m.funcs.length; f++) {
        if (m.types[m.funcs[f].type]?.composite.kind !== 'func')
            continue;
        try {
            const { reader } = openBody(m, f);
            while (!reader.atEnd) {
                reader.read(m.types);
                summary.counts[reader.instruction.op.id]++;
            }
        }
        catch (e) {
            if (!(e instanceof CompileError))
                throw e;
        }
    }
    return summary;
}
/** Whether an instruction works on 64-bit integers, as operand, result or memory access. */
export function isI64(op) {
    return op.name.startsWith('i64.') || op.params?.includes(I64) === true || op.results?.includes(I64) === true;
}
