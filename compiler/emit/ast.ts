// The syntax trees that emission builds: Babel's node types, as plain object literals made by the few constructors
// below. Babel's own builders validate every field and cost ten times as much, which matters at millions of nodes.
// Identifiers and small numbers are shared between trees; nobody may write to a node once it is in use.
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

export const identifier = (name: string): t.Identifier => ({ type: 'Identifier', name });

const literal = (value: number): t.NumericLiteral => ({ type: 'NumericLiteral', value });
const SMALL = Array.from({ length: 1024 }, (_, i) => literal(i));
export const ZERO = SMALL[0];
export const NULL: t.NullLiteral = { type: 'NullLiteral' };
export const TRUE: t.BooleanLiteral = { type: 'BooleanLiteral', value: true };
export const FALSE: t.BooleanLiteral = { type: 'BooleanLiteral', value: false };
export const UNDEFINED: t.UnaryExpression = { type: 'UnaryExpression', operator: 'void', prefix: true, argument: ZERO };
const NAN = identifier('NaN');
const INFINITY = identifier('Infinity');

/** Any number, also those that have no literal of their own; NaN is the canonical one. */
export function number(value: number): Expression {
  if (value > 0 || Object.is(value, 0)) {
    if (value < SMALL.length && value >>> 0 === value) return SMALL[value];
    return value === Infinity ? INFINITY : literal(value);
  }
  return value !== value ? NAN : unary('-', number(-value));
}

export const binary = (operator: BinaryOperator, left: Expression, right: Expression): t.BinaryExpression => ({ type: 'BinaryExpression', operator, left, right });
export const logical = (operator: t.LogicalExpression['operator'], left: Expression, right: Expression): t.LogicalExpression => ({ type: 'LogicalExpression', operator, left, right });
export const unary = (operator: UnaryOperator, argument: Expression): t.UnaryExpression => ({ type: 'UnaryExpression', operator, prefix: true, argument });
export const conditional = (test: Expression, consequent: Expression, alternate: Expression): t.ConditionalExpression =>
  ({ type: 'ConditionalExpression', test, consequent, alternate });
export const call = (callee: Expression, args: Expression[]): t.CallExpression => ({ type: 'CallExpression', callee, arguments: args });
export const construct = (callee: Expression, args: Expression[]): t.NewExpression => ({ type: 'NewExpression', callee, arguments: args, typeParameters: null });
export const member = (object: Expression, name: string): t.MemberExpression =>
  ({ type: 'MemberExpression', object, property: identifier(name), computed: false });
export const element = (object: Expression, index: Expression): t.MemberExpression =>
  ({ type: 'MemberExpression', object, property: index, computed: true });
export const array = (elements: Expression[]): t.ArrayExpression => ({ type: 'ArrayExpression', elements });
/** As a statement only: it becomes one for each (control.ts). */
export const sequence = (expressions: Expression[]): t.SequenceExpression => ({ type: 'SequenceExpression', expressions });
export const assignment = (left: LVal, right: Expression): t.AssignmentExpression => ({ type: 'AssignmentExpression', operator: '=', left, right });

/** A comparison whose negation is not the opposite comparison, because an operand may be NaN. */
export const floatComparison = (operator: BinaryOperator, left: Expression, right: Expression): t.BinaryExpression =>
  ({ type: 'BinaryExpression', operator, left, right, extra: { float: true } });

const OPPOSITE: Partial<Record<BinaryOperator, BinaryOperator>> = {
  '===': '!==', '!==': '===', '<': '>=', '>=': '<', '>': '<=', '<=': '>',
};
/** The negation of a condition; only its truth counts. */
export function negate(test: Expression): Expression {
  if (test.type === 'UnaryExpression' && test.operator === '!') return test.argument;
  if (test.type === 'BinaryExpression') {
    const opposite = OPPOSITE[test.operator];
    const equality = opposite === '===' || opposite === '!==';
    if (opposite !== undefined && (equality || test.extra === undefined)) return binary(opposite, test.left as Expression, test.right);
  }
  return unary('!', test);
}
/** The negation of a condition as a boolean, for where it is computed with. */
export function negation(test: Expression): Expression {
  const e = negate(test);
  return (e.type === 'UnaryExpression' && e.operator === '!') || (e.type === 'BinaryExpression' && e.operator in OPPOSITE) ? e : unary('!', test);
}

