import { emitFunction } from './function.js';
import { print as printCompact } from './print.js';
import { printReadable } from './print-readable.js';
import { tailCallScan } from './tail-forms.js';
export function functionSource(m, compiler, readable) {
    const print = readable ? printReadable : printCompact;
    return {
        mayTailCall: tailCallScan(m),
        func(index, env) {
            const fn = compiler.body(index);
            env.beginFunction(index, fn.tailCalls);
            const text = (form) => [fn, ...fn.pieces].map((each) => flat(print(form(each, env)))).join('\n');
            return { text: text(emitFunction), tail: fn.tailCalls, suspend: env.maySuspend(index) ? text(suspendForm) : undefined };
        },
        initialiser(range, type, name, env) {
            const declaration = emitFunction(compiler.initialiser(range, type), env);
            declaration.id = { type: 'Identifier', name };
            return print(declaration);
        },
    };
}
/** The same function once more, as a generator. */
function suspendForm(fn, env) {
    env.inSuspendForm = true;
    try {
        return emitFunction(fn, env);
    }
    finally {
        env.inSuspendForm = false;
    }
}
/** The same text in one piece: V8 keeps what was put together as a tree until a character is read, many times the size. */
function flat(text) {
    text.charCodeAt(text.length >> 1);
    return text;
}
