// A worker thread that compiles functions of one module. It decodes the module itself, from bytes that all threads share, and
// answers with text and, at the end, with what the functions asked of the module around them.
import { parentPort, workerData } from 'node:worker_threads';
import { prepare } from '../compile.js';
import { functionText, moduleEnv } from '../emit/module.js';
import { failureOf } from './protocol.js';
const { bytes, options } = workerData;
const { module, source, times } = prepare(bytes, options);
const env = moduleEnv(module, options, source);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const answer = (message) => parentPort?.postMessage(message);
function compile(chunk, from, to) {
    let text = '';
    try {
        for (let index = from; index < to; index++)
            text += functionText(module, index, source, env);
    }
    catch (e) {
        answer({ kind: 'failed', chunk, failure: failureOf(e) });
        return;
    }
    answer({ kind: 'text', chunk, text });
}
parentPort?.on('message', (order) => {
    switch (order.kind) {
        case 'constants':
            for (const [index, words] of order.constants)
                env.constants.set(index, words);
            break;
        case 'compile':
            compile(order.chunk, order.from, order.to);
            break;
        case 'finish':
            answer({ kind: 'finished', uses: env.uses, milliseconds: times.functions });
            break;
    }
});
