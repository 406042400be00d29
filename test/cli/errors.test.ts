// What goes wrong with files: exit code 1, exactly one line on standard error that names the file, no stack trace, and
// nothing written.
import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADD, INVALID, MAIN, cli, folder, plainEnvironment, wasm } from './cli.js';

const ONE_LINE = /^[^\n]+\n$/;

describe('inputs that are no module', () => {
  const cases: readonly [name: string, content: string | Uint8Array, message: RegExp][] = [
    ['empty', '', /^x\.wasm:0x0: unexpected end: the input is empty$/m],
    ['three bytes', ADD.subarray(0, 3), /^x\.wasm:0x3: unexpected end/],
    ['header only, cut', ADD.subarray(0, 7), /^x\.wasm:0x7: unexpected end/],
    ['truncated', ADD.subarray(0, ADD.length - 9), /^x\.wasm:0x[0-9a-f]+: .*(length out of bounds|unexpected end)/],
    ['text format', '(module)', /^x\.wasm:0x0: magic header not detected: it is WebAssembly text/],
    ['HTML', '<!DOCTYPE html><title>404</title>', /HTML page/],
    ['gzip', gzipSync(ADD), /compressed with gzip/],
    ['JSON', '{"error":"not found"}', /JSON/],
    ['component', Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0), /^x\.wasm:0x4: .*component/],
    ['other version', Uint8Array.of(0, 0x61, 0x73, 0x6d, 2, 0, 0, 0), /unknown binary version 2/],
    ['garbage after the last section', Uint8Array.from([...ADD, 0xff]), /^x\.wasm:0x[0-9a-f]+: /],
    ['invalid', INVALID, /^x\.wasm:0x[0-9a-f]+: function 0 "f": type mismatch: expected i32, found i64$/m],
    ['feature that is off', wasm('(module (memory 1))').map((b, i) => (i === 11 ? 8 : b)), /^x\.wasm:/],
  ];
  for (const [name, content, message] of cases) {
    it(name, () => {
      const cwd = folder({ 'x.wasm': content, 'out.js': 'before' });
      for (const command of [['build', 'x.wasm', '-o', 'out.js'], ['run', 'x.wasm']]) {
        const { code, out, err } = cli(command, { cwd });
        expect(err).toMatch(message);
        expect(err).toMatch(ONE_LINE);
        expect({ code, out }).toEqual({ code: 1, out: '' });
      }
      expect(readFileSync(join(cwd, 'out.js'), 'utf8')).toBe('before');
      expect(readdirSync(cwd).sort()).toEqual(['out.js', 'x.wasm']);
    });
  }

  it('names standard input', () => {
    expect(cli(['build', '-', '-o', '-'], { input: INVALID })).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^<stdin>:0x.*function 0 "f"/) });
  });

  it('escapes what names of functions and files do to a terminal', () => {
    const cwd = folder({ 'a\u001b[31m\nb.wasm': wasm('(module (func $f (export "\\1b[2J\\n\\e2\\80\\ae") (result i32)))') });
    const { err } = cli(['build', 'a\u001b[31m\nb.wasm', '-o', 'x.js'], { cwd });
    expect(err).toMatch(/^a\\u\{1b\}\[31m\\nb\.wasm:0x/);
    expect(err).toMatch(ONE_LINE);
    expect(err).not.toContain('\u001b');
  });
});

