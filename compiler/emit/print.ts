// Text of syntax trees, as small as it gets without renaming anything: no spaces, braces or semicolons that nothing
// needs. It writes the node types that emission builds (ast.ts) as bytes into one growing buffer: text is ASCII, and
// joining millions of short strings costs several times as much. The readable form is print-readable.ts.
import type * as t from '@babel/types';
import { numberLiteral, stringLiteral } from './literals.js';

const BINARY: Record<string, number> = {
  '??': 1.7, '||': 2, '&&': 4, '|': 5, '^': 6, '&': 7, '==': 8, '!=': 8, '===': 8, '!==': 8, '<': 9, '>': 9, '<=': 9, '>=': 9,
  '<<': 10, '>>': 10, '>>>': 10, '+': 11, '-': 11, '*': 12, '%': 12, '/': 12,
};
/** The same by the operator's first two characters: looking up a property by one of twenty names takes longer than writing it. */
const LEVELS = new Float64Array(1 << 14);
const twoOf = (operator: string): number => (operator.charCodeAt(0) << 7) | (operator.length > 1 ? operator.charCodeAt(1) : 0);
for (const [operator, level] of Object.entries(BINARY)) LEVELS[twoOf(operator)] = level;
const levelOf = (operator: string): number => LEVELS[twoOf(operator)];
// How tightly other expressions hold together.
const UNARY = 15, CONDITIONAL = 1.5, ASSIGNMENT = 1, PRIMARY = 20;

let buffer = new Uint8Array(1 << 16);
let end = 0;

function grow(length: number): void {
  const grown = new Uint8Array(2 * (buffer.length + length));
  grown.set(buffer);
  buffer = grown;
}
function put(s: string): void {
  const length = s.length, at = end;
  if (at + length > buffer.length) grow(length);
  const to = buffer;
  for (let i = 0; i < length; i++) to[at + i] = s.charCodeAt(i);
  end = at + length;
}
/** A single character, by its code: most of what is put are signs. */
function sign(code: number): void {
  if (end === buffer.length) grow(1);
  buffer[end++] = code;
}
const SPACE = 32, OPEN = 40, CLOSE = 41, COMMA = 44, DOT = 46, ZERO = 48, COLON = 58, SEMICOLON = 59, QUESTION = 63, OPEN_INDEX = 91, CLOSE_INDEX = 93, OPEN_BLOCK = 123, CLOSE_BLOCK = 125;
/** Closes a block; the semicolon before a brace is not needed. */
function close(): void {
  if (buffer[end - 1] === SEMICOLON) end--;
  sign(CLOSE_BLOCK);
}
/** A literal, the short ones digit by digit. */
function number(value: number): void {
  if (value < 1000 && value >>> 0 === value) {
    if (value > 99) sign(ZERO + (value / 100 | 0));
    if (value > 9) sign(ZERO + (value / 10 | 0) % 10);
    sign(ZERO + value % 10);
  } else put(value < 2 ** 32 && Number.isInteger(value) ? String(value) : numberLiteral(value));
}

function list(nodes: readonly t.Node[]): void {
  for (let i = 0; i < nodes.length; i++) {
    if (i > 0) sign(COMMA);
    expression(nodes[i], ASSIGNMENT);
  }
}
/** Does the text of an operand start with this sign? Then an operator of the same sign needs a space before it. */
function startsWith(sign: string, e: t.Expression, least: number): boolean {
  for (;;) {
    if (e.type === 'UnaryExpression') return e.operator === sign;
    if (e.type !== 'BinaryExpression' || levelOf(e.operator) < least) return false;
    least = levelOf(e.operator);
    e = e.left as t.Expression;
  }
}

/** Writes an expression, in parentheses if it holds together less tightly than `least`. */
function expression(e: t.Node, least: number): void {
  switch (e.type) {
    case 'Identifier': put(e.name); return;
    case 'NumericLiteral': number(e.value); return;
    case 'BinaryExpression': {
      const { operator, right } = e;
      const own = levelOf(operator);
      if (own < least) sign(OPEN);
      expression(e.left, own);
      put(operator);
      if ((operator === '-' || operator === '+') && startsWith(operator, right, own + 1)) sign(SPACE);
      expression(right, own + 1);
      if (own < least) sign(CLOSE);
      return;
    }
    case 'CallExpression':
      expression(e.callee, PRIMARY);
      sign(OPEN);
      list(e.arguments);
      sign(CLOSE);
      return;
    case 'MemberExpression':
      expression(e.object, PRIMARY);
      sign(e.computed ? OPEN_INDEX : DOT);
      expression(e.property, ASSIGNMENT);
      if (e.computed) sign(CLOSE_INDEX);
      return;
    case 'AssignmentExpression':
      if (ASSIGNMENT < least) sign(OPEN);
      expression(e.left, PRIMARY);
      put(e.operator);
      expression(e.right, ASSIGNMENT);
      if (ASSIGNMENT < least) sign(CLOSE);
      return;
    case 'UnaryExpression': {
      const { operator } = e;
      if (UNARY < least) sign(OPEN);
      put(operator === 'void' ? 'void ' : operator);
      if ((operator === '-' || operator === '+') && startsWith(operator, e.argument, UNARY)) sign(SPACE);
      expression(e.argument, UNARY);
      if (UNARY < least) sign(CLOSE);
      return;
    }
    case 'ConditionalExpression':
      if (CONDITIONAL < least) sign(OPEN);
      expression(e.test, 2);
      sign(QUESTION);
      expression(e.consequent, ASSIGNMENT);
      sign(COLON);
      expression(e.alternate, ASSIGNMENT);
      if (CONDITIONAL < least) sign(CLOSE);
      return;
    case 'LogicalExpression': {
      const own = levelOf(e.operator);
      if (own < least) sign(OPEN);
      // The others must not stand beside `??` without parentheses.
      expression(e.left, e.operator === '??' ? UNARY : own);
      put(e.operator);
      expression(e.right, e.operator === '??' ? UNARY : own + 1);
      if (own < least) sign(CLOSE);
      return;
    }
    case 'YieldExpression':
      if (ASSIGNMENT < least) sign(OPEN);
      put('yield*');
      expression(e.argument!, ASSIGNMENT);
      if (ASSIGNMENT < least) sign(CLOSE);
      return;
    case 'BooleanLiteral': put(e.value ? '!0' : '!1'); return;
    case 'NullLiteral': put('null'); return;
    case 'StringLiteral': put(stringLiteral(e.value)); return;
    case 'ArrayExpression':
      sign(OPEN_INDEX);
      list(e.elements as t.Expression[]);
      sign(CLOSE_INDEX);
      return;
    case 'NewExpression':
      put('new ');
      expression(e.callee, PRIMARY);
      sign(OPEN);
      list(e.arguments);
      sign(CLOSE);
      return;
    default: throw new Error(`cannot print ${e.type}`);
  }
}

