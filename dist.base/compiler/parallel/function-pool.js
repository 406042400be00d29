// Worker threads that compile the functions of one module. Which thread compiles what depends on their speed; the texts do
// not, and neither does the error: the one of the first function that has one, as if compiled in order.
import { Worker } from 'node:worker_threads';
import { addUses } from '../emit/module-env.js';
import { chunksOf, Dealer } from './chunks.js';
import { errorOf } from './protocol.js';
/** Large enough that the IR of a function is gone before a scavenge would copy it (RATIONALE.md). */
const YOUNG_GENERATION_MB = 128;
/** A thread and the one question it is at. */
class Thread {
    #worker;
    #waiting;
    #death;
    constructor(task) {
        this.#worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
        this.#worker.on('message', (answer) => this.#waiting?.resolve(answer));
        // Out of memory, say; or before it was asked anything, because the module is invalid, which the main thread finds as well.
        this.#worker.on('error', (cause) => this.#end(cause));
        this.#worker.on('exit', (code) => this.#end(new Error(`a worker thread ended with code ${code}`)));
    }
    #end(cause) {
        this.#death ??= { cause };
        this.#waiting?.reject(this.#death.cause);
    }
    tell(order) {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        this.#worker.postMessage(order);
    }
    /** Rejects if the thread ends without an answer. */
    ask(order) {
        return new Promise((resolve, reject) => {
            if (this.#death !== undefined)
                reject(this.#death.cause);
            this.#waiting = { resolve, reject };
            this.tell(order);
        });
    }
    async close() {
        await this.#worker.terminate();
    }
}
export class FunctionPool {
    #threads;
    /** Starts the threads, which get ready while the caller does. `bytes` must not change. */
    constructor(bytes, options, jobs) {
        this.#threads = Array.from({ length: jobs }, () => new Thread({ bytes, options }));
    }
    /** Texts of all functions in order; what they asked for is then in `env.uses`. `milliseconds` is the sum of all threads'. */
    async compile(m, env) {
        const chunks = chunksOf(m, this.#threads.length);
        const dealer = new Dealer(chunks, this.#threads.length);
        const texts = new Array(chunks.length);
        let milliseconds = 0;
        // Behind a failure nothing matters any more; one before it would be the one to report.
        let firstFailed = Infinity, error;
        const { constants } = env;
        const drive = async (thread) => {
            thread.tell({ kind: 'constants', constants });
            for (let chunk = dealer.take(firstFailed); chunk !== undefined; chunk = dealer.take(firstFailed)) {
                const { from, to } = chunks[chunk];
                const answer = await thread.ask({ kind: 'compile', chunk, from, to });
                if (answer.kind === 'text')
                    texts[chunk] = answer.text;
                else if (answer.kind === 'failed' && chunk < firstFailed) {
                    firstFailed = chunk;
                    error = errorOf(answer.failure);
                }
            }
            const last = await thread.ask({ kind: 'finish' });
            if (last.kind !== 'finished')
                throw new Error('a worker thread answered out of turn');
            addUses(env.uses, last.uses);
            milliseconds += last.milliseconds;
            await thread.close();
        };
        await Promise.all(this.#threads.map(drive));
        if (error !== undefined)
            throw error;
        return { texts, milliseconds };
    }
    /** Ends the threads. */
    async close() {
        await Promise.all(this.#threads.map((thread) => thread.close()));
    }
}
