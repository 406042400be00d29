// Times one kernel in a page, which is isolated for the resolution of its clock.
import { timeKernel } from '../time-kernel.mjs';
import { readJob, report } from './page-report.mjs';

const here = new URL('.', location.href);
await report(await timeKernel(
  await readJob(),
  (file) => import(new URL(file, here).href),
  async (file) => new Uint8Array(await (await fetch(file)).arrayBuffer()),
));
