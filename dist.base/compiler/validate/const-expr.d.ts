import type { Range } from '../spec/module.js';
import { type ValType } from '../spec/types.js';
import type { ModuleContext } from './context.js';
/** Validates the constant expressions of one module. */
export declare class ConstExprValidator {
    #private;
    constructor(ctx: ModuleContext);
    /** The expression yields a value of type `result`; it sees the first `globals` globals. */
    check(range: Range, result: ValType, globals: number, section: string): void;
}
