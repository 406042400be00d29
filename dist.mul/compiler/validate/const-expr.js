// Constant expressions (spec 3.4.12): the initialisers of globals, tables, elements and the offsets of
// segments. They are walked as bodies are, with a list of what is constant before it.
import { OPCODES } from '../spec/opcodes.js';
import { I32 } from '../spec/types.js';
import { InstructionReader } from '../decode/instruction.js';
import { HANDLERS, applySignature } from './signatures.js';
import { WalkState } from './walk-state.js';
const CONSTANT = new Uint8Array(OPCODES.length);
const EXTENDED = new Uint8Array(OPCODES.length);
{
    const constant = [
        'i32.const', 'i64.const', 'f32.const', 'f64.const', 'v128.const', 'ref.null', 'ref.func', 'ref.i31', 'global.get', 'end',
        'struct.new', 'struct.new_default', 'array.new', 'array.new_default', 'array.new_fixed', 'any.convert_extern', 'extern.convert_any',
        'struct.new_desc', 'struct.new_default_desc',
    ];
    const extended = ['i32.add', 'i32.sub', 'i32.mul', 'i64.add', 'i64.sub', 'i64.mul'];
    for (const row of OPCODES) {
        if (constant.includes(row.name) || extended.includes(row.name))
            CONSTANT[row.id] = 1;
        if (extended.includes(row.name))
            EXTENDED[row.id] = 1;
    }
}
/** Validates the constant expressions of one module. */
export class ConstExprValidator {
    #ctx;
    #reader;
    #walk;
    constructor(ctx) {
        this.#ctx = ctx;
        this.#reader = new InstructionReader(ctx.module.bytes);
        this.#walk = new WalkState(ctx);
    }
    /** The expression yields a value of type `result`; it sees the first `globals` globals. */
    check(range, result, globals, section) {
        const w = this.#walk;
        const reader = this.#reader;
        const i = reader.instruction;
        w.section = reader.section = section;
        w.offset = range.start;
        w.constGlobals = globals;
        w.start(resultType(result));
        reader.reset(range.start, range.end);
        do {
            reader.read(this.#ctx.module.types);
            const { id } = i.op;
            w.offset = i.offset;
            if (CONSTANT[id] === 0)
                w.fail(`constant expression required: ${i.op.name} is not constant`);
            this.#ctx.firstUse(i.op, w.place());
            if (EXTENDED[id] !== 0)
                this.#ctx.features.require('extended-const', `${i.op.name} in a constant expression`, w.place());
            const handler = HANDLERS[id];
            if (handler === undefined)
                applySignature(w, id);
            else
                handler(w, i);
        } while (!reader.atEnd);
    }
}
const I32_RESULT = { kind: 'func', params: [], results: [I32] };
const resultType = (t) => (t === I32 ? I32_RESULT : { kind: 'func', params: [], results: [t] });
