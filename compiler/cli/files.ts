// Reading inputs and writing outputs. An output appears whole or not at all: it is written beside its place under another
// name and renamed, so that an interrupted or failed build leaves what was there before.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { access, chmod, constants, mkdir, realpath, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CompileOptions } from '../options.js';
import { CliError, isSystemError, systemError } from './failure.js';
import { holds, type Part } from './part.js';

export const STDIO = '-';
/** How messages name an input. */
export const displayName = (input: string): string => (input === STDIO ? '<stdin>' : input);

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return path === STDIO ? await readStdin() : /* through promises it comes in small pieces */ readFileSync(path);
  } catch (e) {
    throw isSystemError(e) ? systemError(e, path) : e;
  }
}

const DECLARATION_ENDINGS: Readonly<Record<string, string>> = { '.mjs': '.d.mts', '.cjs': '.d.cts' };

/** Where the code of a module goes, and what stands beside it. */
export const placesOf = (output: string): { code: string; map: string; types: string; data: string } => ({
  code: output, map: `${output}.map`, types: withExtension(output, DECLARATION_ENDINGS[output.slice(-4)] ?? '.d.ts'), data: withExtension(output, '.data'),
});

/** The files that a build with these options writes. */
export function writtenPlaces(output: string, options: CompileOptions): string[] {
  const { code, types, data } = placesOf(output);
  return [code, ...(options.types === true ? [types] : []), ...(options.data === 'file' ? [data] : [])];
}

/** A file's place and its content in pieces. */
export interface OutputFile { path: string; content: readonly Part[] }

export const sizeOf = (content: readonly Part[]): number => content.reduce((sum, { size }) => sum + size, 0);

interface Staged { temporary: string; target: string }

/** Writes files that belong together: if one of them cannot be written, none changes. */
export async function writeOutputs(files: readonly OutputFile[]): Promise<void> {
  const staged: Staged[] = [];
  try {
    for (const file of files) {
      const s = await stage(file);
      if (s !== undefined) staged.push(s);
    }
    for (let s = staged[0]; s !== undefined; s = staged[0]) {
      await rename(s.temporary, s.target).catch((e: unknown) => { throw nameTarget(e, s.target); });
      staged.shift();
    }
  } finally {
    for (const s of staged) await rm(s.temporary, { force: true });
  }
}

const nameTarget = (e: unknown, path: string): unknown => (isSystemError(e) ? systemError(e, path) : e);

/** Writes under a temporary name; what is no regular file (a pipe, a device) is written at once. */
async function stage({ path, content }: OutputFile): Promise<Staged | undefined> {
  try {
    const present = await stat(path).catch((e: unknown) => {
      if (isSystemError(e) && e.code === 'ENOENT') return undefined;
      throw e;
    });
    if (present?.isDirectory() === true) throw new CliError(`${path}: is a directory; -o names the file to write`);
    // A rename would replace a file that may not be written to, as long as its folder may.
    if (present !== undefined) await access(path, constants.W_OK);
    if (present?.isFile() === false) {
      await writeFile(path, content.map((part) => part.read()));
      return undefined;
    }
    if (present !== undefined && present.size === sizeOf(content) && holds(path, content)) {
      // As if written, for those who go by time; reading is several times as fast as writing.
      const now = new Date();
      await utimes(path, now, now);
      return undefined;
    }
    // A link stays, what it points to changes.
    const target = present === undefined ? path : await realpath(path);
    return { temporary: await writeBeside(target, content.map((part) => part.read()), present?.mode), target };
  } catch (e) {
    if (isSystemError(e) && e.code === 'ENOENT') throw new CliError(`${path}: there is no folder ${dirname(path)}`);
    throw nameTarget(e, path);
  }
}

/** Writes under a temporary name in the folder of `target`, for a rename to follow; returns that name. */
export async function writeBeside(target: string, content: readonly Uint8Array[], mode: number | undefined): Promise<string> {
  // Independent of the target's name, which may have the greatest length already.
  const temporary = join(dirname(target), `.dewasm-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    if (mode !== undefined) await chmod(temporary, mode & 0o7777);
    return temporary;
  } catch (e) {
    await rm(temporary, { force: true });
    throw e;
  }
}

/** As `mkdir` with `recursive`, which never returns where a folder says that it is not there though it is, as those of /proc do. */
export async function makeFolder(path: string): Promise<void> {
  if ((await stat(path).catch(() => undefined))?.isDirectory() === true) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch((e: unknown) => {
    // Another process or thread was faster; that it is no folder is found out by whoever writes into it.
    if (!isSystemError(e) || e.code !== 'EEXIST') throw e;
  });
}

/** `out/app.js` with another ending: `.d.ts`. */
export function withExtension(path: string, extension: string): string {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  return join(dirname(path), (dot > 0 ? name.slice(0, dot) : name) + extension);
}
