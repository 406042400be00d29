import { type FunctionIR } from '../ir/node.js';
/** The optimised IR of a callee that is worth inlining, or null. It is only read. */
export type InlineCandidates = (funcIndex: number) => FunctionIR | null;
/** How much code a function would bring along, or Infinity when it may not be inlined. */
export declare function inlineCost(fn: FunctionIR): number;
/** Inlines calls in `fn`; true if there were any. */
export declare function inlineCalls(fn: FunctionIR, candidates: InlineCandidates): boolean;
