// `dewasm build` with a cache: what is found there is what would have been built, and nothing damaged is.
import { mkdirSync, readFileSync, readdirSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADD, INVALID, cli, folder, wasm } from './cli.js';

const WITH_DATA = wasm('(module (memory (export "m") 1) (data (i32.const 0) "some data"))');
/** Runs a build and tells whether its result came from the cache. */
function build(cwd: string, ...args: string[]): boolean {
  const { code, out } = cli(['build', ...args, '--json'], { cwd });
  expect(code).toBe(0);
  return (JSON.parse(out) as { results: { cached: boolean }[] }).results[0].cached;
}

describe('--cache', () => {
  it('gives the same files again', () => {
    const cwd = folder({ 'a.wasm': WITH_DATA });
    const args = ['a.wasm', '--cache', 'kept', '--types', '--data', 'file'];
    expect(build(cwd, ...args, '-o', 'a.js')).toBe(false);
    mkdirSync(join(cwd, 'b'));
    expect(build(cwd, ...args, '-o', 'b/a.js')).toBe(true);
    for (const name of ['a.js', 'a.d.ts', 'a.data']) expect(readFileSync(join(cwd, 'b', name))).toEqual(readFileSync(join(cwd, name)));
    expect(readdirSync(join(cwd, 'kept'))).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.build$/)]);
  });

  it('asks for module and options', () => {
    const cwd = folder({ 'a.wasm': ADD, 'b.wasm': WITH_DATA });
    expect(build(cwd, 'a.wasm', '-o', 'a.js', '--cache', 'kept')).toBe(false);
    expect(build(cwd, 'b.wasm', '-o', 'a.js', '--cache', 'kept')).toBe(false);
    expect(build(cwd, 'a.wasm', '-o', 'a.js', '--cache', 'kept', '--minify')).toBe(false);
    expect(build(cwd, 'a.wasm', '-o', 'a.js', '--cache', 'kept', '--nan', 'fast')).toBe(true);
  });

  it('repairs an output that was changed, and touches one that was not', () => {
    const cwd = folder({ 'a.wasm': ADD });
    build(cwd, 'a.wasm', '-o', 'a.js', '--cache', 'kept');
    const path = join(cwd, 'a.js'), text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('abi:1', 'abi:2'));
    build(cwd, 'a.wasm', '-o', 'a.js', '--cache', 'kept');
    expect(readFileSync(path, 'utf8')).toBe(text);
    utimesSync(path, 1, 1);
    const { ino } = statSync(path);
    build(cwd, 'a.wasm', '-o', 'a.js', '--cache', 'kept');
    expect(statSync(path)).toMatchObject({ ino });
    expect(statSync(path).mtimeMs).toBeGreaterThan(1e12);
  });

  it('compiles when the entry is damaged, wherever it is', () => {
    const cwd = folder({ 'a.wasm': ADD });
    const args = ['a.wasm', '-o', 'a.js', '--cache', 'kept'];
    build(cwd, ...args);
    const text = readFileSync(join(cwd, 'a.js'), 'utf8');
    const entry = join(cwd, 'kept', readdirSync(join(cwd, 'kept'))[0]);
    const good = readFileSync(entry);
    for (const at of [0, 16, 20, 30, good.length >> 1, good.length - 1]) {
      const bad = Buffer.from(good);
      bad[at] ^= 1;
      writeFileSync(entry, bad);
      writeFileSync(join(cwd, 'a.js'), 'nothing');
      expect(build(cwd, ...args), `byte ${at}`).toBe(false);
      expect(readFileSync(join(cwd, 'a.js'), 'utf8')).toBe(text);
    }
    // An entry holds how long its build took: each is of its own length.
    for (const lengthOf of [() => 0, () => 10, (size: number) => size - 1]) {
      const { size } = statSync(entry), length = lengthOf(size);
      truncateSync(entry, length);
      expect(build(cwd, ...args), `${length} of ${size} bytes`).toBe(false);
    }
    expect(build(cwd, ...args)).toBe(true);
  });

  it('keeps no failures, and a folder that cannot be written to is no failure', () => {
    const cwd = folder({ 'a.wasm': INVALID, 'b.wasm': ADD, file: '' });
    for (let i = 0; i < 2; i++) expect(cli(['build', 'a.wasm', '-o', 'a.js', '--cache', 'kept'], { cwd })).toMatchObject({ code: 1 });
    expect(cli(['build', 'b.wasm', '-o', 'b.js', '--cache', 'file/x'], { cwd })).toMatchObject({ code: 0, err: expect.stringMatching(/^b\.wasm: warning: the result could not be kept[^\n]*\n$/) });
  });

  it('works for folders', () => {
    const cwd = folder({ 'in/a.wasm': ADD, 'in/b.wasm': WITH_DATA });
    for (const cached of [false, true]) {
      const { out } = cli(['build', 'in', '-o', 'out', '--cache', 'kept', '--json'], { cwd });
      expect((JSON.parse(out) as { results: { cached: boolean }[] }).results.map((r) => r.cached)).toEqual([cached, cached]);
    }
  });
});

describe('without --cache', () => {
  /** Large enough that keeping it is worth it. */
  const LARGE = wasm(`(module ${Array.from({ length: 2500 }, (_, i) => `(func (export "f${i}") (result i32) (i32.const ${i}))`).join('\n')})`);

  it('results are kept in the package around, unless told otherwise', () => {
    const cwd = folder({ 'package.json': '{}', 'node_modules/.keep': '', 'sub/a.wasm': LARGE, 'sub/b.wasm': ADD });
    const sub = join(cwd, 'sub');
    expect(build(sub, 'a.wasm', '-o', 'a.js', '--no-cache')).toBe(false);
    expect(readdirSync(join(cwd, 'node_modules'))).toEqual(['.keep']);
    expect(build(sub, 'a.wasm', '-o', 'a.js')).toBe(false);
    expect(build(sub, 'a.wasm', '-o', 'a.js')).toBe(true);
    expect(build(sub, 'a.wasm', '-o', 'a.js', '--no-cache')).toBe(false);
    build(sub, 'b.wasm', '-o', 'b.js');
    expect(readdirSync(join(cwd, 'node_modules/.cache/dewasm'))).toHaveLength(1);
  });
});

describe('--jobs', () => {
  it('changes nothing but time', () => {
    const cwd = folder({ 'a.wasm': WITH_DATA });
    for (const jobs of ['1', '3']) expect(build(cwd, 'a.wasm', '-o', `${jobs}.js`, '--jobs', jobs)).toBe(false);
    expect(readFileSync(join(cwd, '3.js'))).toEqual(readFileSync(join(cwd, '1.js')));
    for (const jobs of ['0', '-1', 'x', '1.5']) expect(cli(['build', 'a.wasm', '-o', 'a.js', `--jobs=${jobs}`], { cwd })).toMatchObject({ code: 2, err: expect.stringMatching(/--jobs must be a positive integer/) });
  });
});
