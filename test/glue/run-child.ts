// Starts a package's glue in a child process and returns what it printed.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface GlueOutput {
  readonly results: unknown;
  readonly stderr: string;
  /** Milliseconds to load the glue (and compile, where that happens then), and of the first run. */
  readonly loadMs: number;
  readonly firstMs: number;
}

const runner = fileURLToPath(new URL('run-glue.mjs', import.meta.url));

export interface GlueOptions {
  readonly args?: readonly string[];
  /** The engine, if not the one that runs this, and options for it. */
  readonly engine?: string;
  readonly engineFlags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export type GlueMode = 'native' | 'dewasm' | 'precompiled' | 'preloaded';

export function runGlue(name: string, mode: GlueMode, { args = [], engine = process.execPath, engineFlags = [], env = {} }: GlueOptions = {}): Promise<GlueOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn(engine, [...engineFlags, runner, name, mode, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let stdout = '', stderr = '';
    // A character may arrive in two pieces.
    child.stdout.setEncoding('utf8');
    child.stderr.setEncoding('utf8');
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code !== 0) reject(new Error(`${name} ${mode}: exit ${code ?? signal}\n${stderr.slice(-4000)}`));
      else resolve({ ...JSON.parse(stdout), stderr });
    });
  });
}
