// `dewasm run`: arguments and results as wasmtime has them, and what is told when it cannot work.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folder, wasm } from './cli.js';

const MODULE = wasm(`(module (memory (export "mem") 1)
  (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)
  (func (export "i64") (param i64) (result i64) local.get 0)
  (func (export "floats") (param f32 f64) (result f32 f64) local.get 0 local.get 1)
  (func (export "nothing"))
  (func (export "ref") (param externref) (result externref) local.get 0)
  (func (export "trap") unreachable)
  (func $deep (export "deep") call $deep)
  (func (export "oob") (result i32) i32.const -1 i32.load))`);

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const cwd = folder({ 'm.wasm': MODULE });
  const { code, out, err } = cli(['run', ...args], { cwd });
  return { code, out, err };
}

describe('values', () => {
  const cases: readonly [args: string[], out: string][] = [
    [['--invoke', 'add', 'm.wasm', '1', '2'], '3\n'],
    [['m.wasm', '--invoke', 'add', '1', '-5'], '-4\n'],
    [['m.wasm', '--invoke=add', '--', '-0x10', '-1'], '-17\n'],
    [['m.wasm', '--invoke', 'add', '2147483647', '1'], '-2147483648\n'],
    [['m.wasm', '--invoke', 'add', '0xffffffff', '4294967295'], '-2\n'],
    [['m.wasm', '--invoke', 'i64', '-9223372036854775808'], '-9223372036854775808\n'],
    [['m.wasm', '--invoke', 'i64', '18446744073709551615'], '-1\n'],
    [['m.wasm', '--invoke', 'floats', '0.1', '0.1'], '0.1\n0.1\n'],
    [['m.wasm', '--invoke', 'floats', '3', '1e21'], '3\n1000000000000000000000\n'],
    [['m.wasm', '--invoke', 'floats', '16777217', '1.5e-7'], '16777216\n0.00000015\n'],
    [['m.wasm', '--invoke', 'floats', '--', '-inf', '-0'], '-inf\n-0\n'],
    [['m.wasm', '--invoke', 'floats', 'nan', 'inf'], 'NaN\ninf\n'],
    [['m.wasm', '--invoke', 'ref', 'null'], 'null\n'],
    [['m.wasm', '--invoke', 'nothing'], ''],
    [['m.wasm'], ''],
  ];
  for (const [args, out] of cases) it(args.join(' '), () => expect(run(...args)).toEqual({ code: 0, out, err: '' }));

  it('print as JSON', () => expect(JSON.parse(run('m.wasm', '--json', '--invoke', 'add', '1', '2').out)).toEqual({ ok: true, results: ['3'] }));
});

describe('failures', () => {
  const cases: readonly [args: string[], err: RegExp][] = [
    [['m.wasm', '--invoke', 'trap'], /^error: RuntimeError: unreachable\n$/],
    [['m.wasm', '--invoke', 'oob'], /^error: RuntimeError: memory access out of bounds\n$/],
    [['m.wasm', '--invoke', 'deep'], /^error: RangeError: Maximum call stack size exceeded\n$/],
    [['m.wasm', '--invoke', 'nope'], /^error: m\.wasm: there is no export "nope"; it exports "add"[^\n]*\n$/],
    [['m.wasm', '--invoke', 'mem'], /^error: m\.wasm: export is a memory, not a function: "mem"[^\n]*\n$/],
    [['m.wasm', '--invoke', 'add', '1'], /^error: function "add" takes 2 arguments \(i32 i32\), here is 1\n$/],
    [['m.wasm', '--invoke', 'add', '1', 'one'], /^error: "one" is no i32\n$/],
    [['m.wasm', '--invoke', 'add', '1', '4294967296'], /^error: "4294967296" is no i32\n$/],
    [['m.wasm', '--invoke', 'ref', '1'], /^error: arguments of type externref cannot be given[^\n]*\n$/],
  ];
  for (const [args, err] of cases) it(args.join(' '), () => expect(run(...args)).toEqual({ code: 1, out: '', err: expect.stringMatching(err) }));

  it('of a start function', () => {
    const cwd = folder({ 's.wasm': wasm('(module (func unreachable) (start 0))') });
    expect(cli(['run', join(cwd, 's.wasm')])).toMatchObject({ code: 1, err: 'error: RuntimeError: unreachable\n' });
  });

  it('of imports that nothing provides', () => {
    const cwd = folder({
      'i.wasm': wasm('(module (import "env" "f" (func)) (import "env" "a b" (global i32)))'),
      'w.wasm': wasm('(module (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32))))'),
    });
    expect(cli(['run', 'i.wasm'], { cwd })).toMatchObject({ code: 1, err: 'error: i.wasm: nothing provides the imports: env.f, env.a b\n' });
    expect(cli(['run', 'w.wasm'], { cwd })).toMatchObject({ code: 1, err: 'error: w.wasm: WASI is not supported yet: wasi_snapshot_preview1.fd_write\n' });
  });
});