function statements(body: readonly t.Statement[]): void {
  for (let i = 0; i < body.length; i++) statement(body[i]);
}
function braces(body: readonly t.Statement[]): void {
  sign(OPEN_BLOCK);
  statements(body);
  close();
}
/** Body of a loop or an arm of an `if`; before it without a brace stands `separator`. */
function arm(s: t.Statement, separator: string, beforeElse: boolean): void {
  if (s.type === 'BlockStatement') {
    if (s.body.length !== 1 || (beforeElse && takesElse(s.body[0]))) { braces(s.body); return; }
    s = s.body[0];
  }
  put(separator);
  statement(s);
}
/** Would an `else` after this statement become part of it? */
function takesElse(s: t.Statement): boolean {
  for (;;) {
    switch (s.type) {
      case 'IfStatement': return true;
      case 'LabeledStatement': case 'ForStatement': case 'WhileStatement': {
        const { body } = s;
        if (body.type === 'BlockStatement' && (body.body.length !== 1 || s.type === 'LabeledStatement')) return false;
        s = body.type === 'BlockStatement' ? body.body[0] : body;
        continue;
      }
      default: return false;
    }
  }
}

function statement(s: t.Statement): void {
  switch (s.type) {
    case 'ExpressionStatement':
      expression(s.expression, ASSIGNMENT);
      sign(SEMICOLON);
      return;
    case 'IfStatement': {
      const alternate = s.alternate ?? null;
      put('if(');
      expression(s.test, ASSIGNMENT);
      sign(CLOSE);
      arm(s.consequent, '', alternate !== null);
      if (alternate === null) return;
      put('else');
      arm(alternate, ' ', false);
      return;
    }
    case 'BreakStatement': jump('break', s.label); return;
    case 'ContinueStatement': jump('continue', s.label); return;
    case 'ReturnStatement':
      put('return');
      if (s.argument !== null && s.argument !== undefined) {
        sign(SPACE);
        expression(s.argument, ASSIGNMENT);
      }
      sign(SEMICOLON);
      return;
    case 'BlockStatement': braces(s.body); return;
    case 'ForStatement':
      put('for(;;)');
      arm(s.body, '', false);
      return;
    case 'WhileStatement':
      put('while(');
      expression(s.test, ASSIGNMENT);
      sign(CLOSE);
      arm(s.body, '', false);
      return;
    case 'DoWhileStatement':
      put('do');
      arm(s.body, ' ', false);
      put('while(');
      expression(s.test, ASSIGNMENT);
      put(');');
      return;
    case 'LabeledStatement':
      put(s.label.name);
      sign(COLON);
      statement(s.body);
      return;
    case 'SwitchStatement':
      put('switch(');
      expression(s.discriminant, ASSIGNMENT);
      put('){');
      for (const { test, consequent } of s.cases) {
        if (test === null || test === undefined) put('default:');
        else {
          put('case ');
          expression(test, ASSIGNMENT);
          sign(COLON);
        }
        statements(consequent);
      }
      close();
      return;
    case 'ThrowStatement':
      put('throw ');
      expression(s.argument, ASSIGNMENT);
      sign(SEMICOLON);
      return;
    case 'TryStatement':
      put('try');
      braces(s.block.body);
      put('catch(');
      expression(s.handler!.param!, PRIMARY);
      sign(CLOSE);
      braces(s.handler!.body.body);
      return;
    case 'VariableDeclaration':
      put(`${s.kind} `);
      s.declarations.forEach(({ id, init }, i) => {
        if (i > 0) sign(COMMA);
        expression(id, PRIMARY);
        if (init === null || init === undefined) return;
        put('=');
        expression(init, ASSIGNMENT);
      });
      sign(SEMICOLON);
      return;
    case 'FunctionDeclaration':
      put(`function${s.generator === true ? '*' : ''} ${s.id!.name}(`);
      list(s.params);
      sign(CLOSE);
      braces(s.body.body);
      return;
    default: throw new Error(`cannot print ${s.type}`);
  }
}
function jump(keyword: string, label: t.Identifier | null | undefined): void {
  put(keyword);
  if (label !== null && label !== undefined) {
    sign(SPACE);
    put(label.name);
  }
  sign(SEMICOLON);
}

const decoder = new TextDecoder();
/** The text of a statement. */
export function print(s: t.Statement): string {
  end = 0;
  statement(s);
  return decoder.decode(buffer.subarray(0, end));
}
