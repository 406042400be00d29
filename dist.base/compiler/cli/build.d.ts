import { type ExitCode } from './failure.js';
import { type ParsedFlags } from './flags.js';
export declare function buildCommand(inputs: readonly string[], flags: ParsedFlags): Promise<ExitCode>;
