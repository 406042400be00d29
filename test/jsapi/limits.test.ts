// The implementation limits of the JavaScript API: at the limit a module is accepted, beyond it refused with what and where; and
// bodies that nest as deep as their size allows.
import WebAssembly, { configure } from 'dewasm/webassembly';
import { describe, expect, test } from 'vitest';

const W = WebAssembly as unknown as typeof globalThis.WebAssembly;

function leb(n: number): number[] {
  const bytes: number[] = [];
  for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) | 128);
  return [...bytes, n];
}
type Bytes = ArrayLike<number>;
/** All in one piece: a million numbers are too many for spreading. */
function join(...parts: Bytes[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const p of parts) {
    whole.set(p, at);
    at += p.length;
  }
  return whole;
}
function repeat(n: number, ...bytes: number[]): Uint8Array {
  const whole = new Uint8Array(n * bytes.length);
  for (let k = 0; k < whole.length; k++) whole[k] = bytes[k % bytes.length];
  return whole;
}
const section = (id: number, ...content: Bytes[]): Uint8Array => join([id], leb(join(...content).length), ...content);
const module = (...sections: Uint8Array[]): Uint8Array<ArrayBuffer> => join([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], ...sections) as Uint8Array<ArrayBuffer>;
const NOTHING = section(1, [1, 0x60, 0, 0]), UNARY = section(1, [1, 0x60, 1, 0x7f, 1, 0x7f]), ONE = section(3, [1, 0]), F = section(7, [1, 1, 0x66, 0, 0]);
const code = (...body: Bytes[]): Uint8Array => section(10, [1], leb(join(...body).length), ...body);

const CASES: Record<string, [limit: number, make: (n: number) => Uint8Array<ArrayBuffer>, message: RegExp]> = {
  types: [1_000_000, (n) => module(section(1, leb(n), repeat(n, 0x60, 0, 0))), /type section: too many recursive groups: 1000001, the limit is 1000000/],
  imports: [1_000_000, (n) => module(NOTHING, section(2, leb(n), repeat(n, 0, 0, 0, 0))), /import section: too many imports: 1000001, the limit is 1000000/],
  globals: [1_000_000, (n) => module(section(6, leb(n), repeat(n, 0x7f, 0, 0x41, 0, 0x0b))), /global section: too many globals: 1000001/],
  functions: [1_000_000, (n) => module(NOTHING, section(3, leb(n), repeat(n, 0)), section(10, leb(n), repeat(n, 2, 0, 0x0b))), /function section: too many functions: 1000001/],
  tags: [1_000_000, (n) => module(NOTHING, section(13, leb(n), repeat(n, 0, 0))), /tag section: too many tags: 1000001/],
  tables: [100_000, (n) => module(section(4, leb(n), repeat(n, 0x70, 0, 1))), /table section: too many tables: 100001/],
  memories: [100_000, (n) => module(section(5, leb(n), repeat(n, 0, 0))), /memory section: too many memories: 100001/],
  'data segments': [100_000, (n) => module(section(5, [1, 0, 1]), section(11, leb(n), repeat(n, 0, 0x41, 0, 0x0b, 0))), /data section: too many data segments: 100001/],
  parameters: [1000, (n) => module(section(1, [1, 0x60], leb(n), repeat(n, 0x7f), [0])), /type section: too many parameters: 1001/],
  results: [1000, (n) => module(section(1, [1, 0x60, 0], leb(n), repeat(n, 0x7f))), /type section: too many results: 1001/],
  fields: [10_000, (n) => module(section(1, [1, 0x5f], leb(n), repeat(n, 0x7f, 0))), /type section: too many fields: 10001/],
  locals: [50_000, (n) => module(NOTHING, ONE, code([1], leb(n), [0x7f, 0x0b])), /function 0: too many locals; the limit is 50000/],
  'the size of a body': [7_654_321, (n) => module(NOTHING, ONE, code([0], repeat(n - 2, 1), [0x0b])), /function 0: the body has 7654322 bytes, the limit is 7654321/],
  'targets of br_table': [65_520, (n) => module(NOTHING, ONE, code([0, 0x41, 0, 0x0e], leb(n), repeat(n + 1, 0), [0x0b])), /function 0: too many br_table targets: 65521/],
  'pages of a memory': [65_536, (n) => module(section(5, [1, 0], leb(n))), /memory section: memory size must be at most 65536 pages/],
  'the maximum of a memory': [65_536, (n) => module(section(5, [1, 1, 0], leb(n))), /memory section: memory size must be at most 65536 pages/],
};

test.each(Object.entries(CASES))('%s', { timeout: 300_000 }, (_, [limit, make, message]) => {
  const most = make(limit), more = make(limit + 1);
  expect(W.validate(most)).toBe(true);
  expect(W.validate(more)).toBe(false);
  expect(() => new W.Module(more)).toThrow(W.CompileError);
  expect(() => new W.Module(more)).toThrow(message);
  expect(() => new W.Module(more)).toThrow(/0x[0-9a-f]+: /);
});

test.each(['parameters', 'results', 'locals', 'the size of a body', 'targets of br_table', 'data segments', 'memories'])('compiles at the limit: %s', { timeout: 300_000 }, (name) => {
  const [limit, make] = CASES[name];
  expect(new W.Instance(new W.Module(make(limit)))).toBeInstanceOf(W.Instance);
});

