import type { Module } from '../spec/module.js';
import type { InstructionReader } from './instruction.js';
export declare function decodeElementSection(r: InstructionReader, m: Module): void;
