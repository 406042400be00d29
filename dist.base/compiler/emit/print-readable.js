// Text of syntax trees for `--readable`: laid out line by line, with spaces and braces. The compact printer is print.ts.
import { GENERATOR, generate } from 'astring';
import { numberLiteral, stringLiteral } from './literals.js';
const generator = {
    ...GENERATOR,
    NumericLiteral(node, state) { state.write(numberLiteral(node.value)); },
    StringLiteral(node, state) { state.write(stringLiteral(node.value)); },
    BooleanLiteral(node, state) { state.write(String(node.value)); },
    NullLiteral(_, state) { state.write('null'); },
};
export const printReadable = (node) => generate(node, { generator: generator, indent: '  ' });