describe('files', () => {
  const failing: readonly [name: string, args: string[], message: RegExp][] = [
    ['a missing input', ['build', 'nope.wasm', '-o', 'x.js'], /^error: nope\.wasm: no such file/],
    ['a missing input to run', ['run', 'nope.wasm'], /^error: nope\.wasm: no such file/],
    ['a missing input to inspect', ['inspect', 'nope.wasm'], /^error: nope\.wasm: no such file/],
    ['a folder to run', ['run', 'sub'], /^error: sub: is a directory/],
    ['an output that is a folder', ['build', 'a.wasm', '-o', 'sub'], /^error: sub: is a directory/],
    ['an output in no folder', ['build', 'a.wasm', '-o', 'no/x.js'], /^error: no\/x\.js: there is no folder no/],
    ['an output below a file', ['build', 'a.wasm', '-o', 'a.wasm/x.js'], /^error: a\.wasm\/x\.js: not a directory/],
    ['a folder into a file', ['build', 'sub', '-o', 'file'], /^error: file: is a file, but -o names a folder/],
    ['a folder without modules', ['build', 'empty', '-o', 'out'], /^error: empty: there is no \.wasm or \.wat file/],
    ['two inputs for one output', ['build', 'sub/b.wasm', 'sub/b.wat', '-o', 'out'], /^error: .* would both become out\/b\.js/],
    ['a name that is too long', ['build', 'a.wasm', '-o', `${'x'.repeat(300)}.js`], /the name is too long/],
  ];
  for (const [name, args, message] of failing) {
    it(`refuses ${name}`, () => {
      const cwd = folder({ 'a.wasm': ADD, 'file': 'before', 'sub/b.wasm': ADD, 'sub/b.wat': '(module)', 'empty/readme': '' });
      const { code, out, err } = cli(args, { cwd });
      expect(err).toMatch(message);
      expect(err).toMatch(ONE_LINE);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(existsSync(join(cwd, 'out'))).toBe(false);
    });
  }

  it.skipIf(process.getuid?.() === 0)('does not replace what it may not write', () => {
    const cwd = folder({ 'a.wasm': ADD, 'x.js': 'before' });
    chmodSync(join(cwd, 'x.js'), 0o444);
    expect(cli(['build', 'a.wasm', '-o', 'x.js'], { cwd })).toMatchObject({ code: 1, err: 'error: x.js: permission denied\n' });
    expect(readFileSync(join(cwd, 'x.js'), 'utf8')).toBe('before');
  });

  it.skipIf(process.platform !== 'linux')('tells when there is no room', () => {
    const cwd = folder({ 'a.wasm': ADD });
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${MAIN}" build a.wasm -o - > /dev/full`], { cwd, encoding: 'utf8', env: plainEnvironment() });
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'error: standard output: no space left on the device\n' });
    expect(cli(['build', 'a.wasm', '-o', '/dev/full'], { cwd })).toMatchObject({ code: 1, err: 'error: /dev/full: no space left on the device\n' });
  });

  it.skipIf(process.platform !== 'linux')('does not wait for folders that cannot be made', () => {
    const cwd = folder({ 'a.wasm': ADD, 'b.wasm': ADD });
    expect(cli(['build', 'a.wasm', 'b.wasm', '-o', '/proc/dewasm'], { cwd })).toMatchObject({ code: 1, err: expect.stringContaining('error: /proc/dewasm: no such file or folder\n') });
    expect(cli(['build', 'a.wasm', '-o', 'a.js', '--cache', '/proc/dewasm'], { cwd })).toMatchObject({ code: 0, err: 'a.wasm: warning: the result could not be kept in the cache: /proc/dewasm: no such file or folder\n' });
  });

  it('shows the stack when asked to', () => {
    const { err } = cli(['build', 'nope.wasm', '-o', 'x.js'], { env: { DEWASM_DEBUG: '1' } });
    expect(err).toMatch(/^error: nope\.wasm: no such file.*\n[^]*\n {4}at /);
  });

  it('colours when told to', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'x.wasm'), INVALID);
    expect(cli(['build', 'x.wasm', '-o', 'x.js'], { cwd, env: { FORCE_COLOR: '1' } }).err).toContain('\u001b[31mx.wasm:');
    expect(cli(['build', 'x.wasm', '-o', 'x.js'], { cwd, env: { NO_COLOR: '1' } }).err).not.toContain('\u001b');
  });
});

describe('--json', () => {
  it('tells where an error is', () => {
    const cwd = folder({ 'x.wasm': INVALID });
    const { code, out, err } = cli(['build', 'x.wasm', '-o', 'x.js', '--json'], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      results: [{ input: 'x.wasm', ok: false, error: { reason: 'type mismatch: expected i32, found i64', section: 'code', func: 0, funcName: 'f', offset: expect.any(Number) } }],
    });
  });

  it('is also the answer when there is nothing to build', () => {
    for (const command of [['build', 'empty', '-o', 'out'], ['run', 'nope'], ['inspect', 'nope']]) {
      const { code, out } = cli([...command, '--json'], { cwd: folder({ 'empty/readme': '' }) });
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ ok: false, error: { message: expect.stringMatching(/^error: /) } });
    }
  });
});
