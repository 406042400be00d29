import { opTable } from '../ir/op-classes.js';
import type { Node } from '../ir/node.js';
export { opTable };
export declare const repeats: (op: number, operand: number) => boolean;
export declare const isConditional: (op: number, operand: number) => boolean;
export declare const readsViewBefore: (op: number, effects: number) => boolean;
/** Operations that check their last operand before they evaluate the others: `callee(T, i, t).f(a, b)`. */
export declare const checksLastFirst: (op: number) => boolean;
/** What that check does. */
export declare const CHECK_EFFECTS: number;
/** May this division trap? Not by a constant other than 0, nor other than -1 where the quotient could overflow. */
export declare function divisionTraps(n: Node): boolean;
/** Effects of an operation, sharper than the table where the operands say more. */
export declare function effectsHere(n: Node): number;
export declare const isDroppable: (effects: number) => boolean;
