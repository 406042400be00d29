// The section of branch hints: what is taken from it, what makes it invalid, and what hints change.
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { concat, customSection } from '../jsapi/beside/sections.js';
import { wasm } from '../module/wat.js';

const NAME = 'metadata.code.branch_hint';
const module = wasm(`(module
  (func (param i32) (result i32) (local i32)
    (if (i32.lt_s (local.get 0) (i32.const 70)) (then (local.set 1 (i32.const 50))) (else (local.set 1 (local.get 0))))
    (local.get 1))
  (func (param i32) (block (br_if 0 (local.get 0)) (unreachable))) (export "f" (func 0)) (export "g" (func 1)))`);
/** Where the sections with an id begin. */
function at(id: number): number {
  for (let p = 8; p < module.length;) {
    if (module[p] === id) return p;
    p += 2 + module[p + 1]; // all are short
  }
  throw new Error('no such section');
}
const CODE = at(10);
const withHints = (...sections: number[][]): Uint8Array => concat(module.subarray(0, CODE), ...sections.map((content) => customSection(NAME, content)), module.subarray(CODE));
const offsetOf = (func: number, op: number): number => {
  let body = CODE + 3;
  for (let k = 0; k < func; k++) body += 1 + module[body];
  return module.indexOf(op, body + 1) - body - 1;
};
const IF = offsetOf(0, 0x04), BR_IF = offsetOf(1, 0x0d);
const f = (bytes: Uint8Array): { text: string; warnings: string[] } => {
  const { code, warnings } = compile(bytes, { runtime: 'import' });
  return { text: /function f0\(.*/.exec(code)![0], warnings: warnings.map((w) => w.message) };
};

test('an if that is predicted stays a branch', () => {
  const plain = f(module), hinted = f(withHints([2, 0, 1, IF, 1, 0, 1, 1, BR_IF, 1, 1]));
  expect([plain.warnings, hinted.warnings]).toEqual([[], []]);
  expect(plain.text).not.toMatch(/\bif\b|\?/);
  expect(hinted.text).toMatch(/\bif\b|\?/);
});

test.each<[string, number[][], string]>([
  ['another instruction', [[1, 0, 1, IF + 1, 1, 0]], 'invalid target: there is no br_if or if at offset'],
  ['the same offset twice', [[1, 0, 2, IF, 1, 0, IF, 1, 0]], 'offsets in function 0 must be in order'],
  ['functions out of order', [[2, 1, 1, BR_IF, 1, 0, 0, 1, IF, 1, 0]], 'functions must be in order: 0 after 1'],
  ['no such function', [[1, 7, 0]], 'there is no body of a function 7'],
  ['a longer hint', [[1, 0, 1, IF, 2, 0, 0]], 'a hint of 2 bytes'],
  ['another value', [[1, 0, 1, IF, 1, 2]], 'unknown hint 2'],
  ['two sections', [[0], [0]], 'the section appears twice'],
  ['bytes behind', [[0, 0]], '1 bytes are left over'],
  ['too few bytes', [[1, 0]], 'unexpected end'],
])('%s', (_, sections, message) => {
  const { text, warnings } = f(withHints(...sections));
  expect(text).toBe(f(module).text);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('branch hints are not used: ');
  expect(warnings[0]).toContain(message);
});

test('behind the code', () => {
  expect(f(concat(module, customSection(NAME, [0]))).warnings[0]).toContain('must come before the code section');
});
