import type { Module } from '../spec/module.js';
import type { InstructionReader } from './instruction.js';
export declare function decodeDataCountSection(r: InstructionReader, m: Module): void;
export declare function decodeDataSection(r: InstructionReader, m: Module): void;
