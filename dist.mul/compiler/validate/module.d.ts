import type { Module } from '../spec/module.js';
import { type ModuleContext } from './context.js';
import { type Features } from './features.js';
/** Spec 3.5.15, without the bodies. The result is also kept with the module, for `validateFunction`. */
export declare function validateModule(m: Module, features: Features): ModuleContext;
