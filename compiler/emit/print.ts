// Text of syntax trees, as small as astring can be made to write it without renaming anything: no spaces or braces
// that nothing needs. Babel's literal nodes are added to what it knows.
import { GENERATOR, generate, type State } from 'astring';
import type * as t from '@babel/types';
import { numberLiteral, stringLiteral } from './literals.js';

type Write = (this: Printers, node: never, state: State) => void;
type Printers = Record<string, Write>;
type Printer = State & { generator: Printers; expressionsPrecedence: Record<string, number> };

const BINARY: Record<string, number> = {
  '||': 2, '&&': 4, '|': 5, '^': 6, '&': 7, '==': 8, '!=': 8, '===': 8, '!==': 8, '<': 9, '>': 9, '<=': 9, '>=': 9,
  '<<': 10, '>>': 10, '>>>': 10, '+': 11, '-': 11, '*': 12, '%': 12, '/': 12,
};
const UNARY = 15, CONDITIONAL = 1.5, ASSIGNMENT = 1, PRIMARY = 20;

/** How tightly an expression holds together. */
function precedence(e: t.Expression): number {
  switch (e.type) {
    case 'BinaryExpression': return BINARY[e.operator];
    case 'UnaryExpression': return UNARY;
    case 'ConditionalExpression': return CONDITIONAL;
    case 'AssignmentExpression': return ASSIGNMENT;
    default: return PRIMARY;
  }
}

function write(e: t.Node, state: Printer): void {
  const printer = state.generator[e.type];
  if (printer === undefined) throw new Error(`cannot print ${e.type}`);
  (printer as (node: t.Node, state: State) => void).call(state.generator, e, state);
}
function operand(e: t.Expression, least: number, state: Printer): void {
  if (precedence(e) >= least) { write(e, state); return; }
  state.write('(');
  write(e, state);
  state.write(')');
}
function list(nodes: readonly t.Node[], state: Printer): void {
  for (let i = 0; i < nodes.length; i++) {
    if (i > 0) state.write(',');
    write(nodes[i], state);
  }
}
/** Does the text of an expression start with this sign? Then a binary operator of the same sign needs a space. */
function startsWith(sign: string, e: t.Expression, least: number): boolean {
  for (;;) {
    if (precedence(e) < least) return false;
    if (e.type === 'UnaryExpression') return e.operator === sign;
    if (e.type !== 'BinaryExpression') return false;
    least = BINARY[e.operator];
    e = e.left as t.Expression;
  }
}

function statements(body: readonly t.Statement[], state: Printer): void {
  for (let i = 0; i < body.length; i++) write(body[i], state);
}
/** Statements that end by themselves, so that a lone one needs no braces. */
const BARE: ReadonlySet<string> = new Set(['ExpressionStatement', 'BreakStatement', 'ContinueStatement', 'ReturnStatement', 'ThrowStatement']);
const LOOPS: ReadonlySet<string> = new Set(['ForStatement', 'WhileStatement', 'DoWhileStatement', 'SwitchStatement']);

function lone(s: t.Statement): t.Statement | null {
  if (s.type !== 'BlockStatement') return s;
  return s.body.length === 1 && (BARE.has(s.body[0].type) || LOOPS.has(s.body[0].type)) ? s.body[0] : null;
}
/** Body of a loop or an arm of an `if`; `separator` stands before it where it has no brace. */
function arm(s: t.Statement, separator: string, state: Printer): void {
  const only = lone(s);
  if (only === null) { write(s, state); return; }
  // An `if` in a loop without braces would take the `else` of the one around it.
  if (LOOPS.has(only.type) && s.type === 'BlockStatement' && endsInIf(only)) { write(s, state); return; }
  state.write(separator);
  write(only, state);
}
function endsInIf(s: t.Statement): boolean {
  for (;;) {
    switch (s.type) {
      case 'IfStatement': return true;
      case 'LabeledStatement': case 'ForStatement': case 'WhileStatement': {
        if (s.body.type === 'BlockStatement' && lone(s.body) === null) return false;
        s = lone(s.body) as t.Statement;
        continue;
      }
      default: return false;
    }
  }
}

