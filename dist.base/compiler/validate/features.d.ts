import { type ErrorPlace } from '../spec/errors.js';
import { type Proposal } from '../spec/opcode-row.js';
/** The proposals that are on. */
export type Features = ReadonlySet<Proposal>;
/** Everything there is. */
export declare const ALL_FEATURES: Features;
/** WebAssembly 3.0, and what browsers ship beside it: threads and legacy exceptions. */
export declare const DEFAULT_FEATURES: Features;
/** WebAssembly 1.0. */
export declare const MVP_FEATURES: Features;
/**
 * The features meant by a comma-separated list: `name` or `+name` turns one on, `-name` off, and
 * `all`, `default` or `mvp` replaces the set so far. The list starts from the default.
 */
export declare function parseFeatures(list: string): Features;
/** Checks uses of features against those that are on, and remembers them. */
export declare class FeatureUse {
    readonly enabled: Features;
    readonly used: Set<"bulk-memory" | "custom-descriptors" | "custom-page-sizes" | "exceptions" | "extended-const" | "function-references" | "gc" | "legacy-exceptions" | "memory64" | "multi-memory" | "multi-value" | "mutable-globals" | "mvp" | "reference-types" | "relaxed-simd" | "saturating-float-to-int" | "sign-extension" | "simd" | "tail-call" | "threads" | "wide-arithmetic">;
    constructor(enabled: Features);
    /** `what` needs the feature `p`. */
    require(p: Proposal, what: string, place: ErrorPlace): void;
}
