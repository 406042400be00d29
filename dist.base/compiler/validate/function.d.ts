import type { Module } from '../spec/module.js';
import type { FunctionSink } from './sink.js';
/**
 * Validates the body of a function that is not imported (spec 3.5.3) and hands its instructions to
 * `sink`. `validateModule` has accepted the module before. Throws `CompileError`.
 */
export declare function validateFunction(m: Module, funcIndex: number, sink: FunctionSink | null): void;
