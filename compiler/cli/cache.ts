// Results of earlier builds, by what went into them: module, options and compiler. An entry is one file, written whole or not
// at all, with a checksum; whatever is wrong with one, it is as if there was none.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, statSync } from 'node:fs';
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { BUILD_ID } from '../build-id.js';
import { OPTIONS, resolveOptions, type CompileOptions } from '../options.js';
import type { CompileResult } from '../result.js';
import { makeFolder, writeBeside } from './files.js';
import { scan, type Part } from './part.js';

/** Where entries are. */
export interface CachePlace {
  folder: string;
  /** From what size of module on keeping a result is worth it. */
  minBytes: number;
  /** Whether the user named the folder. */
  asked: boolean;
}

/** What a build gives, with contents of files in place of texts. */
export interface Built extends Pick<CompileResult, 'warnings' | 'stats' | 'ir'> { parts: Parts }
export type PartName = 'code' | 'types' | 'map' | 'data';
export type Parts = { [name in PartName]?: Part };

/** The first bytes of an entry; what follows is the length of the header, the header as JSON, and the parts. */
const MAGIC = 'dewasm-cache 1\n';
const ENDING = '.build';
/** Beyond this many bytes the entries that were used longest ago go. */
const MAX_TOTAL = 2 ** 30;
/** Modules below this size are compiled as fast as they are looked up. */
const SMALL = 1 << 15;

interface Header { parts: { name: PartName; size: number; crc: number }[]; warnings: Built['warnings']; stats: Built['stats'] }

/** The cache of the package around `folder`, as other tools keep theirs; none if there is no package. */
export function defaultCache(folder: string): CachePlace | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json')) && existsSync(join(at, 'node_modules'))) return { folder: join(at, 'node_modules/.cache/dewasm'), minBytes: SMALL, asked: false };
    if (at === dirname(at)) return undefined;
  }
}

/** `moduleHash` is the SHA-256 of the module. */
export function cacheKey(moduleHash: string, options: CompileOptions): string {
  const settled = resolveOptions(options);
  const all = OPTIONS.map(({ name }) => [name, settled[name]]);
  return createHash('sha256').update(JSON.stringify([BUILD_ID, moduleHash, all])).digest('hex');
}

const entryPath = (cache: CachePlace, key: string): string => join(cache.folder, key + ENDING);

/** A part of an entry turned out not to be what was written. */
export class DamagedEntry extends Error {}

export async function readEntry(cache: CachePlace, key: string): Promise<Built | undefined> {
  const path = entryPath(cache, key);
  try {
    const built = parse(path);
    const now = new Date();
    await utimes(path, now, now).catch(() => {});
    return built;
  } catch {
    return undefined;
  }
}

/** The header is read and checked, the parts are when they are needed. Throws whatever is wrong. */
function parse(path: string): Built {
  const start = MAGIC.length + 8;
  const head = readRange(path, 0, start);
  if (head.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new DamagedEntry(path);
  const length = head.readUInt32LE(MAGIC.length);
  const header = readRange(path, start, length, head.readUInt32LE(MAGIC.length + 4));
  const { parts, warnings, stats } = JSON.parse(header.toString()) as Header;
  const built: Built = { parts: {}, warnings, stats };
  let at = start + length;
  for (const { name, size, crc } of parts) {
    const from = at;
    built.parts[name] = { size, crc, read: () => readRange(path, from, size, crc) };
    at += size;
  }
  if (statSync(path).size !== at) throw new DamagedEntry(path);
  return built;
}

/** Bytes of a file, which have this checksum if one is given. */
function readRange(path: string, from: number, size: number, crc?: number): Buffer {
  const fd = openSync(path, 'r');
  try {
    if (from + size > fstatSync(fd).size) throw new DamagedEntry(path);
    const bytes = Buffer.allocUnsafe(size);
    let at = 0;
    scan(fd, from, size, (piece) => { at += Buffer.from(piece.buffer, piece.byteOffset, piece.length).copy(bytes, at); });
    if (at !== size || (crc !== undefined && crc32(bytes) !== crc)) throw new DamagedEntry(path);
    return bytes;
  } finally {
    closeSync(fd);
  }
}

/** Fails where the folder cannot be written to. */
export async function writeEntry(cache: CachePlace, key: string, { parts, warnings, stats }: Built): Promise<void> {
  const list = Object.entries(parts) as [PartName, Part][];
  const header: Header = { parts: list.map(([name, { size, crc }]) => ({ name, size, crc })), warnings, stats };
  const text = Buffer.from(JSON.stringify(header));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(text.length, 0);
  lengths.writeUInt32LE(crc32(text), 4);
  await makeFolder(cache.folder);
  const path = entryPath(cache, key);
  const temporary = await writeBeside(path, [Buffer.from(MAGIC), lengths, text, ...list.map(([, part]) => part.read())], undefined);
  await rename(temporary, path);
  await removeOld(cache.folder);
}

/** Other processes may do the same: what is gone is gone. */
async function removeOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING));
  const found = await Promise.all(names.map(async (name) => {
    const path = join(folder, name);
    const known = await stat(path).catch(() => undefined);
    return { path, size: known?.size ?? 0, used: known?.mtimeMs ?? 0 };
  }));
  let total = found.reduce((sum, f) => sum + f.size, 0);
  // The one just written stays, however large it is.
  for (const { path, size } of found.sort((a, b) => a.used - b.used).slice(0, -1)) {
    if (total <= MAX_TOTAL) return;
    await rm(path, { force: true });
    total -= size;
  }
}
