import type { Module } from '../spec/module.js';
import type { InstructionReader } from './instruction.js';
export declare function decodeTableSection(r: InstructionReader, m: Module): void;
