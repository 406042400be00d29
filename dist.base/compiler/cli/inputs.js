// Which files to build, and where each goes: one file to one file, or many to a folder in which they keep their structure.
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CliError, EXIT, isSystemError, systemError } from './failure.js';
import { STDIO, withExtension } from './files.js';
const isModule = (path) => /\.(wasm|wat)$/i.test(path);
async function kindOf(path) {
    try {
        return (await stat(path)).isDirectory() ? 'folder' : 'file';
    }
    catch (e) {
        if (isSystemError(e) && (e.code === 'ENOENT' || e.code === 'ENOTDIR'))
            return 'absent';
        throw isSystemError(e) ? systemError(e, path) : e;
    }
}
/** The modules below a folder, in a fixed order. What `-o` wrote there is no input. */
async function modulesIn(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
        .filter((e) => e.isFile() && isModule(e.name))
        .map((e) => join(e.parentPath ?? e.path, e.name))
        .filter((path) => !relative(folder, path).split(sep).includes('node_modules'))
        .sort();
}
/** The folder that all the files are in, at whatever depth. */
function commonFolder(files) {
    let common = dirname(resolve(files[0]));
    for (const file of files) {
        while (relative(common, resolve(file)).startsWith('..'))
            common = dirname(common);
    }
    return common;
}
export async function planBuild(inputs, output, settings) {
    const kinds = await Promise.all(inputs.map(async (input) => (input === STDIO ? 'file' : kindOf(input))));
    if (inputs.length === 1 && kinds[0] !== 'folder') {
        return { jobs: [{ input: inputs[0], output, ...settings }], folders: [], outputFolder: undefined };
    }
    if (inputs.includes(STDIO))
        throw new CliError('standard input cannot be one of several inputs', EXIT.usage);
    if (output === STDIO)
        throw new CliError('several modules cannot go to standard output; name a folder with -o', EXIT.usage);
    if (await kindOf(output) === 'file')
        throw new CliError(`${output}: is a file, but -o names a folder when there are several inputs`);
    const folders = inputs.filter((_, i) => kinds[i] === 'folder');
    return { jobs: await planFolder(inputs, kinds, output, settings), folders, outputFolder: output };
}
async function planFolder(inputs, kinds, output, settings) {
    const files = inputs.filter((_, i) => kinds[i] !== 'folder');
    const root = files.length === 0 ? '' : commonFolder(files);
    const jobs = [];
    const add = (input, place) => {
        jobs.push({ input, output: join(output, withExtension(place, settings.options.format === 'cjs' ? '.cjs' : '.js')), ...settings });
    };
    for (const [i, input] of inputs.entries()) {
        if (kinds[i] !== 'folder') {
            add(input, relative(root, resolve(input)));
            continue;
        }
        const modules = await modulesIn(input);
        if (modules.length === 0)
            throw new CliError(`${input}: there is no .wasm or .wat file in this folder`);
        for (const file of modules)
            add(file, relative(input, file));
    }
    refuseCollisions(jobs);
    return jobs;
}
/** Two inputs that would overwrite each other: `a.wasm` and `a.wat`, or the same path below two folders. */
function refuseCollisions(jobs) {
    const seen = new Map();
    for (const { input, output } of jobs) {
        const other = seen.get(output);
        if (other !== undefined && resolve(other) !== resolve(input))
            throw new CliError(`${other} and ${input} would both become ${output}`);
        seen.set(output, input);
    }
}
