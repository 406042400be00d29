import type { FunctionIR } from '../ir/node.js';
import type { Module, Range } from '../spec/module.js';
import type { ValType } from '../spec/types.js';
import type { ModuleSource } from './module-source.js';
/** The stages before emission. */
export interface BodyCompiler {
    body(index: number): FunctionIR;
    initialiser(range: Range, type: ValType): FunctionIR;
}
export declare function functionSource(m: Module, compiler: BodyCompiler, readable: boolean): ModuleSource;
