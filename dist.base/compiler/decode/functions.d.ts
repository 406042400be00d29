import type { Module } from '../spec/module.js';
import type { ByteReader } from './reader.js';
export declare function decodeFunctionSection(r: ByteReader, m: Module): void;
