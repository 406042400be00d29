// Which files to build, and where each goes: one file to one file, or many to a folder in which they keep their structure.
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { CompileOptions } from '../options.js';
import type { CachePlace } from './cache.js';
import { CliError, EXIT, isSystemError, systemError } from './failure.js';
import { STDIO, withExtension, writtenPlaces } from './files.js';

export interface Job extends Settings { input: string; output: string }

/** What is the same for all modules of a build. */
export interface Settings {
  options: CompileOptions;
  /** Threads to use; undefined for as many as pay. */
  jobs: number | undefined;
  cache: CachePlace | undefined;
}

export interface Plan {
  jobs: Job[];
  /** Folders to watch for new files. */
  folders: string[];
  /** The folder that jobs write to; undefined for a single output. */
  outputFolder: string | undefined;
}

const isModule = (path: string): boolean => /\.(wasm|wat)$/i.test(path);

async function kindOf(path: string): Promise<'file' | 'folder' | 'absent'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (e) {
    if (isSystemError(e) && (e.code === 'ENOENT' || e.code === 'ENOTDIR')) return 'absent';
    throw isSystemError(e) ? systemError(e, path) : e;
  }
}

/** The modules below a folder, in a fixed order. What `-o` wrote there is no input. */
async function modulesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && isModule(e.name))
    .map((e) => join(e.parentPath ?? e.path, e.name))
    .filter((path) => !relative(folder, path).split(sep).includes('node_modules'))
    .sort();
}

/** The folder that all the files are in, at whatever depth. */
function commonFolder(files: readonly string[]): string {
  let common = dirname(resolve(files[0]));
  for (const file of files) {
    while (relative(common, resolve(file)).startsWith('..')) common = dirname(common);
  }
  return common;
}

export async function planBuild(inputs: readonly string[], output: string, settings: Settings): Promise<Plan> {
  const plan = await planJobs(inputs, output, settings);
  await refuseOverwriting(plan.jobs);
  return plan;
}

async function planJobs(inputs: readonly string[], output: string, settings: Settings): Promise<Plan> {
  const kinds = await Promise.all(inputs.map(async (input) => (input === STDIO ? 'file' as const : kindOf(input))));
  if (inputs.length === 1 && kinds[0] !== 'folder') {
    return { jobs: [{ input: inputs[0], output, ...settings }], folders: [], outputFolder: undefined };
  }
  if (inputs.includes(STDIO)) throw new CliError('standard input cannot be one of several inputs', EXIT.usage);
  if (output === STDIO) throw new CliError('several modules cannot go to standard output; name a folder with -o', EXIT.usage);
  if (await kindOf(output) === 'file') throw new CliError(`${output}: is a file, but -o names a folder when there are several inputs`);
  const folders = inputs.filter((_, i) => kinds[i] === 'folder');
  return { jobs: await planFolder(inputs, kinds, output, settings), folders, outputFolder: output };
}

async function planFolder(inputs: readonly string[], kinds: readonly string[], output: string, settings: Settings): Promise<Job[]> {
  const files = inputs.filter((_, i) => kinds[i] !== 'folder');
  const root = files.length === 0 ? '' : commonFolder(files);
  const jobs: Job[] = [];
  const add = (input: string, place: string): void => {
    jobs.push({ input, output: join(output, withExtension(place, settings.options.format === 'cjs' ? '.cjs' : '.js')), ...settings });
  };
  for (const [i, input] of inputs.entries()) {
    if (kinds[i] !== 'folder') {
      add(input, relative(root, resolve(input)));
      continue;
    }
    const modules = await modulesIn(input);
    if (modules.length === 0) throw new CliError(`${input}: there is no .wasm or .wat file in this folder`);
    for (const file of modules) add(file, relative(input, file));
  }
  refuseCollisions(jobs);
  return jobs;
}

/** Two inputs that would overwrite each other: `a.wasm` and `a.wat`, or the same path below two folders. */
function refuseCollisions(jobs: readonly Job[]): void {
  const seen = new Map<string, string>();
  for (const { input, output } of jobs) {
    const other = seen.get(output);
    if (other !== undefined && resolve(other) !== resolve(input)) throw new CliError(`${other} and ${input} would both become ${output}`);
    seen.set(output, input);
  }
}

/** What would be written over a module that is to be built, or over another file of the same build. */
async function refuseOverwriting(jobs: readonly Job[]): Promise<void> {
  const identity = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  const inputs = new Set(await Promise.all(jobs.map(({ input }) => identity(input))));
  for (const { output, options } of jobs) {
    if (output === STDIO || options.printIrAfter !== undefined) continue;
    const places = writtenPlaces(output, options);
    for (const place of places) {
      if (inputs.has(await identity(place))) throw new CliError(`${place}: is a module to build, which the output would replace; name another with -o`, EXIT.usage);
    }
    if (new Set(places).size < places.length) throw new CliError(`${output}: the code and what stands beside it would be one file; name another with -o`, EXIT.usage);
  }
}
