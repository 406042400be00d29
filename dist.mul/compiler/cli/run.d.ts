import { type ExitCode } from './failure.js';
import { type ParsedFlags } from './flags.js';
export declare function runCommand(input: string, args: readonly string[], flags: ParsedFlags): Promise<ExitCode>;
