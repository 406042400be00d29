/** Bytes of code in a chunk, at most: less than a tenth of a second of work. */
const CHUNK_BYTES = 1 << 16;
/** Chunks for each worker, at least, where there are as many functions. */
const CHUNKS_EACH = 8;
const bodyBytes = (m, index) => {
    const body = m.funcs[index].body;
    return body === undefined ? 0 : body.end - body.start;
};
/** All functions with bodies, in order. */
export function chunksOf(m, workers) {
    let total = 0;
    for (let index = m.importedFuncs; index < m.funcs.length; index++)
        total += bodyBytes(m, index);
    const limit = Math.min(CHUNK_BYTES, total / (workers * CHUNKS_EACH));
    const chunks = [];
    let last;
    for (let index = m.importedFuncs; index < m.funcs.length; index++) {
        const bytes = bodyBytes(m, index);
        if (last === undefined || last.bytes + bytes > limit)
            chunks.push(last = { from: index, to: index, bytes: 0 });
        last.to = index + 1;
        last.bytes += bytes;
    }
    return chunks;
}
/**
 * Hands out chunks, in order but for one that is so large that waiting any longer would leave one worker alone with it at the
 * end. (All large ones first would be simpler, but a compiler that starts with them takes a quarter more time for all.)
 */
export class Dealer {
    #chunks;
    #workers;
    #bySize;
    #dealt;
    #next = 0;
    #largest = 0;
    #left;
    constructor(chunks, workers) {
        this.#chunks = chunks;
        this.#workers = workers;
        this.#bySize = chunks.map((_, i) => i).sort((a, b) => chunks[b].bytes - chunks[a].bytes || a - b);
        this.#dealt = new Array(chunks.length).fill(false);
        this.#left = chunks.reduce((sum, c) => sum + c.bytes, 0);
    }
    /** The next chunk of those up to `last`, if there is one. */
    take(last = Infinity) {
        while (this.#dealt[this.#next])
            this.#next++;
        if (this.#next >= this.#chunks.length || this.#next > last)
            return undefined;
        while (this.#dealt[this.#bySize[this.#largest]])
            this.#largest++;
        const largest = this.#bySize[this.#largest];
        const isCritical = largest <= last && this.#chunks[largest].bytes * this.#workers >= this.#left;
        const chosen = isCritical ? largest : this.#next;
        this.#dealt[chosen] = true;
        this.#left -= this.#chunks[chosen].bytes;
        return chosen;
    }
}