const printers = {
  NumericLiteral(node: t.NumericLiteral, state: Printer) { state.write(numberLiteral(node.value)); },
  StringLiteral(node: t.StringLiteral, state: Printer) { state.write(stringLiteral(node.value)); },
  BooleanLiteral(node: t.BooleanLiteral, state: Printer) { state.write(node.value ? '!0' : '!1'); },
  NullLiteral(_: t.NullLiteral, state: Printer) { state.write('null'); },
  Identifier(node: t.Identifier, state: Printer) { state.write(node.name, node as never); },

  BinaryExpression(node: t.BinaryExpression, state: Printer) {
    const { operator, right } = node;
    const p = BINARY[operator];
    operand(node.left as t.Expression, p, state);
    state.write(operator);
    if ((operator === '-' || operator === '+') && startsWith(operator, right, p + 1)) state.write(' ');
    operand(right, p + 1, state);
  },
  UnaryExpression(node: t.UnaryExpression, state: Printer) {
    state.write(node.operator === 'void' ? 'void ' : node.operator);
    if ((node.operator === '-' || node.operator === '+') && startsWith(node.operator, node.argument, UNARY)) state.write(' ');
    operand(node.argument, UNARY, state);
  },
  ConditionalExpression(node: t.ConditionalExpression, state: Printer) {
    operand(node.test, 2, state);
    state.write('?');
    operand(node.consequent, ASSIGNMENT, state);
    state.write(':');
    operand(node.alternate, ASSIGNMENT, state);
  },
  AssignmentExpression(node: t.AssignmentExpression, state: Printer) {
    write(node.left, state);
    state.write(node.operator);
    write(node.right, state);
  },
  CallExpression(node: t.CallExpression, state: Printer) {
    operand(node.callee as t.Expression, PRIMARY, state);
    state.write('(');
    list(node.arguments, state);
    state.write(')');
  },
  NewExpression(node: t.NewExpression, state: Printer) {
    state.write('new ');
    write(node.callee, state);
    state.write('(');
    list(node.arguments, state);
    state.write(')');
  },
  MemberExpression(node: t.MemberExpression, state: Printer) {
    operand(node.object as t.Expression, PRIMARY, state);
    state.write(node.computed ? '[' : '.');
    write(node.property, state);
    if (node.computed) state.write(']');
  },
  ArrayExpression(node: t.ArrayExpression, state: Printer) {
    state.write('[');
    list(node.elements as t.Expression[], state);
    state.write(']');
  },

  ExpressionStatement(node: t.ExpressionStatement, state: Printer) {
    write(node.expression, state);
    state.write(';');
  },
  BlockStatement(node: t.BlockStatement, state: Printer) {
    state.write('{');
    statements(node.body, state);
    state.write('}');
  },
  VariableDeclaration(node: t.VariableDeclaration, state: Printer) {
    state.write(`${node.kind} `);
    list(node.declarations, state);
    state.write(';');
  },
  VariableDeclarator(node: t.VariableDeclarator, state: Printer) {
    write(node.id, state);
    if (node.init === null || node.init === undefined) return;
    state.write('=');
    write(node.init, state);
  },
  IfStatement(node: t.IfStatement, state: Printer) {
    state.write('if(');
    write(node.test, state);
    state.write(')');
    arm(node.consequent, '', state);
    const { alternate } = node;
    if (alternate === null || alternate === undefined) return;
    state.write('else');
    if (alternate.type === 'BlockStatement' && alternate.body.length === 1 && alternate.body[0].type === 'IfStatement') {
      state.write(' ');
      write(alternate.body[0], state);
    } else arm(alternate, ' ', state);
  },
  ForStatement(node: t.ForStatement, state: Printer) {
    state.write('for(;;)');
    arm(node.body, '', state);
  },
  WhileStatement(node: t.WhileStatement, state: Printer) {
    state.write('while(');
    write(node.test, state);
    state.write(')');
    if (node.body.type === 'BlockStatement' && node.body.body.length === 0) state.write(';');
    else arm(node.body, '', state);
  },
  DoWhileStatement(node: t.DoWhileStatement, state: Printer) {
    state.write('do');
    arm(node.body, ' ', state);
    state.write('while(');
    write(node.test, state);
    state.write(');');
  },
  SwitchStatement(node: t.SwitchStatement, state: Printer) {
    state.write('switch(');
    write(node.discriminant, state);
    state.write('){');
    for (const { test, consequent } of node.cases) {
      if (test === null || test === undefined) state.write('default:');
      else {
        state.write('case ');
        write(test, state);
        state.write(':');
      }
      statements(consequent, state);
    }
    state.write('}');
  },
  LabeledStatement(node: t.LabeledStatement, state: Printer) {
    state.write(`${node.label.name}:`);
    write(node.body, state);
  },
  TryStatement(node: t.TryStatement, state: Printer) {
    state.write('try');
    write(node.block, state);
    const { param, body } = node.handler!;
    state.write('catch(');
    write(param!, state);
    state.write(')');
    write(body, state);
  },
  ThrowStatement(node: t.ThrowStatement, state: Printer) {
    state.write('throw ');
    write(node.argument, state);
    state.write(';');
  },
  BreakStatement(node: t.BreakStatement, state: Printer) { jump('break', node.label, state); },
  ContinueStatement(node: t.ContinueStatement, state: Printer) { jump('continue', node.label, state); },
  ReturnStatement(node: t.ReturnStatement, state: Printer) {
    state.write('return');
    if (node.argument !== null && node.argument !== undefined) {
      state.write(' ');
      write(node.argument, state);
    }
    state.write(';');
  },
  FunctionDeclaration(node: t.FunctionDeclaration, state: Printer) {
    state.write(`function ${node.id!.name}(`);
    list(node.params, state);
    state.write(')');
    write(node.body, state);
  },
};
function jump(keyword: string, label: t.Identifier | null | undefined, state: Printer): void {
  state.write(label === null || label === undefined ? `${keyword};` : `${keyword} ${label.name};`);
}

const generator = { ...GENERATOR, ...printers };

/** The text of a node, without a space that could be left out. */
export function print(node: t.Node): string {
  return generate(node as never, { generator: generator as never, indent: '', lineEnd: '' });
}
