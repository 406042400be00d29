// Finds the official WebAssembly test suite and runs one folder of it. The suite is data with its own runner and lives
// outside this repository: in $DEWASM_SPEC_SUITE, or in ../shared/spec beside the checkout.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Failure { readonly line: number; readonly type: string; readonly why: string }
export interface GroupResult { readonly passed: number; readonly failed: number; readonly failures: ReadonlyMap<string, readonly Failure[]> }

const root = fileURLToPath(new URL('../..', import.meta.url));

export function suiteFolder(): string | undefined {
  return [process.env.DEWASM_SPEC_SUITE, join(root, '../shared/spec')].find((folder) => folder !== undefined && existsSync(join(folder, 'run.mjs')));
}

/** What a folder's tests take for granted where that is not everything. */
function featuresFor(group: string): string {
  // Custom descriptors lift a rule for casts that the tests of the others check.
  if (group === 'custom-descriptors') return 'all';
  // Written before a module could have several memories and tables: they assert that it cannot.
  if (group === 'threads') return 'all,-custom-descriptors,-multi-memory,-reference-types';
  return 'all,-custom-descriptors';
}

/**
 * A folder with the group as the runner can read it. It takes the text of a module that has no bytes for one that is in
 * a file, so such modules are put into a file.
 */
function readable(suite: string, group: string, to: string): string {
  const from = join(suite, 'suite'), folder = join(to, 'suite');
  mkdirSync(join(folder, group), { recursive: true });
  copyFileSync(join(from, 'spectest.wasm'), join(folder, 'spectest.wasm'));
  writeFileSync(join(folder, group, 'empty.wasm'), '');
  for (const name of readdirSync(join(from, group))) {
    const path = join(from, group, name), text = name.endsWith('.json') ? readFileSync(path, 'utf8') : '';
    if (text.includes('"wasm":""')) writeFileSync(join(folder, group, name), text.replaceAll('"wasm":""', '"filename":"empty.wasm"'));
    else symlinkSync(path, join(folder, group, name));
  }
  return folder;
}

/** Runs one folder of the suite with these compile options. */
export async function runGroup(suite: string, group: string, options: object): Promise<GroupResult> {
  const folder = mkdtempSync(join(tmpdir(), 'dewasm-spec-'));
  const out = join(folder, 'result.json');
  try {
    const args = [
      join(suite, 'run.mjs'), '--engine', fileURLToPath(new URL('engine.mjs', import.meta.url)), '--json', readable(suite, group, folder),
      '--filter', `^${group}/`, '--jobs', '2', '--timeout', '600', '--out', out,
    ];
    await new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEWASM_SPEC_FEATURES: featuresFor(group), DEWASM_SPEC_OPTIONS: JSON.stringify(options) },
      });
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the suite's runner ended with ${code}`))));
    });
    const { total, files } = JSON.parse(readFileSync(out, 'utf8')) as { total: { pass: number; fail: number }; files: Record<string, { failures: Failure[] }> };
    const failures = new Map(Object.entries(files).map(([name, file]) => [name.slice(group.length + 1), file.failures] as const));
    return { passed: total.pass, failed: total.fail, failures };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
