import type * as t from '@babel/types';
export type Expression = t.Expression;
export type Statement = t.Statement;
export type Identifier = t.Identifier;
export type FunctionDeclaration = t.FunctionDeclaration;
export type BlockStatement = t.BlockStatement;
export type SwitchCase = t.SwitchCase;
export type SwitchStatement = t.SwitchStatement;
export type LVal = t.Identifier | t.MemberExpression;
export type BinaryOperator = t.BinaryExpression['operator'];
export type UnaryOperator = t.UnaryExpression['operator'];
export declare const identifier: (name: string) => t.Identifier;
export declare const ZERO: t.NumericLiteral;
export declare const NULL: t.NullLiteral;
export declare const TRUE: t.BooleanLiteral;
export declare const FALSE: t.BooleanLiteral;
export declare const UNDEFINED: t.UnaryExpression;
/** Any number, also those that have no literal of their own; NaN is the canonical one. */
export declare function number(value: number): Expression;
export declare const binary: (operator: BinaryOperator, left: Expression, right: Expression) => t.BinaryExpression;
export declare const unary: (operator: UnaryOperator, argument: Expression) => t.UnaryExpression;
export declare const conditional: (test: Expression, consequent: Expression, alternate: Expression) => t.ConditionalExpression;
export declare const call: (callee: Expression, args: Expression[]) => t.CallExpression;
export declare const construct: (callee: Expression, args: Expression[]) => t.NewExpression;
export declare const member: (object: Expression, name: string) => t.MemberExpression;
export declare const element: (object: Expression, index: Expression) => t.MemberExpression;
export declare const array: (elements: Expression[]) => t.ArrayExpression;
export declare const assignment: (left: LVal, right: Expression) => t.AssignmentExpression;
/** A comparison whose negation is not the opposite comparison, because an operand may be NaN. */
export declare const floatComparison: (operator: BinaryOperator, left: Expression, right: Expression) => t.BinaryExpression;
/** The negation of a condition; only its truth counts. */
export declare function negate(test: Expression): Expression;
/** The negation of a condition as a boolean, for where it is computed with. */
export declare function negation(test: Expression): Expression;
export declare const expressionStatement: (expression: Expression) => t.ExpressionStatement;
export declare const assign: (left: LVal, right: Expression) => t.ExpressionStatement;
export declare const block: (body: Statement[]) => t.BlockStatement;
export declare const ifStatement: (test: Expression, consequent: Statement[], alternate: Statement[] | null) => t.IfStatement;
export declare const labeled: (label: t.Identifier, body: Statement) => t.LabeledStatement;
export declare const breakTo: (label: t.Identifier | null) => t.BreakStatement;
export declare const continueTo: (label: t.Identifier | null) => t.ContinueStatement;
export declare const throwStatement: (argument: Expression) => t.ThrowStatement;
export declare const tryStatement: (body: t.BlockStatement, param: t.Identifier, handler: t.BlockStatement) => t.TryStatement;
export declare const returnStatement: (argument: Expression | null) => t.ReturnStatement;
export declare const forever: (body: Statement[]) => t.ForStatement;
export declare const whileStatement: (test: Expression, body: Statement[]) => t.WhileStatement;
export declare const doWhile: (body: Statement[], test: Expression) => t.DoWhileStatement;
export declare const switchStatement: (discriminant: Expression, cases: t.SwitchCase[]) => t.SwitchStatement;
export declare const switchCase: (test: Expression | null, consequent: Statement[]) => t.SwitchCase;
/** A call that never returns: what follows is not reached. */
export declare const neverReturns: (expression: Expression) => t.ExpressionStatement;
/** Does control never come out behind this statement? */
export declare function isJump(s: Statement): boolean;
export declare const endsInJump: (list: readonly Statement[]) => boolean;
export declare function variables(names: readonly {
    name: t.Identifier;
    init: Expression | null;
}[]): t.VariableDeclaration;
export declare const functionDeclaration: (name: string, params: t.Identifier[], body: Statement[]) => t.FunctionDeclaration;
export declare const generatorDeclaration: (name: string, params: t.Identifier[], body: Statement[]) => t.FunctionDeclaration;
/** `yield* iterable`: a call of a generator, as a generator makes it. */
export declare const delegate: (argument: Expression) => t.YieldExpression;
