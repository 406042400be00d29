// Wrong usage: exit code 2, one line that says what is wrong, one that says where to read on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPTIONS, flagOf } from '../../dist/compiler/options.js';
import { ADD, cli, folder } from './cli.js';

describe('help', () => {
  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(cli(['--version'])).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
  });

  it('shows every option of the table', () => {
    const { code, out } = cli(['build', '--help']);
    expect(code).toBe(0);
    for (const { name } of OPTIONS) expect(out).toContain(flagOf(name));
  });

  it('is the answer to no arguments, but no success', () => {
    expect(cli([])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^Usage: dewasm/) });
  });
});

describe('wrong usage', () => {
  const cases: readonly [name: string, args: string[], message: RegExp][] = [
    ['unknown command', ['frobnicate'], /unknown command 'frobnicate'/],
    ['unknown option', ['build', 'a.wasm', '-o', 'a.js', '--foramt', 'esm'], /unknown option '--foramt'.*--format/],
    ['no input', ['build', '-o', 'a.js'], /missing required argument 'input'/],
    ['no output', ['build', 'a.wasm'], /-o FILE/],
    ['option without value', ['build', 'a.wasm', '-o', 'a.js', '--format'], /argument missing/],
    ['value that is no choice', ['build', 'a.wasm', '-o', 'a.js', '--format', 'amd'], /--format must be one of esm, cjs, iife, not "amd"/],
    ['number out of range', ['build', 'a.wasm', '-o', 'a.js', '--optimize', '9'], /--optimize must be an integer from 0 to 3/],
    ['number that is none', ['build', 'a.wasm', '-o', 'a.js', '--optimize', 'max'], /--optimize must be an integer from 0 to 3, not "max"/],
    ['unknown feature', ['build', 'a.wasm', '-o', 'a.js', '--features', 'warp'], /unknown feature "warp"/],
    ['options that clash', ['build', 'a.wasm', '-o', 'a.js', '--bindings', 'esm', '--format', 'cjs'], /--bindings esm needs --format esm/],
    ['second file for standard output', ['build', 'a.wasm', '-o', '-', '--types'], /--types makes a second file/],
    ['many modules to standard output', ['build', 'a.wasm', 'a.wasm', '-o', '-'], /cannot go to standard output/],
    ['standard input among others', ['build', 'a.wasm', '-', '-o', 'out'], /standard input cannot be one of several/],
    ['standard input watched', ['build', '-', '-o', 'a.js', '--watch'], /--watch needs files/],
    ['the module itself as output', ['build', 'a.wasm', '-o', './a.wasm'], /\.\/a\.wasm: is a module to build/],
    ['code and data in one file', ['build', 'a.wasm', '-o', 'a.data', '--data', 'file'], /a\.data: .*would be one file/],
    ['a global named by a reserved word', ['build', 'a.wasm', '-o', 'a.js', '--format', 'iife', '--name', 'class'], /--name must be .*, not "class"/],
    ['arguments for nobody', ['run', 'a.wasm', '1'], /--invoke/],
    ['two modules to inspect', ['inspect', 'a.wasm', 'b.wasm'], /too many arguments/],
  ];
  for (const [name, args, message] of cases) {
    it(name, () => {
      const cwd = folder({ 'a.wasm': ADD });
      const { code, out, err } = cli(args, { cwd });
      expect(err).toMatch(message);
      expect(err).toMatch(/^error: .*\nSee dewasm( \w+)? --help\.\n$/);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(readFileSync(join(cwd, 'a.wasm'))).toEqual(Buffer.from(ADD));
    });
  }

  it('of what is planned but missing says so', () => {
    for (const row of OPTIONS) {
      if (!('missing' in row)) continue;
      const flag = flagOf(row.name);
      const missing = row.missing as readonly string[];
      const { code, err } = cli(['build', 'a.wasm', '-o', 'a.js', flag, ...(row.type === 'flag' ? [] : [missing[0]!])], { cwd: folder({ 'a.wasm': ADD }) });
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('not supported yet') });
    }
  });
});
