import type { Module } from '../spec/module.js';
/** The statements around `body`, which declares the module object. */
export declare function bindings(m: Module, body: readonly string[]): Generator<string>;
