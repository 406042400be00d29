import { type CompileOptions } from '../options.js';
import type { CompileResult } from '../result.js';
import { type Part } from './part.js';
/** Where entries are. */
export interface CachePlace {
    folder: string;
    /** From what size of module on keeping a result is worth it. */
    minBytes: number;
    /** Whether the user named the folder. */
    asked: boolean;
}
/** What a build gives, with contents of files in place of texts. */
export interface Built extends Pick<CompileResult, 'warnings' | 'stats' | 'ir'> {
    parts: Parts;
}
export type PartName = 'code' | 'types' | 'map' | 'data';
export type Parts = {
    [name in PartName]?: Part;
};
/** The cache of the package around `folder`, as other tools keep theirs; none if there is no package. */
export declare function defaultCache(folder: string): CachePlace | undefined;
/** `moduleHash` is the SHA-256 of the module. */
export declare function cacheKey(moduleHash: string, options: CompileOptions): string;
/** A part of an entry turned out not to be what was written. */
export declare class DamagedEntry extends Error {
}
export declare function readEntry(cache: CachePlace, key: string): Promise<Built | undefined>;
/** Fails where the folder cannot be written to. */
export declare function writeEntry(cache: CachePlace, key: string, { parts, warnings, stats }: Built): Promise<void>;
