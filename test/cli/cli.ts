// Runs the built command line as a user would: a process of its own in a folder of its own.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';
import { onTestFinished } from 'vitest';

export const MAIN = fileURLToPath(new URL('../../dist/compiler/cli/main.js', import.meta.url));

export interface Outcome { code: number | null; out: string; err: string; bytes: Buffer }
export interface Surroundings { cwd?: string; input?: string | Uint8Array; env?: Record<string, string> }

/** The environment without what would change colours, and without what a test runner adds. */
export function plainEnvironment(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of ['PATH', 'HOME', 'TMPDIR', 'SystemRoot']) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

export function cli(args: readonly string[], { cwd, input, env }: Surroundings = {}): Outcome {
  const run: SpawnSyncReturns<Buffer> = spawnSync(process.execPath, [MAIN, ...args], {
    cwd, input: input ?? '', env: { ...plainEnvironment(), ...env }, timeout: 50_000, maxBuffer: 1 << 28,
  });
  return { code: run.status, out: run.stdout.toString(), err: run.stderr.toString(), bytes: run.stdout };
}

/** A new folder with these files in it, gone when the test ends. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'dewasm-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

const wabtModule = await wabt();

/** The binary of a module in text format; it may be invalid. */
export function wasm(text: string): Uint8Array {
  const m = wabtModule.parseWat('test.wat', text, { tail_call: true, memory64: true, gc: true, function_references: true, exceptions: true, threads: true, extended_const: true });
  try {
    return m.toBinary({ write_debug_names: true }).buffer.slice();
  } finally {
    m.destroy();
  }
}

export const ADD = wasm('(module $adder (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))');
/** `f` leaves an i64 where an i32 belongs. */
export const INVALID = wasm('(module (func $f (export "f") (result i32) i64.const 1))');
