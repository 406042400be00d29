// Binaryen's fuzzer, run inside this process: the command line tools of its npm package are scripts around a WebAssembly module,
// which is compiled here once and instantiated for every run. A process for each would take most of a second.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from './random.js';

const FEATURES = ['multivalue', 'bulk-memory', 'bulk-memory-opt', 'sign-ext', 'nontrapping-float-to-int', 'reference-types', 'mutable-globals', 'tail-call', 'simd'];
/** What newer engines run as well. */
const NEWER = ['exception-handling', 'gc', 'extended-const', 'multimemory', 'memory64'];

type Script = (...args: unknown[]) => void;
interface Imports { [module: string]: WebAssembly.ModuleImports }

/** The tool as the body of a function. Where it gives up, it would be nobody's rejected promise. */
function scriptAt(path: string): string {
  const script = readFileSync(path, 'utf8').replace(/^#!.*/, ''), start = 'createWasm().then(()=>run());';
  if (!script.includes(start)) throw new Error(`${path} does not start as it used to`);
  return script.replace(start, 'createWasm().then(()=>run()).catch(failed);');
}

export class Binaryen {
  private script: Script | null = null;
  private compiled: WebAssembly.Module | null = null;
  private readonly folder = mkdtempSync(join(tmpdir(), 'dewasm-fuzz-'));
  private readonly path: string;
  constructor(root: string) { this.path = join(root, 'node_modules/binaryen/bin/wasm-opt'); }

  private run(args: string[]): Promise<number> {
    const { path } = this;
    this.script ??= new Function('module', 'require', 'process', 'WebAssembly', '__dirname', '__filename', 'console', 'failed', scriptAt(path)) as Script;
    return new Promise((done) => {
      const shim = Object.create(process, {
        argv: { value: ['node', path, ...args] }, on: { value: () => undefined },
        // Set at the very end, and by nothing else.
        exitCode: { get: () => 0, set: (c: number) => { setImmediate(done, c); } },
      }) as object;
      const instantiate = async (bytes: BufferSource, imports: Imports): Promise<{ instance: WebAssembly.Instance }> => {
        this.compiled ??= await WebAssembly.compile(bytes);
        return { instance: await WebAssembly.instantiate(this.compiled, imports) };
      };
      const wasm = Object.create(WebAssembly, { instantiate: { value: instantiate } }) as object;
      const silent = { log: () => undefined, error: () => undefined, warn: () => undefined };
      const failed = (): void => { done(1); };
      this.script!({ exports: {} }, createRequire(path), shim, wasm, join(path, '..'), path, silent, failed);
    });
  }

  /** A random module from binaryen's fuzzer, or null if it did not manage. */
  async random(seed: number, newer: boolean): Promise<Uint8Array | null> {
    const r = new Random(seed);
    const input = join(this.folder, 'input'), output = join(this.folder, 'output.wasm');
    writeFileSync(input, r.bytes(r.pick([200, 1000, 3000, 8000, 20000])));
    const features = [...FEATURES.filter((f) => f === 'mutable-globals' || f.startsWith('bulk') || r.chance(80)), ...(newer ? NEWER.filter(() => r.chance(60)) : [])];
    const has = (f: string): boolean => features.includes(f);
    if (newer) features.push(...['reference-types', 'bulk-memory', 'bulk-memory-opt'].filter((f) => !has(f)));
    const args = [input, '-ttf', '--mvp-features', ...features.map((f) => `--enable-${f}`), '--denan', '-o', output];
    if (r.chance(30)) args.push('--no-fuzz-oob');
    if (r.chance(30)) args.push('--fuzz-passes');
    else if (r.chance(40)) args.push(r.pick(['-O1', '-O2', '-O3', '-Os', '--flatten', '--inlining', '--merge-blocks']));
    return this.attempt(args, output);
  }
  /** The module after some of binaryen's passes, which give code other shapes than generators do. */
  async reshape(bytes: Uint8Array, seed: number): Promise<Uint8Array | null> {
    const r = new Random(seed), input = join(this.folder, 'input.wasm'), output = join(this.folder, 'output.wasm');
    writeFileSync(input, bytes);
    return this.attempt([input, '--enable-multivalue', '--enable-bulk-memory', '--enable-bulk-memory-opt', '--enable-sign-ext', '--enable-nontrapping-float-to-int', '--enable-reference-types',
      '--enable-mutable-globals', '--enable-tail-call', r.pick(['-O1', '-O2', '-O3', '-Os', '-O4', '--flatten', '--vacuum']), '-o', output], output);
  }
  private async attempt(args: string[], output: string): Promise<Uint8Array | null> {
    rmSync(output, { force: true });
    try {
      if (await this.run(args) !== 0) return null;
      return new Uint8Array(readFileSync(output));
    } catch {
      return null;
    }
  }
  close(): void { rmSync(this.folder, { recursive: true, force: true }); }
}
