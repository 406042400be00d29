import type { Range } from '../spec/module.js';
import type { ValType } from '../spec/types.js';
import type { ModuleEnv } from './module-env.js';
/** A function's declaration: its ordinary form, or if `tail` its tail form under that form's name (docs/abi.md, "Tail calls"). */
export interface FunctionText {
    text: string;
    tail: boolean;
    /** Its suspend form, if it may suspend; if `tail` under the name of the form that leaves tail calls to its caller. */
    suspend: string | undefined;
}
export interface ModuleSource {
    func(index: number, env: ModuleEnv): FunctionText;
    /** The declaration of a function without parameters, as `name`, that returns the value of a constant expression. */
    initialiser(range: Range, type: ValType, name: string, env: ModuleEnv): string;
    /**
     * Whether a function makes tail calls other than to itself. It may say so of one that turns out to have none left, when
     * they were in dead code.
     */
    mayTailCall(index: number): boolean;
}
