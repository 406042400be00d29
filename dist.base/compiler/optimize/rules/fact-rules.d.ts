import type { Node } from '../../ir/node.js';
import { type IrOpName } from '../../ir/ops.js';
import type { NodeSink } from '../rewrite.js';
export type FactRule = (sink: NodeSink, n: Node) => Node | null;
export declare const FACT_RULES: (FactRule | undefined)[];
/** Adds a rule, which is asked where those before it do not apply. */
export declare function onFacts(name: IrOpName, rule: FactRule): void;
/** A constant that the rule needs, in front of what it makes of it. */
export declare function i32Const(sink: NodeSink, value: number): Node;
