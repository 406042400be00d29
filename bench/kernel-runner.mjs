// Has a kernel timed in an engine, whatever the engine is: a command gets a process for each job, a browser is started once and gets a
// page for each.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBrowser } from './browser/launch.mjs';
import { startSession } from './browser/session.mjs';
import { lastProcessor, runJob } from './engines.mjs';

/** @typedef {import('./time-kernel.mjs').Job} Job */
/** @typedef {import('./time-kernel.mjs').Timing} Timing */

const child = fileURLToPath(new URL('kernel-child.mjs', import.meta.url));

/**
 * @param {Map<string, string>} engines paths by name
 * @param {string} [cpus] processors, as taskset takes them
 * @returns {{ run(engine: string, job: Job, jobFile: string): Promise<Timing[]>, close(): Promise<void> }}
 */
export function kernelRunner(engines, cpus) {
  /** @type {Map<string, import('./browser/session.mjs').Session>} */
  const sessions = new Map();

  /** The job with names that a page can ask for, and what it gets. @param {Job} job */
  function forPage(job) {
    /** @type {Record<string, Uint8Array>} */
    const files = {};
    const served = (/** @type {string} */ path, /** @type {number} */ i) => {
      const name = `${i}-${basename(path)}`;
      files[name] = new Uint8Array(readFileSync(path));
      return name;
    };
    const implementations = job.implementations.map((one, i) => ({ ...one, file: served(one.file, i) }));
    return { job: { ...job, wasm: served(job.wasm, implementations.length), implementations }, files };
  }

  return {
    async run(engine, job, jobFile) {
      const path = /** @type {string} */ (engines.get(engine));
      if (!isBrowser(engine)) return runJob(path, child, jobFile, job, cpus);
      let session = sessions.get(engine);
      if (session === undefined) sessions.set(engine, session = await startSession(engine, path, cpus ?? lastProcessor));
      try {
        return await session.run({ module: 'bench/browser/kernel-page.mjs', isolated: true, ...forPage(job) }, 300_000);
      } catch (error) {
        // Whatever state it is in, the next kernel gets another.
        sessions.delete(engine);
        await session.close();
        throw error;
      }
    },
    async close() {
      await Promise.all([...sessions.values()].map((session) => session.close()));
      sessions.clear();
    },
  };
}
