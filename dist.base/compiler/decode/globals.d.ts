import type { Module } from '../spec/module.js';
import type { InstructionReader } from './instruction.js';
export declare function decodeGlobalSection(r: InstructionReader, m: Module): void;
