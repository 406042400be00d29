// The table of options as flags: what `--help` lists and what parsed flags become for `compile`.
import { Option } from 'commander';
import { OPTIONS, flagOf, resolveOptions } from '../options.js';
import { CompileError } from '../spec/errors.js';
import { parseFeatures } from '../validate/features.js';
import { CliError, EXIT } from './failure.js';
function valueOf(row) {
    switch (row.type) {
        case 'choice': return ` <${row.choices.join('|')}>`;
        case 'integer': return ` <${row.min}..${row.max}>`;
        case 'list':
        case 'text': return ` <${row.value}>`;
        case 'flag': return '';
    }
}
function helpOf(row) {
    const notes = [];
    if (row.type !== 'flag' && row.default !== undefined)
        notes.push(`default: ${row.default}`);
    if (row.missing !== undefined)
        notes.push(row.type === 'flag' ? 'not supported yet' : `not supported yet: ${row.missing.join(', ')}`);
    return row.help + (notes.length === 0 ? '' : ` (${notes.join('; ')})`);
}
const isCompileRow = (row) => row.where !== 'api';
/** The option of a row. A flag that is on unless turned off is spelt `--no-…`. */
function flagOption(row) {
    const flag = row.type === 'flag' && row.default ? flagOf(row.name).replace('--', '--no-') : flagOf(row.name);
    return new Option(flag + valueOf(row), helpOf(row));
}
/** Adds the flags of the table to a command; `except` names options that make no sense for it. */
export function addCompileFlags(command, except = []) {
    for (const row of OPTIONS)
        if (isCompileRow(row) && !except.includes(row.name))
            command.addOption(flagOption(row));
    return command;
}
/** Checks the flags and returns what was given of them. Throws an `OptionError` or a `CliError` that names the flag. */
export function compileOptions(flags) {
    const given = {};
    for (const row of OPTIONS) {
        const value = flags[row.name];
        if (value === undefined || (row.type === 'flag' && value === row.default))
            continue;
        given[row.name] = row.type === 'integer' && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    }
    const { features } = resolveOptions(given, flagOf);
    try {
        parseFeatures(features);
    }
    catch (e) {
        throw e instanceof CompileError ? new CliError(`--features: ${e.reason}`, EXIT.usage) : e;
    }
    return given;
}
