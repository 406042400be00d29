import { type ValType } from '../spec/types.js';
import type { ByteReader } from './reader.js';
/** A heap type, as the reference type with the given nullability, which also keeps its exactness. */
export declare function readHeapType(r: ByteReader, nullable: boolean): ValType;
export declare function readRefType(r: ByteReader): ValType;
export declare function readValType(r: ByteReader): ValType;
/** A value type or one of the packed types i8 and i16, for fields. */
export declare function readStorageType(r: ByteReader): ValType;
export declare function readMutability(r: ByteReader): boolean;
