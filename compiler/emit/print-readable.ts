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
};

export const printReadable = (node: t.Node): string => generate(node as never, { generator: generator as never, indent: '  ' });
