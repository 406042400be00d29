// Functions of JavaScript made into WebAssembly functions by a module without code, as Emscripten's `addFunction` does it at run
// time: such a module is found although nobody registered it.
import { compile } from 'dewasm';
import { describe, expect, test } from 'vitest';
import { register } from '../../dist/runtime/webassembly/precompiled.js';
import { load, wasm as assemble } from '../module/wat.js';
import { customSection, section, text, vector, wasm } from './bytes.js';
import { namespaces, native, ours, type Namespace } from './namespaces.js';

const CODES: Record<string, number> = { i: 0x7f, j: 0x7e, f: 0x7d, d: 0x7c, e: 0x6f, p: 0x70 };
/** The module for a signature, its result first, `v` for none, as Emscripten writes it. */
function wrapperBytes(signature: string, importName = 'f'): Uint8Array {
  const [result, ...params] = signature, types = (list: string[]): number[] => [list.length, ...list.map((c) => CODES[c])];
  return wasm(
    section(1, vector([[0x60, ...types(params), ...types(result === 'v' ? [] : [result])]])),
    section(2, vector([[...text('e'), ...text(importName), 0, 0]])),
    section(7, vector([[...text('f'), 0, 0]])),
  );
}
const wrap = (W: Namespace, signature: string, f: unknown): any => new W.Instance(new W.Module(wrapperBytes(signature) as BufferSource), { e: { f } } as never).exports.f;

describe.each(namespaces)('%s', (_, W) => {
  test('arguments and results are converted', () => {
    const seen: unknown[][] = [];
    const f = wrap(W, 'jifjde', (...args: unknown[]) => { seen.push(args); return -(2n ** 40n); });
    expect(f.length).toBe(5);
    expect(f.name).toBe('0');
    const object = {};
    expect(f(2 ** 32 + 5, 0.1, 2n ** 64n - 3n, '7', object)).toBe(-(2n ** 40n));
    expect(f({ valueOf: () => 9 }, NaN, 5n, undefined, null, 'more')).toBe(-(2n ** 40n));
    expect(seen).toEqual([[5, Math.fround(0.1), -3n, 7, object], [9, NaN, 5n, NaN, null]]);
    expect(() => f(1, 2, 3, 4)).toThrow(TypeError);
    expect(() => f(1n)).toThrow(TypeError);
    for (const [type, given, made] of [['i', 2 ** 31, -(2 ** 31)], ['f', 0.1, Math.fround(0.1)], ['d', '0.1', 0.1], ['j', 2n ** 63n, -(2n ** 63n)], ['e', 'x', 'x'], ['p', null, null], ['v', 4, undefined]] as const) {
      expect(wrap(W, type, () => given)()).toBe(made);
    }
    expect(() => wrap(W, 'p', () => () => 0)()).toThrow(TypeError);
    const thrown = new RangeError('mine');
    expect(() => wrap(W, 'i', () => { throw thrown; })()).toThrow(thrown);
  });
  test('they are WebAssembly functions', () => {
    const f = wrap(W, 'ii', (x: number) => x + 1), table = new W.Table({ element: 'anyfunc', initial: 2 });
    table.set(1, f);
    expect(table.get(1)).toBe(f);
    expect(() => new f()).toThrow(TypeError);
    // An exported function is imported as itself.
    expect(wrap(W, 'ii', f)).toBe(f);
    expect(() => wrap(W, 'id', f)).toThrow(W.LinkError);
    expect(() => wrap(W, 'ii', 5)).toThrow(W.LinkError);
    const module = new W.Module(wrapperBytes('vj') as BufferSource);
    expect(W.Module.imports(module)).toEqual([{ module: 'e', name: 'f', kind: 'function' }]);
    expect(W.Module.exports(module)).toEqual([{ name: 'f', kind: 'function' }]);
    expect(W.validate(wrapperBytes('dfij') as BufferSource)).toBe(true);
  });
  test('several functions, of which some are exported twice', () => {
    const bytes = wasm(
      section(1, vector([[0x60, 0, 1, 0x7f], [0x60, 1, 0x7c, 0]])), section(2, vector([[...text('a'), ...text('x'), 0, 1], [...text('a'), ...text('y'), 0, 0]])),
      section(7, vector([[...text('y'), 0, 1], [...text('x'), 0, 0], [...text('again'), 0, 1]])),
    );
    const seen: number[] = [];
    const e: any = new W.Instance(new W.Module(bytes as BufferSource), { a: { x: (n: number) => { seen.push(n); }, y: () => 6 } } as never).exports;
    expect([e.y(), e.x('8'), e.again === e.y, seen]).toEqual([6, undefined, true, [8]]);
  });
});

test('compiled code calls them by its table', async () => {
  const bytes = assemble(`(module (import "m" "t" (table 2 funcref)) (type $t (func (param i64 f32) (result i64)))
    (func (export "call") (param i32 i64) (result i64) (call_indirect (type $t) (local.get 1) (f32.const 0.5) (local.get 0))))`);
  const built = await load(compile(bytes));
  register(built.module as never);
  for (const W of [native, ours]) {
    const t = new W.Table({ element: 'anyfunc', initial: 2 }), e: any = new W.Instance(new W.Module(bytes as BufferSource), { m: { t } } as never).exports;
    t.set(0, wrap(W, 'jjf', (x: bigint, y: number) => x * 3n + BigInt(y * 2)));
    t.set(1, wrap(W, 'ji', () => 1n));
    expect(e.call(0, 2n ** 62n)).toBe(BigInt.asIntN(64, 3n * 2n ** 62n + 1n));
    expect(() => e.call(1, 1n)).toThrow(W.RuntimeError);
  }
});

test('other modules are still asked for', () => {
  const unknown = (bytes: Uint8Array): void => { expect(() => new ours.Module(bytes as BufferSource)).toThrow(/no precompiled module is registered/); };
  const [header, type, imported] = [8, 15, 23].map((end, k) => wrapperBytes('ii').slice([0, 8, 15][k], end));
  unknown(Uint8Array.from([...header, ...type, ...imported, ...section(3, vector([[0]])), ...section(10, vector([[4, 0, 0x20, 0, 0x0b]]))]));
  unknown(Uint8Array.from([...wrapperBytes('ii'), ...customSection('x', [])]));
  unknown(wrapperBytes('ii').slice(0, -1));
  unknown(wasm(section(1, vector([[0x60, 0, 2, 0x7f, 0x7f]])), section(2, vector([[...text('e'), ...text('f'), 0, 0]])), section(7, vector([[...text('f'), 0, 0]]))));
  unknown(wasm(section(1, vector([[0x60, 0, 0]])), section(2, vector([[...text('e'), ...text('g'), 3, 0x7f, 0]]))));
  for (let k = 8; k < 24; k++) for (const to of [0x7b, 0xff]) {
    const bytes = wrapperBytes('ii');
    bytes[k] = to;
    if (!native.validate(bytes as BufferSource)) unknown(bytes);
  }
});
