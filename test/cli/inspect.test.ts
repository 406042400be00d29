// `inspect`: the report as text, and its facts as data.
import { describe, expect, it } from 'vitest';
import { inspect } from '../../dist/compiler/inspect.js';
import { ADD, INVALID, cli, folder, wasm } from './cli.js';

const MODULE = wasm(`(module $all
  (type (func (param i32 i64) (result f32 f64)))
  (import "env" "f" (func $f (param externref)))
  (import "env" "\\1b[2J" (global (mut i32)))
  (memory (export "mem") 1 2)
  (table $tab 1 10 funcref)
  (global $g (export "g") i64 (i64.const 1))
  (func $big (export "big") (type 0) (local i32) f32.const 1 f64.const 2)
  (func $start i64.const 1 i64.extend8_s drop)
  (start $start)
  (elem (i32.const 0) $f $big)
  (data (i32.const 0) "12345")
  (data "67"))`);

describe('text', () => {
  it('has one part for everything there is', () => {
    expect(cli(['inspect', 'm.wasm'], { cwd: folder({ 'm.wasm': MODULE }) })).toMatchObject({ code: 0, err: '', out: `m.wasm: "all", 206 bytes

Verdict
  valid
  dewasm can compile it

Features
  mvp mutable-globals sign-extension multi-value bulk-memory reference-types

Sections
  type            0x8  17 bytes
  import         0x19  23 bytes
  function       0x30   5 bytes
  table          0x35   7 bytes
  memory         0x3c   6 bytes
  global         0x42   8 bytes
  export         0x4a  19 bytes
  start          0x5d   3 bytes
  element        0x60  10 bytes
  code           0x6a  29 bytes
  data           0x87  17 bytes
  custom "name"  0x98  54 bytes

Imports
  "env" "f"          (func (param externref))
  "env" "\\u001b[2J"  (global (mut i32))

Exports
  "mem"  (memory 1 2)                             memory 0
  "g"    (global i64)                             global 1
  "big"  (func (param i32 i64) (result f32 f64))  func 1

Memories
  0  (memory 1 2)

Tables
  0  (table 1 10 funcref)  $tab

Globals
  0  (global (mut i32))      imported
  1  (global i64)        $g

Start
  function 2 "start"

Functions
  2 with 24 bytes of code, 1 imported; the largest:
    1  18 bytes  3 locals  "big"
    2   6 bytes  0 locals  "start"

Instructions
  mvp             6  85.7%
  sign-extension  1  14.3%
  i64 in all      2  28.6%

Data
  2 segments (1 passive) with 7 bytes

Elements
  1 segment (0 passive) with 2 entries
` });
  });

  it('describes an invalid module and fails', () => {
    const { code, out, err } = cli(['inspect', '-'], { input: INVALID });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^<stdin>: .*\n\nVerdict\n {2}invalid: 0x[0-9a-f]+: function 0 "f": type mismatch: expected i32, found i64\n/);
  });

  it('fails for what is no module', () => {
    expect(cli(['inspect', '-'], { input: '<html>' })).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^<stdin>:0x0: magic header not detected[^\n]*\n$/) });
  });

  it.each([
    ['bulk memory', '(module (memory 1) (func (memory.fill (i32.const 0) (i32.const 0) (i32.const 1))))'],
    ['SIMD', '(module (func (drop (i8x16.splat (i32.const 0)))))'],
    ['threads', '(module (memory 1 1 shared) (func (drop (i32.atomic.load (i32.const 0)))))'],
    ['exceptions', '(module (tag $e) (func (throw $e)))'],
  ])('knows that %s is compiled', (_, text) => {
    expect(cli(['inspect', '-'], { input: wasm(text) }).out).toContain('\n  dewasm can compile it\n');
  });

  it('does not print control characters', () => {
    expect(cli(['inspect', '-'], { input: MODULE }).out).not.toContain('\u001b');
  });
});

describe('data', () => {
  it('survives JSON', () => {
    const { file, ...info } = JSON.parse(cli(['inspect', '-', '--json'], { input: MODULE }).out) as { file: string };
    expect(file).toBe('<stdin>');
    expect(info).toEqual(JSON.parse(JSON.stringify(inspect(MODULE))));
  });

  it('accounts for every byte', () => {
    const { sections } = inspect(MODULE);
    let end = 8;
    for (const s of sections) {
      expect(s.offset).toBe(end);
      end += s.size;
    }
    expect(end).toBe(MODULE.length);
  });

  it('names the largest functions', () => {
    expect(inspect(ADD).functions).toEqual({
      imported: 0, defined: 1, size: 7, largest: [{ index: 0, name: 'add', size: 7, locals: 2, type: '(func (param i32 i32) (result i32))' }],
    });
    expect(inspect(MODULE, { largest: 1 }).functions.largest.map((f) => f.name)).toEqual(['big']);
  });

  it('counts instructions', () => {
    expect(inspect(MODULE).instructions).toEqual({ total: 7, byProposal: { 'mvp': 6, 'sign-extension': 1 }, i64: 2 });
  });

  it('names features that are off by default', () => {
    const info = inspect(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 4, 1, 8, 1, 0]));
    expect(info).toMatchObject({ valid: true, compilable: true, unsupported: [], features: { offByDefault: ['custom-page-sizes'] }, memories: [{ type: '(memory 1 (pagesize 1))' }] });
  });

  it('describes a module of which only the bodies are wrong', () => {
    expect(inspect(INVALID)).toMatchObject({
      valid: false, compilable: false, error: { func: 0, funcName: 'f', section: 'code' }, exports: [{ name: 'f', type: '(func (result i32))' }], instructions: { total: 2 },
    });
  });

  it('reads what tools leave about themselves', () => {
    const text = (s: string): number[] => [s.length, ...Buffer.from(s)];
    const custom = (name: string, content: number[]): number[] => [0, content.length + name.length + 1, ...text(name), ...content];
    const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    expect(inspect(Uint8Array.from([
      ...header,
      ...custom('producers', [1, ...text('processed-by'), 1, ...text('clang'), ...text('22')]),
      ...custom('target_features', [1, 0x2b, ...text('simd128')]),
    ]))).toMatchObject({ producers: [{ field: 'processed-by', name: 'clang', version: '22' }], targetFeatures: ['+simd128'] });
    expect(inspect(Uint8Array.from([...header, ...custom('producers', [200])]))).toMatchObject({ valid: true, producers: [] });
  });
});
