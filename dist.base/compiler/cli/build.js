import { buildOne } from './build-one.js';
import { CliError, EXIT, jsonOfDiagnostic } from './failure.js';
import { STDIO, displayName } from './files.js';
import { compileOptions } from './flags.js';
import { defaultCache } from './cache.js';
import { planBuild } from './inputs.js';
import { buildMany } from './pool.js';
import { startProgress } from './progress.js';
import { reportDiagnostic, reportWarning, say, writeJson, writeStdout } from './report.js';
import { watchBuild } from './watch.js';
/** Files that `compile` may make beside the code, which standard output has no place for. */
function refuseFilesBeside(options) {
    const flag = options.types === true ? '--types' : options.sourceMap === true ? '--source-map' : options.data === 'file' ? '--data file' : undefined;
    if (flag !== undefined)
        throw new CliError(`${flag} makes a second file; name the output with -o FILE`, EXIT.usage);
}
/** Printing IR writes no file, everything else needs to know where to. */
function outputOf(flags, options) {
    const output = flags['output'];
    if (typeof output === 'string' && output !== '')
        return output;
    if (options.printIrAfter !== undefined)
        return STDIO;
    throw new CliError('name the output with -o FILE, or -o - for standard output', EXIT.usage);
}
function jobsOf(flags) {
    const jobs = flags['jobs'];
    if (jobs === undefined)
        return undefined;
    if (typeof jobs !== 'string' || !/^[1-9]\d{0,3}$/.test(jobs))
        throw new CliError(`--jobs must be a positive integer, not ${JSON.stringify(jobs)}`, EXIT.usage);
    return Number(jobs);
}
/** `--no-cache` makes the flag false. */
function cacheOf(flags) {
    const folder = flags['cache'];
    if (folder === false)
        return undefined;
    return typeof folder === 'string' ? { folder, minBytes: 0, asked: true } : defaultCache('.');
}
export async function buildCommand(inputs, flags) {
    const options = compileOptions(flags);
    const json = flags['json'] === true;
    const output = outputOf(flags, options);
    if (output === STDIO)
        refuseFilesBeside(options);
    const settings = { options, jobs: jobsOf(flags), cache: cacheOf(flags) };
    if (flags['watch'] !== true)
        return runBuild(await planBuild(inputs, output, settings), json);
    if (inputs.includes(STDIO))
        throw new CliError('--watch needs files, not standard input', EXIT.usage);
    if (output === STDIO)
        throw new CliError('--watch needs an output file: name it with -o FILE', EXIT.usage);
    return watchBuild(() => planBuild(inputs, output, settings), (plan) => runBuild(plan, json, true));
}
async function runBuild(plan, json, summary = false) {
    const started = performance.now();
    const results = await buildAll(plan, json);
    if (json)
        await writeJson(jsonOf(results));
    else
        for (const r of results)
            if (r.ok && r.code !== undefined)
                await writeStdout(r.code);
    const failed = results.filter((r) => !r.ok).length;
    if (!json && failed > 0 && results.length > 1)
        say(`${failed} of ${results.length} modules could not be built`);
    if (!json && summary && failed === 0)
        say(`built ${results.length === 1 ? plan.jobs[0].output : `${results.length} modules`} in ${Math.round(performance.now() - started)} ms`);
    return failed === 0 ? EXIT.done : Math.max(...results.map((r) => (r.ok ? EXIT.done : r.diagnostic.exitCode)));
}
async function buildAll({ jobs, outputFolder }, json) {
    const progress = startProgress(jobs.length);
    const done = (result) => {
        if (!json)
            report(result, progress);
        progress.step(displayName(result.input));
    };
    try {
        if (outputFolder !== undefined)
            return await buildMany(jobs, done);
        const result = await buildOne(jobs[0], false);
        done(result);
        return [result];
    }
    finally {
        progress.clear();
    }
}
/** Takes the progress away only for what there is to say. */
function report(result, progress) {
    if (!result.ok || result.warnings.length > 0 || result.ir !== undefined)
        progress.clear();
    if (!result.ok) {
        reportDiagnostic(result.diagnostic);
        return;
    }
    for (const { message } of result.warnings)
        reportWarning(displayName(result.input), message);
    if (result.ir !== undefined)
        say(result.ir);
}
function jsonOf(results) {
    return {
        ok: results.every((r) => r.ok),
        results: results.map((r) => (r.ok ? { ...r, code: r.code === undefined ? undefined : Buffer.from(r.code).toString() } : { input: r.input, ok: false, error: jsonOfDiagnostic(r.diagnostic) })),
    };
}
