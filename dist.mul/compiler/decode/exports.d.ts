import { type Module } from '../spec/module.js';
import type { ByteReader } from './reader.js';
export declare function decodeExportSection(r: ByteReader, m: Module): void;
export declare function decodeStartSection(r: ByteReader, m: Module): void;
