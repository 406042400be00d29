import { type ExitCode } from './failure.js';
import type { ParsedFlags } from './flags.js';
/** Fails for a module that is not valid, after describing it all the same. */
export declare function inspectCommand(input: string, flags: ParsedFlags): Promise<ExitCode>;
