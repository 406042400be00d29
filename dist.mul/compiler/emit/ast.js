export const identifier = (name) => ({ type: 'Identifier', name });
const literal = (value) => ({ type: 'NumericLiteral', value });
const SMALL = Array.from({ length: 256 }, (_, i) => literal(i));
export const ZERO = SMALL[0];
export const NULL = { type: 'NullLiteral' };
export const TRUE = { type: 'BooleanLiteral', value: true };
export const FALSE = { type: 'BooleanLiteral', value: false };
export const UNDEFINED = { type: 'UnaryExpression', operator: 'void', prefix: true, argument: ZERO };
const NAN = identifier('NaN');
const INFINITY = identifier('Infinity');
/** Any number, also those that have no literal of their own; NaN is the canonical one. */
export function number(value) {
    if (value > 0 || Object.is(value, 0)) {
        if (value < 256 && SMALL[value] !== undefined)
            return SMALL[value];
        return value === Infinity ? INFINITY : literal(value);
    }
    return value !== value ? NAN : unary('-', number(-value));
}
export const binary = (operator, left, right) => ({ type: 'BinaryExpression', operator, left, right });
export const unary = (operator, argument) => ({ type: 'UnaryExpression', operator, prefix: true, argument });
export const conditional = (test, consequent, alternate) => ({ type: 'ConditionalExpression', test, consequent, alternate });
export const call = (callee, args) => ({ type: 'CallExpression', callee, arguments: args });
export const construct = (callee, args) => ({ type: 'NewExpression', callee, arguments: args, typeParameters: null });
export const member = (object, name) => ({ type: 'MemberExpression', object, property: identifier(name), computed: false });
export const element = (object, index) => ({ type: 'MemberExpression', object, property: index, computed: true });
export const array = (elements) => ({ type: 'ArrayExpression', elements });
export const assignment = (left, right) => ({ type: 'AssignmentExpression', operator: '=', left, right });
/** A comparison whose negation is not the opposite comparison, because an operand may be NaN. */
export const floatComparison = (operator, left, right) => ({ type: 'BinaryExpression', operator, left, right, extra: { float: true } });
const OPPOSITE = {
    '===': '!==', '!==': '===', '<': '>=', '>=': '<', '>': '<=', '<=': '>',
};
/** The negation of a condition; only its truth counts. */
export function negate(test) {
    if (test.type === 'UnaryExpression' && test.operator === '!')
        return test.argument;
    if (test.type === 'BinaryExpression') {
        const opposite = OPPOSITE[test.operator];
        const equality = opposite === '===' || opposite === '!==';
        if (opposite !== undefined && (equality || test.extra === undefined))
            return binary(opposite, test.left, test.right);
    }
    return unary('!', test);
}
/** The negation of a condition as a boolean, for where it is computed with. */
export function negation(test) {
    const e = negate(test);
    return (e.type === 'UnaryExpression' && e.operator === '!') || (e.type === 'BinaryExpression' && e.operator in OPPOSITE) ? e : unary('!', test);
}
export const expressionStatement = (expression) => ({ type: 'ExpressionStatement', expression });
export const assign = (left, right) => expressionStatement(assignment(left, right));
const NO_DIRECTIVES = [];
export const block = (body) => ({ type: 'BlockStatement', body, directives: NO_DIRECTIVES });
export const ifStatement = (test, consequent, alternate) => ({ type: 'IfStatement', test, consequent: block(consequent), alternate: alternate === null ? null : block(alternate) });
export const labeled = (label, body) => ({ type: 'LabeledStatement', label, body });
export const breakTo = (label) => ({ type: 'BreakStatement', label });
export const continueTo = (label) => ({ type: 'ContinueStatement', label });
export const throwStatement = (argument) => ({ type: 'ThrowStatement', argument });
export const tryStatement = (body, param, handler) => ({ type: 'TryStatement', block: body, handler: { type: 'CatchClause', param, body: handler }, finalizer: null });
export const returnStatement = (argument) => ({ type: 'ReturnStatement', argument });
export const forever = (body) => ({ type: 'ForStatement', init: null, test: null, update: null, body: block(body) });
export const whileStatement = (test, body) => ({ type: 'WhileStatement', test, body: block(body) });
export const doWhile = (body, test) => ({ type: 'DoWhileStatement', body: block(body), test });
export const switchStatement = (discriminant, cases) => ({ type: 'SwitchStatement', discriminant, cases });
export const switchCase = (test, consequent) => ({ type: 'SwitchCase', test, consequent });
/** A call that never returns: what follows is not reached. */
export const neverReturns = (expression) => ({ type: 'ExpressionStatement', expression, extra: { jump: true } });
/** Does control never come out behind this statement? */
export function isJump(s) {
    switch (s.type) {
        case 'BreakStatement':
        case 'ContinueStatement':
        case 'ReturnStatement':
        case 'ThrowStatement': return true;
        case 'ExpressionStatement': return s.extra !== undefined;
        default: return false;
    }
}
export const endsInJump = (list) => list.length > 0 && isJump(list[list.length - 1]);
export function variables(names) {
    return {
        type: 'VariableDeclaration',
        kind: 'var',
        declarations: names.map(({ name, init }) => ({ type: 'VariableDeclarator', id: name, init })),
    };
}
export const functionDeclaration = (name, params, body) => ({ type: 'FunctionDeclaration', id: identifier(name), params, body: block(body), generator: false, async: false });
export const generatorDeclaration = (name, params, body) => ({ type: 'FunctionDeclaration', id: identifier(name), params, body: block(body), generator: true, async: false });
/** `yield* iterable`: a call of a generator, as a generator makes it. */
export const delegate = (argument) => ({ type: 'YieldExpression', delegate: true, argument });
