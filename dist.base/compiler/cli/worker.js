// A worker thread of the command line: builds the modules it is sent, one at a time.
import { parentPort } from 'node:worker_threads';
import { buildOne } from './build-one.js';
parentPort?.on('message', (job) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    void buildOne(job, true).then((result) => parentPort?.postMessage(result));
});
