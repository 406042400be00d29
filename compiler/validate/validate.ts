// The whole of validation in one call, for when nothing is built from the bodies.
import type { Module } from '../spec/module.js';
import type { ModuleContext } from './context.js';
import type { Features } from './features.js';
import { validateFunction } from './function.js';
import { validateModule } from './module.js';

/** Accepts a valid module (spec 3.5) and throws `CompileError` for any other. */
export function validate(m: Module, features: Features): ModuleContext {
  const ctx = validateModule(m, features);
  for (let f = m.importedFuncs; f < m.funcs.length; f++) validateFunction(m, f, null);
  return ctx;
}
