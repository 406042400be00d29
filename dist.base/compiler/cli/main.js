#!/usr/bin/env node
// The command line: parses it, runs the command and turns whatever happens into an exit code.
import { CommanderError } from 'commander';
import { EXIT, diagnose, isSystemError, jsonOfDiagnostic } from './failure.js';
import { displayName } from './files.js';
import { createProgram } from './program.js';
import { reportDiagnostic, say, writeJson } from './report.js';
/** What the user asked for, or the exit code when parsing has said all there is to say. */
function parse(args) {
    const requests = [];
    const program = createProgram((r) => requests.push(r));
    if (args.length === 0) {
        program.outputHelp({ error: true });
        return EXIT.usage;
    }
    try {
        program.parse(args, { from: 'user' });
    }
    catch (e) {
        // Help and the version end parsing as well.
        if (e instanceof CommanderError)
            return e.exitCode === 0 ? EXIT.done : EXIT.usage;
        throw e;
    }
    return requests[0] ?? EXIT.done;
}
/** A command is loaded when its turn comes: help and wrong usage need no compiler. */
async function execute(r) {
    switch (r.command) {
        case 'build': return (await import('./build.js')).buildCommand(r.inputs, r.flags);
        case 'run': return (await import('./run.js')).runCommand(r.input, r.args, r.flags);
        case 'inspect': return (await import('./inspect.js')).inspectCommand(r.input, r.flags);
    }
}
async function main() {
    const request = parse(process.argv.slice(2));
    if (typeof request === 'number')
        return request;
    try {
        return await execute(request);
    }
    catch (e) {
        const d = diagnose(e, request.command === 'build' ? undefined : displayName(request.input));
        if (d.exitCode === EXIT.failed && request.flags['json'] === true)
            await writeJson({ ok: false, error: jsonOfDiagnostic(d) });
        else
            reportDiagnostic(d);
        if (d.exitCode === EXIT.usage)
            say(`See dewasm ${request.command} --help.`);
        return d.exitCode;
    }
}
// A reader of the output that has seen enough, as `head` has, is no failure worth a word. Others reject the write itself.
process.stdout.on('error', (e) => {
    if (isSystemError(e) && e.code === 'EPIPE')
        process.exit(EXIT.done);
});
process.exitCode = await main();
