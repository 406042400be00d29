// Times one kernel in node or bun: a process of its own that needs nothing but the files that the job names. Prints one line of JSON.
//
// usage: kernel-child.mjs JOB.json
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { timeKernel } from './time-kernel.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const timings = await timeKernel(job, (file) => import(pathToFileURL(file).href), async (file) => new Uint8Array(readFileSync(file)));
console.log(JSON.stringify(timings));
process.exit(0);
