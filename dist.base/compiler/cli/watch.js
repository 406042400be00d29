// `--watch`: builds again whatever changed. Folders are watched rather than files, because editors and compilers replace a
// file by renaming another one over it; what changed is then found by time and size.
import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { diagnose } from './failure.js';
import { reportDiagnostic, say } from './report.js';
/** Compilers write in several steps; wait until they are done. */
const SETTLE_MS = 100;
async function stampOf(path) {
    try {
        const { mtimeMs, size, ino } = await stat(path);
        return `${mtimeMs} ${size} ${ino}`;
    }
    catch {
        return 'absent';
    }
}
/** Never resolves: it ends with the process. An error in a module does not end it. */
export async function watchBuild(plan, build) {
    const stamps = new Map();
    const buildChanged = async (isFirst) => {
        const current = await plan();
        const jobs = [];
        for (const job of current.jobs) {
            const stamp = await stampOf(job.input);
            if (stamps.get(job.input) === stamp)
                continue;
            stamps.set(job.input, stamp);
            // A file that is gone is about to be replaced, or was removed on purpose; one that never was is an error.
            if (stamp !== 'absent' || isFirst)
                jobs.push(job);
        }
        if (jobs.length > 0)
            await build({ ...current, jobs });
    };
    const first = await plan();
    await buildChanged(true);
    const changed = serially(() => buildChanged(false));
    for (const [folder, recursive] of foldersOf(first))
        watchFolder(folder, recursive, changed);
    say('watching for changes; stop with Ctrl-C');
    return new Promise(() => { });
}
function foldersOf({ jobs, folders }) {
    const all = new Map();
    for (const job of jobs)
        if (!all.has(dirname(resolve(job.input))))
            all.set(dirname(resolve(job.input)), false);
    for (const folder of folders)
        all.set(resolve(folder), true);
    return all;
}
function watchFolder(folder, recursive, changed) {
    return watch(folder, { recursive }, changed).on('error', (e) => reportDiagnostic(diagnose(e, folder)));
}
/** A function that has `work` run once things are quiet, never twice at a time. */
function serially(work) {
    let timer;
    let running = false;
    const start = async () => {
        if (running) {
            later();
            return;
        }
        running = true;
        await work().catch((e) => reportDiagnostic(diagnose(e)));
        running = false;
    };
    const later = () => {
        clearTimeout(timer);
        timer = setTimeout(() => void start(), SETTLE_MS);
    };
    return later;
}
