import { type ErrorPlace } from '../spec/errors.js';
import type { MemoryType, TableType } from '../spec/module.js';
import type { FeatureUse } from './features.js';
/** Spec 3.2.11: the address type bounds the number of elements. */
export declare function checkTableLimits(t: TableType, features: FeatureUse, place: ErrorPlace): void;
/** Spec 3.2.12: pages up to the end of the address space; with pages of a byte the last byte is missing, as a size must fit. */
export declare function checkMemoryLimits(t: MemoryType, features: FeatureUse, place: ErrorPlace): void;
