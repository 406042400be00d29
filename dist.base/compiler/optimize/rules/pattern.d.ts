import { Kind } from '../../spec/types.js';
import { Node } from '../../ir/node.js';
/** The names rules may use; their place is where a match puts the node. */
declare const NAMES: readonly ['x', 'y', 'c', 'p', 'A', 'B'];
export type Bindings = Readonly<Record<(typeof NAMES)[number], Node>>;
export type Condition = (b: Bindings, bits: number) => boolean;
export type Rule = readonly [match: string, to: string, when?: Condition];
export declare const I32_CONST: number, I64_CONST: number, F32_CONST: number, F64_CONST: number;
/** By operation: 1 for the constants. */
export declare const IS_CONSTANT: Uint8Array<ArrayBuffer>;
export declare const CONST_OF_KIND: readonly number[];
export declare const Term: {
    readonly any: 0;
    readonly same: 1;
    readonly constant: 2;
    readonly literal: 3;
    readonly operation: 4;
};
/** A pattern or a result. `any`, `constant`: first sight of a name, `same`: seen before (in a result: always). */
export declare class Tree {
    readonly term: number;
    readonly slot: number;
    /** Operation, or the constant's operation of a literal. */
    readonly op: number;
    readonly lo: number;
    readonly hi: number;
    readonly kind: Kind;
    readonly args: readonly Tree[];
    constructor(term: number, slot: number, op: number, lo: number, hi: number, kind: Kind, args: readonly Tree[]);
}
export declare class CompiledRule {
    readonly source: Rule;
    readonly match: Tree;
    readonly to: Tree;
    readonly bits: number;
    /** Operation the first and second operand must have, or -1: what most rules fail on. */
    readonly first: number;
    readonly second: number;
    readonly when: Condition | null;
    constructor(source: Rule, match: Tree, to: Tree, bits: number);
}
/** Spells out the rules written for both widths. */
export declare function bothWidths(rules: readonly Rule[]): CompiledRule[];
/** Rules of one width; `bits` is what their conditions are told. */
export declare const oneWidth: (bits: number, rules: readonly Rule[]) => CompiledRule[];
/** What names matched, by slot; overwritten by the next match. */
export declare const matched: Node[];
/** Does the rule apply to `n`, whose operation is the rule's? Leaves `matched` filled. */
export declare function matchRule(rule: CompiledRule, n: Node): boolean;
/** Rules by the operation they begin with. */
export declare function indexRules(rules: readonly CompiledRule[]): readonly (readonly CompiledRule[] | undefined)[];
export declare const isComparison: (op: number) => boolean;
export {};
