// Builds one module, wherever that happens: in the process of the command line or in one of its workers. The compiler itself
// is loaded when the cache has not got the result.
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { resolveOptions } from '../options.js';
import { cacheKey, DamagedEntry, readEntry, writeEntry } from './cache.js';
import { diagnose } from './failure.js';
import { STDIO, displayName, readInput, sizeOf, withExtension, writeOutputs } from './files.js';
import { partOf } from './part.js';
import { delayTierUp } from './tier-up.js';
import { assemble, isText } from './wat.js';
/** Reads a module; the text format becomes binary. */
export async function readModule(input) {
    const bytes = await readInput(input);
    return isText(input) ? assemble(input, bytes) : bytes;
}
const DECLARATION_ENDINGS = { '.mjs': '.d.mts', '.cjs': '.d.cts' };
/** The files of a result: the code, and what stands beside it. */
function outputFiles(output, { code, map, types, data }) {
    const files = [];
    const content = code === undefined ? [] : [code];
    if (map !== undefined) {
        files.push({ path: `${output}.map`, content: [map] });
        content.push(partOf(Buffer.from(`//# sourceMappingURL=${encodeURIComponent(basename(output))}.map\n`)));
    }
    if (types !== undefined)
        files.push({ path: withExtension(output, DECLARATION_ENDINGS[output.slice(-4)] ?? '.d.ts'), content: [types] });
    if (data !== undefined)
        files.push({ path: withExtension(output, '.data'), content: [data] });
    // The code last: when it is there, what it needs is too.
    return [...files, { path: output, content }];
}
async function compile(bytes, options, hash, jobs) {
    delayTierUp();
    const { compileInParallel } = await import('../parallel/compile.js');
    const { chunks, map, types, data, ir, warnings, stats } = await compileInParallel(bytes, resolveOptions(options), jobs, hash);
    // A map is named in a line of its own.
    if (map !== undefined && !chunks[chunks.length - 1].endsWith('\n'))
        chunks.push('\n');
    const parts = { code: partOf(encode(chunks)) };
    if (map !== undefined)
        parts.map = partOf(Buffer.from(`${JSON.stringify(map)}\n`));
    if (types !== undefined)
        parts.types = partOf(Buffer.from(types));
    if (data !== undefined)
        parts.data = partOf(data);
    return { parts, ir, warnings, stats };
}
/** Text in pieces as bytes, without joining it. */
function encode(chunks) {
    const bytes = Buffer.allocUnsafe(chunks.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
    let at = 0;
    for (const text of chunks)
        at += bytes.write(text, at);
    return bytes;
}
/** A build that cannot be kept is a build nevertheless. */
async function keep(cache, key, built) {
    try {
        await writeEntry(cache, key, built);
        return [];
    }
    catch (e) {
        return cache.asked ? [{ message: `the result could not be kept in the cache: ${diagnose(e, cache.folder).reason}` }] : [];
    }
}
/** Writes what was built to where the job wants it. */
async function deliver({ input, output }, { parts, ir, warnings, stats }, cached, makeFolder) {
    const result = { input, ok: true, output, files: [], code: undefined, ir, warnings, stats, cached };
    if (ir !== undefined)
        return { ...result, files: [] };
    if (output === STDIO)
        return { ...result, files: [], code: parts.code?.read() };
    if (makeFolder)
        await mkdir(dirname(output), { recursive: true });
    const files = outputFiles(output, parts);
    await writeOutputs(files);
    return { ...result, files: files.map(({ path, content }) => ({ path, bytes: sizeOf(content) })) };
}
/** From the cache if there is one and it has the result, else compiled. */
async function build(job, makeFolder) {
    const { input, options, jobs, cache } = job;
    const bytes = await readModule(input);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const cacheable = cache !== undefined && bytes.length >= cache.minBytes && options.printIrAfter === undefined;
    if (!cacheable)
        return deliver(job, await compile(bytes, options, hash, jobs), false, makeFolder);
    const key = cacheKey(hash, options);
    const known = await readEntry(cache, key);
    if (known !== undefined) {
        try {
            return await deliver(job, known, true, makeFolder);
        }
        catch (e) {
            if (!(e instanceof DamagedEntry))
                throw e;
        }
    }
    const built = await compile(bytes, options, hash, jobs);
    const warnings = await keep(cache, key, built);
    return deliver(job, { ...built, warnings: [...built.warnings, ...warnings] }, false, makeFolder);
}
/** Never rejects: a failure is a result. */
export async function buildOne(job, makeFolder) {
    try {
        return await build(job, makeFolder);
    }
    catch (e) {
        return { input: job.input, ok: false, diagnostic: diagnose(e, displayName(job.input)) };
    }
}
