import { Command } from 'commander';
import { type ParsedFlags } from './flags.js';
/** What a command line asks for. */
export type Request = {
    command: 'build';
    inputs: string[];
    flags: ParsedFlags;
} | {
    command: 'run';
    input: string;
    args: string[];
    flags: ParsedFlags;
} | {
    command: 'inspect';
    input: string;
    flags: ParsedFlags;
};
/** The program; parsing it calls `request` with what was asked for. Throws `CommanderError` for wrong usage and for help. */
export declare function createProgram(request: (r: Request) => void): Command;
