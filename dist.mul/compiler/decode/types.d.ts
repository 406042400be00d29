import type { Module } from '../spec/module.js';
import type { ByteReader } from './reader.js';
export declare function decodeTypeSection(r: ByteReader, m: Module): void;