test('entries of tables are limited when there are too many', () => {
  const declared = (n: number): WebAssembly.Module => new W.Module(module(section(4, [1, 0x70, 0], leb(n))));
  expect(() => new W.Instance(declared(10_000_001))).toThrow(RangeError);
  expect(() => new W.Table({ element: 'anyfunc', initial: 10_000_001 })).toThrow(RangeError);
  expect(() => new W.Table({ element: 'anyfunc', initial: 1 }).grow(10_000_000)).toThrow(RangeError);
});

describe('deep nests', () => {
  const run = (bytes: Uint8Array<ArrayBuffer>): unknown => (new W.Instance(new W.Module(bytes)).exports as { f(n: number): unknown }).f(3);
  const body = (...parts: Bytes[]): Uint8Array<ArrayBuffer> => module(UNARY, ONE, F, code([0], ...parts, [0x0b]));
  const N = 20_000;
  test.each<[string, () => Uint8Array<ArrayBuffer>, number]>([
    ['blocks', () => body(repeat(5 * N, 0x02, 0x40), repeat(5 * N, 0x0b), [0x20, 0]), 3],
    ['blocks that are left early', () => body(repeat(N, 0x02, 0x40), repeat(N, 0x20, 0, 0x0d, 0, 0x41, 1, 0x21, 0, 0x0b), [0x20, 0]), 3],
    ['loops', () => body(repeat(N, 0x03, 0x40), repeat(N, 0x41, 0, 0x0d, 0, 0x0b), [0x20, 0]), 3],
    ['ifs', () => body(repeat(N, 0x20, 0, 0x04, 0x40), [0x41, 5, 0x21, 0], repeat(N, 0x0b), [0x20, 0]), 5],
    ['ifs in the other arm', () => body(repeat(N, 0x20, 0, 0x04, 0x7f, 0x41, 9, 0x05), [0x41, 5], repeat(N, 0x0b)), 9],
    ['operands', () => body(repeat(5 * N, 0x20, 0), repeat(5 * N - 1, 0x6a)), 15 * N],
    ['left operands', () => body([0x20, 0], repeat(5 * N, 0x20, 0, 0x6a)), 15 * N + 3],
    ['selects', () => body([0x20, 0], repeat(N, 0x41, 1, 0x20, 0, 0x1b)), 3],
    ['tries', () => body(repeat(600, 0x06, 0x40), [0x20, 0, 0x21, 0], repeat(600, 0x19, 0x41, 1, 0x21, 0, 0x0b), [0x20, 0]), 3],
    ['try_tables', () => body(repeat(600, 0x02, 0x40, 0x1f, 0x40, 1, 2, 0), [0x20, 0, 0x21, 0], repeat(600, 0x0b, 0x0b), [0x20, 0]), 3],
  ])('%s', { timeout: 300_000 }, (_, make, expected) => {
    expect(run(make())).toBe(expected);
  });

  test.each([0, 1, 3] as const)('at level %d, with NaNs of all bits', { timeout: 300_000 }, (optimize) => {
    const { Instance, Module } = configure({ optimize, nan: 'exact' });
    const value = (bytes: Uint8Array): unknown => (new Instance(new Module(bytes)).exports as unknown as { f(n: number): unknown }).f(3);
    const n = 5_000;
    expect(value(body(repeat(n, 0x02, 0x7f), [0x20, 0], repeat(n, 0x20, 0, 0x0d, 0, 0x0b)))).toBe(3);
    expect(value(body(repeat(n, 0x20, 0, 0x04, 0x7f, 0x41, 9, 0x05), [0x41, 5], repeat(n, 0x0b)))).toBe(9);
    expect(value(body(repeat(n, 0x20, 0, 0xb2), repeat(n - 1, 0x92), [0xfc, 0]))).toBe(3 * n);
    expect(value(body(repeat(n, 0x20, 0, 0xac), repeat(n - 1, 0x7c), [0xa7]))).toBe(3 * n);
    expect(value(body(repeat(n, 0x20, 0, 0xb7), [0x20, 0, 0xb7], repeat(n, 0x20, 0, 0x1b), [0xfc, 2]))).toBe(3);
    expect(value(body([0x20, 0, 0xfd, 0x11], repeat(n, 0x20, 0, 0xfd, 0x11, 0xfd, 0xae, 1), [0xfd, 0x1b, 0]))).toBe(3 * n + 3);
    expect(value(body(repeat(300, 0x06, 0x40, 0x02, 0x40, 0x03, 0x40), [0x20, 0, 0x21, 0], repeat(300, 0x0b, 0x0b, 0x19, 0x0b), [0x20, 0]))).toBe(3);
  });

  test('tries that no JavaScript parser would take are refused', () => {
    const deep = body(repeat(2000, 0x02, 0x40, 0x1f, 0x40, 1, 2, 0), [0x20, 0, 0x21, 0], repeat(2000, 0x0b, 0x0b), [0x20, 0]);
    expect(() => run(deep)).toThrow('more than 600 try_table blocks stand inside one another');
  });
});
