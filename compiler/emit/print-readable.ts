// Text of syntax trees for `--readable`: laid out line by line, with spaces and braces. The compact printer is print.ts.
import { GENERATOR, generate, type State } from 'astring';
import type * as t from '@babel/types';
import { numberLiteral, stringLiteral } from './literals.js';

const generator = {
  ...GENERATOR,
  NumericLiteral(node: t.NumericLiteral, state: State) { state.write(numberLiteral(node.value)); },
  StringLiteral(node: t.StringLiteral, state: State) { state.write(stringLiteral(node.value)); },
  BooleanLiteral(node: t.BooleanLiteral, state: State) { state.write(String(node.value)); },
  NullLiteral(_: t.NullLiteral, state: State) { state.write('null'); },
  /** A chain of conditions stays at one depth. */
  IfStatement(node: t.IfStatement, state: State) {
    const { alternate } = node;
    const next = alternate?.type === 'BlockStatement' && alternate.body.length === 1 && alternate.body[0].type === 'IfStatement' ? alternate.body[0] : alternate;
    GENERATOR.IfStatement.call(this as never, { ...node, alternate: next } as never, state as never);
  },
};

export const printReadable = (node: t.Node): string => generate(node as never, { generator: generator as never, indent: '  ' });
