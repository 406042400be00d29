import type { GlobalType, MemoryType, TableType, TagType } from '../spec/module.js';
import type { ByteReader } from './reader.js';
export declare function readTableType(r: ByteReader): TableType;
export declare function readMemoryType(r: ByteReader): MemoryType;
export declare function readGlobalType(r: ByteReader): GlobalType;
export declare function readTagType(r: ByteReader): TagType;
