// Runs one pass over IR given as text and compares text; the result must also verify.
import { expect } from 'vitest';
import { printFunction } from '../../compiler/ir/print.js';
import { verifyFunction } from '../../compiler/ir/verify.js';
import type { FunctionIR } from '../../compiler/ir/node.js';
import { canonicalText, parseFunction } from '../ir/parse.js';

export function runOn(text: string, ...passes: ((fn: FunctionIR) => unknown)[]): string {
  const fn = parseFunction(text);
  verifyFunction(fn, 'parse');
  for (const pass of passes) { pass(fn); verifyFunction(fn, pass.name); }
  return printFunction(fn);
}

export function expectPass(input: string, expected: string, ...passes: ((fn: FunctionIR) => unknown)[]): void {
  expect(canonicalText(runOn(input, ...passes))).toBe(canonicalText(expected));
}
