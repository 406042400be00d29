import { type FunctionIR } from '../ir/node.js';
/** Rewrites by the rules that look at operations only. */
export declare function simplify(fn: FunctionIR): void;
/** Rewrites also by what is known of ranges and bits, and leaves it in the nodes' flags. */
export declare function simplifyWithFacts(fn: FunctionIR): void;
