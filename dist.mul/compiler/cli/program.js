// The commands and their flags, as commander parses them and shows them in help.
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { addCompileFlags } from './flags.js';
/** Options that describe a file, which `run` does not make. */
const NOT_FOR_RUN = ['format', 'bindings', 'runtime', 'data', 'minify', 'sourceMap', 'types', 'name', 'printIrAfter'];
function packageVersion() {
    const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    return JSON.parse(text).version;
}
const json = () => new Option('--json', 'Print results and errors as JSON on standard output');
/** The program; parsing it calls `request` with what was asked for. Throws `CommanderError` for wrong usage and for help. */
export function createProgram(request) {
    const program = new Command('dewasm')
        .description('Compiles WebAssembly to plain JavaScript.')
        .version(packageVersion())
        .exitOverride()
        .showHelpAfterError('See dewasm --help.')
        .enablePositionalOptions()
        .configureOutput({ outputError: (text, write) => write(text.replace(/\n(?=\(Did you mean)/, ' ')) });
    program.addHelpText('after', '\nExit codes: 0 done, 1 a module is invalid or cannot be compiled, 2 wrong usage.\n'
        + 'DEWASM_DEBUG=1 adds stack traces to errors; NO_COLOR and FORCE_COLOR are honoured.');
    addCompileFlags(subcommand(program, 'build', 'Compile modules to JavaScript files')
        .argument('<input...>', 'modules (.wasm, or .wat if the package wabt is installed), folders of them, or - for standard input')
        .option('-o, --output <path>', 'file to write, - for standard output; a folder when there are several modules'))
        .addOption(new Option('--jobs <n>', 'Threads to use (default: one per processor, fewer where that does not pay)'))
        .addOption(new Option('--cache <folder>', 'Where results are kept, so that building the same again takes no time (default: node_modules/.cache/dewasm of the package around)'))
        .addOption(new Option('--no-cache', 'Keep no results and use none'))
        .addOption(new Option('--watch', 'Build again when an input changes')).addOption(json())
        .action((inputs, flags) => request({ command: 'build', inputs, flags }));
    runFlags(subcommand(program, 'run', 'Compile a module, instantiate it in this process and call its start function'))
        .argument('<input>', 'the module, or - for standard input')
        .argument('[args...]', 'arguments of the function to --invoke; put -- before those that start with -')
        .passThroughOptions()
        .action((input, rest, flags) => {
        const { args, flags: later } = parseRest(rest);
        request({ command: 'run', input, args, flags: { ...flags, ...later } });
    });
    subcommand(program, 'inspect', 'Describe a module: types, features, sizes, and whether it can be compiled')
        .argument('<input>', 'the module, or - for standard input')
        .addOption(json())
        .action((input, flags) => request({ command: 'inspect', input, flags }));
    return program;
}
function subcommand(program, name, description) {
    return program.command(name).description(description).showHelpAfterError(`See dewasm ${name} --help.`);
}
const runFlags = (command) => addCompileFlags(command.addOption(new Option('--invoke <name>', 'Call this exported function and print its results')).addOption(json()), NOT_FOR_RUN);
/** What follows the module: flags may go on, and from the first word that is none everything belongs to the module. */
function parseRest(rest) {
    const parser = runFlags(new Command('run')).exitOverride().helpOption(false).argument('[args...]').allowUnknownOption().passThroughOptions();
    parser.parse(rest, { from: 'user' });
    return { args: parser.args, flags: parser.opts() };
}
