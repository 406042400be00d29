// What the programs of these seeds do in this engine.
import { readJob, report } from '../../../bench/browser/page-report.mjs';

const { seeds } = await readJob();
const { runInAllWays } = await import(new URL('programs.mjs', location.href).href);
await report(Object.fromEntries(seeds.map((seed) => [seed, runInAllWays(seed)])));
