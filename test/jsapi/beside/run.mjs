// Runs the checks of one file on a WebAssembly namespace.
import { thrown } from './tools.mjs';

/** @param {Record<string, (t: { W: any, bytes: Record<string, Uint8Array> }) => unknown>} checks */
export async function runChecks(checks, W, bytes) {
  const results = {};
  for (const [title, check] of Object.entries(checks)) {
    try {
      results[title] = await check({ W, bytes });
    } catch (error) {
      results[title] = `the check itself ${thrown(error)} ${error?.message}`;
    }
  }
  return JSON.parse(JSON.stringify(results));
}
