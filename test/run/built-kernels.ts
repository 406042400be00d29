// The benchmark kernels as test subjects: real compiled C of every flavour, with
// the results native WebAssembly gives.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kernelFile, kernels } from '../../bench/kernels/list.mjs';
import { loadCompiler } from '../../bench/peers.mjs';

export interface Call { readonly file: string; readonly name: string; readonly args: readonly number[] }

const bytesOf = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(kernelFile(name)));

export const kernelNames: readonly string[] = kernels.map((kernel) => kernel.name);

export function quickArgument(name: string): number {
  return kernels.find((kernel) => kernel.name === name)!.quick;
}

export function nativeResult(name: string): string {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytesOf(name)), {});
  return String((instance.exports.run as (n: number) => unknown)(quickArgument(name)));
}

/** The text of a kernel compiled with these options. */
export async function compileKernel(name: string, options: object): Promise<string> {
  const { compile } = await loadCompiler();
  return compile(bytesOf(name), options).code;
}

/** Writes all kernels compiled with `options` to a folder; `job` is the file for call-modules.mjs. */
export async function buildKernels(options: object): Promise<{ job: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'dewasm-kernels-'));
  mkdirSync(join(folder, 'modules'));
  const calls: Call[] = [];
  for (const name of kernelNames) {
    const file = join(folder, 'modules', `${name}.mjs`);
    writeFileSync(file, await compileKernel(name, options));
    calls.push({ file, name: 'run', args: [quickArgument(name)] });
  }
  const job = join(folder, 'job.json');
  writeFileSync(job, JSON.stringify(calls));
  return { job, remove: () => rmSync(folder, { recursive: true }) };
}
