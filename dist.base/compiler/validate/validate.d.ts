import type { Module } from '../spec/module.js';
import type { ModuleContext } from './context.js';
import type { Features } from './features.js';
/** Accepts a valid module (spec 3.5) and throws `CompileError` for any other. */
export declare function validate(m: Module, features: Features): ModuleContext;
