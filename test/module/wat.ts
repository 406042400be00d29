// Modules written in the text format, compiled in every way the tests need, and run natively for comparison.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, type CompileOptions, type CompileResult } from 'dewasm';
import { afterAll } from 'vitest';
import wabtInit from 'wabt';

const wabt = await wabtInit();
const features = {
  exceptions: true, mutable_globals: true, sat_float_to_int: true, sign_extension: true, simd: true, threads: true, multi_value: true, tail_call: true,
  bulk_memory: true, reference_types: true, memory64: true, extended_const: true, multi_memory: true, function_references: true,
};

export function wasm(text: string): Uint8Array {
  const module = wabt.parseWat('test.wat', text, features as never);
  const bytes = module.toBinary({ write_debug_names: true }).buffer;
  module.destroy();
  return bytes;
}

const folder = mkdtempSync(join(tmpdir(), 'dewasm-module-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Writes a file that nobody has imported yet and returns its path. */
export function file(content: string | Uint8Array, extension: string): string {
  const path = join(folder, `${files++}.${extension}`);
  writeFileSync(path, content);
  return path;
}

// What built modules export is as various as wasm, so tests take it untyped.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Exports = Record<string, any>;
export interface Built { instantiate(imports?: object, data?: Uint8Array | ArrayBuffer): Exports; module: { hash: string; abi: number; create: unknown }; default: unknown }

export async function load(result: CompileResult): Promise<Built> {
  return await import(/* @vite-ignore */ pathToFileURL(file(result.code, 'mjs')).href) as Built;
}

/** Builds a module as an ES module and instantiates it. */
export async function run(text: string, imports?: object, options?: CompileOptions): Promise<Exports> {
  return (await load(compile(wasm(text), options))).instantiate(imports);
}

export function native(text: string, imports?: object): Exports {
  return new WebAssembly.Instance(new WebAssembly.Module(wasm(text) as BufferSource), imports as WebAssembly.Imports).exports;
}
