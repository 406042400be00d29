import { CompileError } from '../spec/errors.js';
export function failureOf(e) {
    if (e instanceof CompileError) {
        const { offset, section, func, funcName } = e;
        return { reason: e.reason, place: { offset, section, func, funcName }, stack: e.stack };
    }
    return { reason: e instanceof Error ? e.message : String(e), place: undefined, stack: e instanceof Error ? e.stack : undefined };
}
export function errorOf({ reason, place, stack }) {
    const error = place === undefined ? new Error(reason) : new CompileError(reason, place);
    if (stack !== undefined)
        error.stack = stack;
    return error;
}