export const expressionStatement = (expression: Expression): t.ExpressionStatement => ({ type: 'ExpressionStatement', expression });
export const assign = (left: LVal, right: Expression): t.ExpressionStatement => expressionStatement(assignment(left, right));
const NO_DIRECTIVES: t.Directive[] = [];
export const block = (body: Statement[]): t.BlockStatement => ({ type: 'BlockStatement', body, directives: NO_DIRECTIVES });
export const ifStatement = (test: Expression, consequent: Statement[], alternate: Statement[] | null): t.IfStatement =>
  ({ type: 'IfStatement', test, consequent: block(consequent), alternate: alternate === null ? null : block(alternate) });
export const labeled = (label: t.Identifier, body: Statement): t.LabeledStatement => ({ type: 'LabeledStatement', label, body });
export const breakTo = (label: t.Identifier | null): t.BreakStatement => ({ type: 'BreakStatement', label });
export const continueTo = (label: t.Identifier | null): t.ContinueStatement => ({ type: 'ContinueStatement', label });
export const throwStatement = (argument: Expression): t.ThrowStatement => ({ type: 'ThrowStatement', argument });
export const tryStatement = (body: t.BlockStatement, param: t.Identifier, handler: t.BlockStatement): t.TryStatement =>
  ({ type: 'TryStatement', block: body, handler: { type: 'CatchClause', param, body: handler }, finalizer: null });
export const returnStatement = (argument: Expression | null): t.ReturnStatement => ({ type: 'ReturnStatement', argument });
export const forever = (body: Statement[]): t.ForStatement => ({ type: 'ForStatement', init: null, test: null, update: null, body: block(body) });
export const whileStatement = (test: Expression, body: Statement[]): t.WhileStatement => ({ type: 'WhileStatement', test, body: block(body) });
export const doWhile = (body: Statement[], test: Expression): t.DoWhileStatement => ({ type: 'DoWhileStatement', body: block(body), test });
export const switchStatement = (discriminant: Expression, cases: t.SwitchCase[]): t.SwitchStatement => ({ type: 'SwitchStatement', discriminant, cases });
export const switchCase = (test: Expression | null, consequent: Statement[]): t.SwitchCase => ({ type: 'SwitchCase', test, consequent });

/** A call that never returns: what follows is not reached. */
export const neverReturns = (expression: Expression): t.ExpressionStatement => ({ type: 'ExpressionStatement', expression, extra: { jump: true } });

/** Does control never come out behind this statement? */
function isJump(s: Statement): boolean {
  switch (s.type) {
    case 'BreakStatement': case 'ContinueStatement': case 'ReturnStatement': case 'ThrowStatement': return true;
    case 'ExpressionStatement': return s.extra !== undefined;
    default: return false;
  }
}
export const endsInJump = (list: readonly Statement[]): boolean => list.length > 0 && isJump(list[list.length - 1]);

export function variables(names: readonly { name: t.Identifier; init: Expression | null }[]): t.VariableDeclaration {
  return {
    type: 'VariableDeclaration',
    kind: 'var',
    declarations: names.map(({ name, init }): t.VariableDeclarator => ({ type: 'VariableDeclarator', id: name, init })),
  };
}
export const functionDeclaration = (name: string, params: t.Identifier[], body: Statement[]): t.FunctionDeclaration =>
  ({ type: 'FunctionDeclaration', id: identifier(name), params, body: block(body), generator: false, async: false });
export const generatorDeclaration = (name: string, params: t.Identifier[], body: Statement[]): t.FunctionDeclaration =>
  ({ type: 'FunctionDeclaration', id: identifier(name), params, body: block(body), generator: true, async: false });
/** `yield* iterable`: a call of a generator, as a generator makes it. */
export const delegate = (argument: Expression): t.YieldExpression => ({ type: 'YieldExpression', delegate: true, argument });
