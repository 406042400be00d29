// The table of options as flags: what `--help` lists and what parsed flags become for `compile`.
import { Option, type Command } from 'commander';
import { OPTIONS, flagOf, resolveOptions, type CompileOptions, type OptionRow } from '../options.js';

/** Flags as commander leaves them: by the option's name, absent when not given. */
export type ParsedFlags = Readonly<Record<string, unknown>>;

function valueOf(row: OptionRow): string {
  switch (row.type) {
    case 'choice': return ` <${row.choices.join('|')}>`;
    case 'integer': return ` <${row.min}..${row.max}>`;
    case 'list': case 'text': return ` <${row.value}>`;
    case 'flag': return '';
  }
}

function helpOf(row: OptionRow): string {
  const notes: string[] = [];
  if (row.type !== 'flag' && row.default !== undefined && row.default !== '') notes.push(`default: ${row.default}`);
  if (row.missing !== undefined) notes.push(row.type === 'flag' ? 'not supported yet' : `not supported yet: ${row.missing.join(', ')}`);
  return row.help + (notes.length === 0 ? '' : ` (${notes.join('; ')})`);
}

/** The option of a row. A flag that is on unless turned off is spelt `--no-…`. */
function flagOption(row: OptionRow): Option {
  const flag = row.type === 'flag' && row.default ? flagOf(row.name).replace('--', '--no-') : flagOf(row.name);
  return new Option(flag + valueOf(row), helpOf(row));
}

/** Adds the flags of the table to a command; `except` names options that make no sense for it. */
export function addCompileFlags(command: Command, except: readonly string[] = []): Command {
  for (const row of OPTIONS) if (!except.includes(row.name)) command.addOption(flagOption(row));
  return command;
}

/** Checks the flags and returns what was given of them. Throws an `OptionError` that names the flag. */
export function compileOptions(flags: ParsedFlags): CompileOptions {
  const given: Record<string, unknown> = {};
  for (const row of OPTIONS as readonly OptionRow[]) {
    const value = flags[row.name];
    if (value === undefined || (row.type === 'flag' && value === row.default)) continue;
    given[row.name] = row.type === 'integer' && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  }
  resolveOptions(given, flagOf);
  return given as CompileOptions;
}
