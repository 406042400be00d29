import type { Module } from '../spec/module.js';
import type { FeatureUse } from './features.js';
import type { TypeContext } from './type-context.js';
/** All type indices in the section refer to types declared before or in the same group, supertypes to earlier ones. */
export declare function checkTypeIndices(m: Module, features: FeatureUse): void;
/** Spec 3.2.9: each type matches its supertype, which is not final. */
export declare function checkSupertypes(m: Module, ctx: TypeContext): void;
