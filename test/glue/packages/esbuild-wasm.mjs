// esbuild, Go: its whole command line run by Go's stock wasm_exec.js, which
// resumes the program from JavaScript at every file operation.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { require } from './inputs.mjs';

const typescript = `
import { join as glue } from './lib';
enum Color { Red = 1, Green = Red << 3, Blue = 'blue'.length }
namespace Shapes { export const sides = 4; export type Side = number }
abstract class Base<T extends object> { constructor(protected readonly value: T, private count?: number) {} abstract name(): string }
class Derived extends Base<{ a: number }> { name() { return glue(\`\${this.value.a ?? Color.Green}\`, Shapes.sides as any satisfies number) } static { console.log(0x10n ** 2n) } }
export default async function* run(items: Iterable<string>) { for await (const { length, ...rest } of items as any) yield new Derived({ a: length }).name() + ((rest as any).x ??= length ** 2) }
`;

/** The glue sets globals as node's own runner of Go programs does. */
export function load() {
  Object.assign(globalThis, { require, fs: require('node:fs'), path: require('node:path') });
  require('esbuild-wasm/wasm_exec.js');
  const file = join(dirname(require.resolve('esbuild-wasm/package.json')), 'esbuild.wasm');
  const folder = mkdtempSync(join(tmpdir(), 'dewasm-esbuild-'));
  writeFileSync(join(folder, 'main.ts'), typescript);
  writeFileSync(join(folder, 'lib.ts'), 'export const join = (...parts: unknown[]): string => parts.join("-"); export const unused = 1;');
  writeFileSync(join(folder, 'style.css'), '@media (width >= 100px) { a { color: #ff0000; & b { inset: 0 } } }');
  writeFileSync(join(folder, 'broken.ts'), 'const x: = 1;\nlet y = ;');
  return { folder, module: new WebAssembly.Module(readFileSync(file)) };
}

/** @param {{ module: WebAssembly.Module, folder: string }} loaded @param {string[]} args */
async function esbuild({ module, folder }, args) {
  const go = new globalThis.Go();
  go.argv = ['esbuild', ...args];
  go.env = { NO_COLOR: '1' };
  let code = 0;
  go.exit = (status) => (code = status);
  const home = process.cwd();
  process.chdir(folder);
  try {
    const instance = new WebAssembly.Instance(module, go.importObject);
    await go.run(instance);
  } finally {
    process.chdir(home);
  }
  return code;
}

export async function work(loaded) {
  const { folder } = loaded;
  const codes = [
    await esbuild(loaded, ['main.ts', '--outfile=out.js', '--target=es2020', '--log-level=error']),
    await esbuild(loaded, ['main.ts', 'style.css', '--bundle', '--minify', '--sourcemap', '--format=esm', '--target=es2020,chrome90', '--outdir=bundle', '--metafile=meta.json', '--log-level=error']),
    await esbuild(loaded, ['broken.ts', '--outfile=never.js', '--log-level=error']),
  ];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const output = Object.fromEntries(files.map((entry) => [entry.name, readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8')]).sort(([a], [b]) => (a < b ? -1 : 1)));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { codes, output };
}
