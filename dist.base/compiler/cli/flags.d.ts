import { type Command } from 'commander';
import { type CompileOptions } from '../options.js';
/** Flags as commander leaves them: by the option's name, absent when not given. */
export type ParsedFlags = Readonly<Record<string, unknown>>;
/** Adds the flags of the table to a command; `except` names options that make no sense for it. */
export declare function addCompileFlags(command: Command, except?: readonly string[]): Command;
/** Checks the flags and returns what was given of them. Throws an `OptionError` or a `CliError` that names the flag. */
export declare function compileOptions(flags: ParsedFlags): CompileOptions;
