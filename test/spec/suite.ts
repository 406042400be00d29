// Finds the official WebAssembly test suite and runs one folder of it. The suite
// is data with its own runner and lives outside this repository: in
// $DEWASM_SPEC_SUITE, or in ../shared/spec beside the checkout.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Failure { readonly line: number; readonly type: string; readonly why: string }
export interface GroupResult { readonly passed: number; readonly failed: number; readonly failures: ReadonlyMap<string, readonly Failure[]> }

const root = fileURLToPath(new URL('../..', import.meta.url));

export function suiteFolder(): string | undefined {
  return [process.env.DEWASM_SPEC_SUITE, join(root, '../shared/spec')].find((folder) => folder !== undefined && existsSync(join(folder, 'run.mjs')));
}

/** Custom descriptors lift a rule for casts that the tests of the others check. */
const featuresFor = (group: string): string => (group === 'custom-descriptors' ? 'all' : 'all,-custom-descriptors');

export async function runGroup(suite: string, group: string): Promise<GroupResult> {
  const folder = mkdtempSync(join(tmpdir(), 'dewasm-spec-'));
  const out = join(folder, 'result.json');
  try {
    const args = [join(suite, 'run.mjs'), '--engine', fileURLToPath(new URL('engine.mjs', import.meta.url)), '--filter', `^${group}/`, '--jobs', '2', '--timeout', '120', '--out', out];
    await new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEWASM_SPEC_FEATURES: featuresFor(group) },
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
