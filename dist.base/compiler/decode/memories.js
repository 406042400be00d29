// The memory section.
import { LIMITS } from '../spec/limits.js';
import { readMemoryType } from './limits.js';
export function decodeMemorySection(r, m) {
    const n = r.count(LIMITS.memories, 'memories');
    for (let i = 0; i < n; i++) {
        const offset = r.pos;
        m.memories.push({ type: readMemoryType(r), import: undefined, offset });
    }
}
