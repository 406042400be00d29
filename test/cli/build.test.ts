// `dewasm build`: what appears where.
import { existsSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ADD, INVALID, cli, folder, wasm } from './cli.js';

interface Built { instantiate(imports?: object): { add(a: number, b: number): number } }
const load = async (path: string): Promise<Built> => (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Built;

describe('one module', () => {
  it('becomes a module that works', async () => {
    const cwd = folder({ 'a.wasm': ADD });
    expect(cli(['build', 'a.wasm', '-o', 'a.mjs'], { cwd })).toMatchObject({ code: 0, out: '', err: '' });
    expect((await load(join(cwd, 'a.mjs'))).instantiate().add(2, 3)).toBe(5);
    expect(readdirSync(cwd).sort()).toEqual(['a.mjs', 'a.wasm']);
  });

  it('goes from standard input to standard output, the same bytes', () => {
    const cwd = folder({ 'a.wasm': ADD });
    cli(['build', 'a.wasm', '-o', 'a.js'], { cwd });
    const { code, bytes, err } = cli(['build', '-', '-o', '-'], { input: ADD });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(bytes.equals(readFileSync(join(cwd, 'a.js')))).toBe(true);
  });

  it('may be text', async () => {
    const cwd = folder({ 'a.wat': '(module (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))', 'b.wat': '(module (fun' });
    expect(cli(['build', 'a.wat', '-o', 'a.mjs'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect((await load(join(cwd, 'a.mjs'))).instantiate().add(2, 3)).toBe(5);
    expect(cli(['build', 'b.wat', '-o', 'b.mjs'], { cwd })).toMatchObject({ code: 1, err: expect.stringMatching(/^error: b\.wat:1:10: unexpected token[^\n]*\n$/) });
  });

  it('names the package that reads text when it is missing', () => {
    const cwd = folder({
      'a.wat': '(module)',
      'hide.mjs': `import { register } from 'node:module';
        register('data:text/javascript,' + encodeURIComponent(\`export function resolve(name, context, next) {
          if (name === 'wabt') throw Object.assign(new Error('hidden'), { code: 'ERR_MODULE_NOT_FOUND' });
          return next(name, context);
        }\`));`,
    });
    const env = { NODE_OPTIONS: `--import ${pathToFileURL(join(cwd, 'hide.mjs')).href}` };
    expect(cli(['build', 'a.wat', '-o', 'a.js'], { cwd, env })).toMatchObject({ code: 1, err: expect.stringMatching(/package wabt.*npm install wabt\n$/) });
  });

  it('brings declarations and data in files of their own', () => {
    const cwd = folder({ 'a.wasm': wasm('(module (memory (export "m") 1) (data (i32.const 0) "some data"))') });
    for (const [file, declarations] of [['x.js', 'x.d.ts'], ['y.mjs', 'y.d.mts'], ['z.cjs', 'z.d.cts']]) {
      const { code, err } = cli(['build', 'a.wasm', '-o', file, '--types', '--data', 'file', ...(file === 'z.cjs' ? ['--format', 'cjs'] : [])], { cwd });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(readFileSync(join(cwd, declarations), 'utf8')).toContain('instantiate');
      expect(readFileSync(join(cwd, `${file[0]}.data`), 'utf8')).toContain('some data');
    }
  });

  it('replaces a file, keeps its mode, and writes through a link', () => {
    const cwd = folder({ 'a.wasm': ADD, 'real.js': 'before' });
    symlinkSync('real.js', join(cwd, 'link.js'));
    const { mode } = statSync(join(cwd, 'real.js'));
    expect(cli(['build', 'a.wasm', '-o', 'link.js'], { cwd }).code).toBe(0);
    expect(lstatSync(join(cwd, 'link.js')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'real.js'), 'utf8')).toContain('instantiate');
    expect(statSync(join(cwd, 'real.js')).mode).toBe(mode);
  });

  it('may have any name', () => {
    const cwd = folder({ '-a b\'"$(x)\u00e4.wasm': ADD });
    expect(cli(['build', '-o', './-o ä.js', '--', '-a b\'"$(x)\u00e4.wasm'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect(existsSync(join(cwd, '-o ä.js'))).toBe(true);
  });

  it('is described by --json', () => {
    const cwd = folder({ 'a.wasm': ADD });
    const { code, out, err } = cli(['build', 'a.wasm', '-o', 'a.js', '--json'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const bytes = statSync(join(cwd, 'a.js')).size;
    expect(JSON.parse(out)).toMatchObject({ ok: true, results: [{ ok: true, input: 'a.wasm', output: 'a.js', files: [{ path: 'a.js', bytes }], warnings: [], stats: {} }] });
    expect(JSON.parse(cli(['build', 'a.wasm', '-o', '-', '--json'], { cwd }).out)).toMatchObject({ ok: true, results: [{ code: readFileSync(join(cwd, 'a.js'), 'utf8') }] });
  });

  it('shows its IR on standard error', () => {
    const { code, out, err } = cli(['build', '-', '--print-ir-after', 'dce'], { input: ADD });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('i32.add');
  });
});

describe('many modules', () => {
  it('keep the structure of their folder', async () => {
    const cwd = folder({ 'in/a.wasm': ADD, 'in/deep/er/b.wasm': ADD, 'in/c.WAT': '(module)', 'in/notes.txt': '' });
    expect(cli(['build', 'in', '-o', 'out', '--types'], { cwd })).toMatchObject({ code: 0, out: '', err: '' });
    expect(readdirSync(join(cwd, 'out'), { recursive: true }).map(String).sort()).toEqual(
      ['a.d.ts', 'a.js', 'c.d.ts', 'c.js', 'deep', join('deep', 'er'), join('deep', 'er', 'b.d.ts'), join('deep', 'er', 'b.js')].sort());
  });

  it('keep their places relative to each other', () => {
    const cwd = folder({ 'x/a.wasm': ADD, 'x/y/b.wasm': ADD });
    expect(cli(['build', 'x/a.wasm', './x/../x/y/b.wasm', '-o', 'out', '--format', 'cjs'], { cwd }).code).toBe(0);
    expect(existsSync(join(cwd, 'out/a.cjs')) && existsSync(join(cwd, 'out/y/b.cjs'))).toBe(true);
  });

  it('fail one by one', () => {
    const files: Record<string, Uint8Array> = {};
    for (let i = 0; i < 12; i++) files[`in/${i}.wasm`] = i % 4 === 0 ? INVALID : ADD;
    const cwd = folder(files);
    const { code, out, err } = cli(['build', 'in', 'missing.wasm', '-o', 'out'], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const lines = err.trimEnd().split('\n').sort();
    expect(lines).toEqual(['4 of 13 modules could not be built', 'error: missing.wasm: no such file or folder',
      ...[0, 4, 8].map((i) => expect.stringMatching(`^in/${i}\\.wasm:0x.*type mismatch`) as unknown)]);
    expect(readdirSync(join(cwd, 'out')).length).toBe(9);
  });

  it('come out as they do alone', () => {
    const cwd = folder({ 'in/a.wasm': ADD, 'in/b.wasm': ADD });
    cli(['build', 'in', '-o', 'out'], { cwd });
    cli(['build', 'in/a.wasm', '-o', 'a.js'], { cwd });
    expect(readFileSync(join(cwd, 'out/a.js'), 'utf8')).toBe(readFileSync(join(cwd, 'a.js'), 'utf8'));
  });

  it('are reported in order by --json', () => {
    const cwd = folder({ 'in/a.wasm': ADD, 'in/b.wasm': INVALID, 'in/c.wasm': ADD });
    const { code, out } = cli(['build', 'in', '-o', 'out', '--json'], { cwd });
    expect(code).toBe(1);
    const { ok, results } = JSON.parse(out) as { ok: boolean; results: { input: string; ok: boolean }[] };
    expect(ok).toBe(false);
    expect(results.map((r) => [r.input, r.ok])).toEqual([[join('in', 'a.wasm'), true], [join('in', 'b.wasm'), false], [join('in', 'c.wasm'), true]]);
  });
});
