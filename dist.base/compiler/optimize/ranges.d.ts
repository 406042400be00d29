import { type Node } from '../ir/node.js';
export declare const I32_MIN = -2147483648, I32_MAX = 2147483647, U32_MAX = 4294967295;
/** The greatest i64 is 1 less, which a double cannot say. */
export declare const I64_MIN: number, I64_MAX: number, EXACT: number;
/** Makes room for facts about nodes up to `id`. */
export declare function reserveFacts(id: number): void;
export declare const minOf: (n: Node) => number;
export declare const maxOf: (n: Node) => number;
/** Bits of the low word that are zero. */
export declare const zerosOf: (n: Node) => number;
/** Bits below the lowest one that is not known to be zero. */
export declare const lowMask: (z: number) => number;
/** What loads may give, by the part of their name after the type. */
export declare const LOADS: readonly (readonly [string, number, number])[];
/** Files what is known of `n` from its operands. */
export declare function computeFact(n: Node): void;
/** Files that nothing is known of `n`. */
export declare function computeUnknown(n: Node): void;
/** Files the facts of `v` under the merge `n`, as the first. */
export declare function beginMerge(n: Node, v: Node): void;
/** Widens the facts of the merge `n` by those of `v`. */
export declare function joinMerge(n: Node, v: Node): void;
/** Leaves a merge's facts in its flags once nothing more comes in. */
export declare function endMerge(n: Node): void;
/** Narrows the range of `n` until `widenTo` undoes it. */
export declare function narrow(n: Node, min: number, max: number): void;
/** How many facts are narrowed now. */
export declare const narrowedCount: () => number;
/** Undoes all but the first `count` narrowings. */
export declare function widenTo(count: number): void;
/** Files a range and zero bits found otherwise. */
export declare function setFact(n: Node, min: number, max: number, zeroMask: number): void;
