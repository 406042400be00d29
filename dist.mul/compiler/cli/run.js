// `dewasm run`: compiles a module, instantiates it here and calls one of its functions, for trying things out. The output
// is evaluated as a script of this process; nothing of the host is given to the module.
import { basename } from 'node:path';
import { compileFunction } from 'node:vm';
import { decodeModule } from '../decode/module.js';
import { compile } from '../index.js';
import { funcTypeAt } from '../spec/module.js';
import { typeName } from '../spec/types.js';
import { readModule } from './build-one.js';
import { displayName } from './files.js';
import { CliError, EXIT } from './failure.js';
import { compileOptions } from './flags.js';
import { reportWarning, writeJson, writeStdout } from './report.js';
import { quoted } from './text.js';
import { formatResult, parseArgument } from './values.js';
/** What a command module starts with (WASI). */
const COMMAND_ENTRY = '_start';
const LISTED = 5;
export async function runCommand(input, args, flags) {
    const options = compileOptions(flags);
    const invoke = flags['invoke'];
    if (invoke === undefined && args.length > 0) {
        throw new CliError(`${JSON.stringify(args[0])}: arguments are for a function that --invoke names; programs that take some (WASI) are not supported yet`, EXIT.usage);
    }
    const file = displayName(input);
    const bytes = await readModule(input);
    // What cannot be linked need not be compiled.
    const module = decodeModule(bytes);
    refuseImports(module, file);
    const call = invoke === undefined ? undefined : { name: invoke, type: exportedFunction(module, invoke, file) };
    const values = call === undefined ? [] : argumentsOf(call.name, call.type, args);
    const built = compileHere(bytes, options, file);
    let results;
    try {
        const exports = built.instantiate({});
        results = call === undefined ? start(exports) : resultsOf(exports[call.name](...values), call.type);
    }
    catch (e) {
        throw describeThrown(e);
    }
    const lines = results.map((value, i) => formatResult(value, call.type.results[i]));
    if (flags['json'] === true)
        await writeJson({ ok: true, results: lines });
    else if (lines.length > 0)
        await writeStdout(`${lines.join('\n')}\n`);
    return EXIT.done;
}
function compileHere(bytes, options, file) {
    const result = compile(bytes, { ...options, format: 'cjs' });
    for (const { message } of result.warnings)
        reportWarning(file, message);
    const holder = { exports: {} };
    compileFunction(result.code, ['module', 'exports'], { filename: `${basename(file)}.js` })(holder, holder.exports);
    return holder.exports;
}
function refuseImports(m, file) {
    if (m.imports.length === 0)
        return;
    const wasi = m.imports.filter((i) => i.module.startsWith('wasi_'));
    const names = (wasi.length > 0 ? wasi : m.imports).map((i) => `${i.module}.${i.name}`);
    const listed = names.slice(0, LISTED).join(', ') + (names.length > LISTED ? ` and ${names.length - LISTED} more` : '');
    throw new CliError(`${file}: ${wasi.length > 0 ? 'WASI is not supported yet' : 'nothing provides the imports'}: ${listed}`);
}
function exportedFunction(m, name, file) {
    const found = m.exports.find((e) => e.name === name);
    if (found?.kind === 'func')
        return funcTypeAt(m, m.funcs[found.index].type);
    const functions = m.exports.filter((e) => e.kind === 'func').map((e) => e.name);
    const known = functions.length === 0 ? 'it exports no functions' : `it exports ${functions.slice(0, LISTED).map(quoted).join(', ')}${functions.length > LISTED ? ` and ${functions.length - LISTED} more` : ''}`;
    throw new CliError(`${file}: ${found === undefined ? 'there is no export' : `export is a ${found.kind}, not a function:`} ${quoted(name)}; ${known}`);
}
function argumentsOf(name, { params }, args) {
    if (args.length !== params.length) {
        const takes = params.length === 0 ? 'no arguments' : `${params.length} argument${params.length === 1 ? '' : 's'} (${params.map(typeName).join(' ')})`;
        throw new CliError(`function ${quoted(name)} takes ${takes}, here ${args.length === 1 ? 'is' : 'are'} ${args.length}`);
    }
    return args.map((arg, i) => parseArgument(arg, params[i]));
}
function start(exports) {
    const entry = exports[COMMAND_ENTRY];
    if (typeof entry === 'function')
        entry();
    return [];
}
const resultsOf = (value, { results }) => (results.length === 0 ? [] : results.length === 1 ? [value] : value);
/** A trap, an exception that nobody caught, or an overflow of the stack. */
function describeThrown(e) {
    const line = e instanceof Error ? `${e.name}: ${e.message}` : `uncaught exception: ${typeof e === 'object' ? Object.prototype.toString.call(e) : String(e)}`;
    return new CliError(line, EXIT.failed, e);
}
