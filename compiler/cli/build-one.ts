// Builds one module, wherever that happens: in the process of the command line or in one of its workers. The compiler itself
// is loaded when the cache has not got the result.
import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { resolveOptions, type CompileOptions } from '../options.js';
import type { Stats, Warning } from '../result.js';
import { cacheKey, DamagedEntry, readEntry, writeEntry, type Built, type CachePlace, type Parts } from './cache.js';
import { diagnose, isSystemError, systemError, type Diagnostic } from './failure.js';
import { STDIO, displayName, makeFolder, placesOf, readInput, sizeOf, writeOutputs, type OutputFile } from './files.js';
import type { Job } from './inputs.js';
import { partOf } from './part.js';
import { delayTierUp } from './tier-up.js';
import { assemble, isText } from './wat.js';

export interface WrittenFile { path: string; bytes: number }

export type BuildResult = { input: string } & (
  | { ok: true; output: string; files: WrittenFile[]; /** Only if the output is standard output. */ code: Uint8Array | undefined;
    /** IR that was asked for, instead of code. */ ir: string | undefined; warnings: Warning[]; stats: Stats;
    /** Whether it is the result of an earlier build. */ cached: boolean }
  | { ok: false; diagnostic: Diagnostic }
);

/** Reads a module; the text format becomes binary. */
export async function readModule(input: string): Promise<Uint8Array> {
  const bytes = await readInput(input);
  return isText(input) ? assemble(input, bytes) : bytes;
}

/** The files of a result: the code, and what stands beside it. */
function outputFiles(output: string, { code, map, types, data }: Parts): OutputFile[] {
  const files: OutputFile[] = [];
  const places = placesOf(output);
  const content = code === undefined ? [] : [code];
  if (map !== undefined) {
    files.push({ path: places.map, content: [map] });
    content.push(partOf(Buffer.from(`//# sourceMappingURL=${encodeURIComponent(basename(output))}.map\n`)));
  }
  if (types !== undefined) files.push({ path: places.types, content: [types] });
  if (data !== undefined) files.push({ path: places.data, content: [data] });
  // The code last: when it is there, what it needs is too.
  return [...files, { path: places.code, content }];
}

async function compile(bytes: Uint8Array, options: CompileOptions, hash: string, jobs: number | undefined): Promise<Built> {
  delayTierUp();
  const { compileInParallel } = await import('../parallel/compile.js');
  const { chunks, map, types, data, ir, warnings, stats } = await compileInParallel(bytes, resolveOptions(options), jobs, hash);
  // A map is named in a line of its own.
  if (map !== undefined && !chunks[chunks.length - 1].endsWith('\n')) chunks.push('\n');
  const parts: Parts = { code: partOf(encode(chunks)) };
  if (map !== undefined) parts.map = partOf(Buffer.from(`${JSON.stringify(map)}\n`));
  if (types !== undefined) parts.types = partOf(Buffer.from(types));
  if (data !== undefined) parts.data = partOf(data);
  return { parts, ir, warnings, stats };
}

/** Text in pieces as bytes, without joining it. */
function encode(chunks: readonly string[]): Uint8Array {
  const bytes = Buffer.allocUnsafe(chunks.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
  let at = 0;
  for (const text of chunks) at += bytes.write(text, at);
  return bytes;
}

/** A build that cannot be kept is a build nevertheless. */
async function keep(cache: CachePlace, key: string, built: Built): Promise<Warning[]> {
  try {
    await writeEntry(cache, key, built);
    return [];
  } catch (e) {
    return cache.asked ? [{ message: `the result could not be kept in the cache: ${diagnose(isSystemError(e) ? systemError(e, cache.folder) : e).reason}` }] : [];
  }
}

/** Writes what was built to where the job wants it. */
async function deliver({ input, output }: Job, { parts, ir, warnings, stats }: Built, cached: boolean, inFolder: boolean): Promise<BuildResult> {
  const result = { input, ok: true, output, files: [], code: undefined, ir, warnings, stats, cached } as const;
  if (ir !== undefined) return { ...result, files: [] };
  if (output === STDIO) return { ...result, files: [], code: parts.code?.read() };
  if (inFolder) await makeFolder(dirname(output));
  const files = outputFiles(output, parts);
  await writeOutputs(files);
  return { ...result, files: files.map(({ path, content }) => ({ path, bytes: sizeOf(content) })) };
}

/** From the cache if there is one and it has the result, else compiled. */
async function build(job: Job, inFolder: boolean): Promise<BuildResult> {
  const { input, options, jobs, cache } = job;
  const bytes = await readModule(input);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const cacheable = cache !== undefined && bytes.length >= cache.minBytes && options.printIrAfter === undefined;
  if (!cacheable) return deliver(job, await compile(bytes, options, hash, jobs), false, inFolder);
  const key = cacheKey(hash, options);
  const known = await readEntry(cache, key);
  if (known !== undefined) {
    try {
      return await deliver(job, known, true, inFolder);
    } catch (e) {
      if (!(e instanceof DamagedEntry)) throw e;
    }
  }
  const built = await compile(bytes, options, hash, jobs);
  const warnings = await keep(cache, key, built);
  return deliver(job, { ...built, warnings: [...built.warnings, ...warnings] }, false, inFolder);
}

/** Never rejects: a failure is a result. `inFolder`: the output's folder is made if it is not there. */
export async function buildOne(job: Job, inFolder: boolean): Promise<BuildResult> {
  try {
    return await build(job, inFolder);
  } catch (e) {
    return { input: job.input, ok: false, diagnostic: diagnose(e, displayName(job.input)) };
  }
}
