// The tag section: exception tags by the function type of their arguments.
import { LIMITS } from '../spec/limits.js';
import { readTagType } from './limits.js';
export function decodeTagSection(r, m) {
    const n = r.count(LIMITS.tags, 'tags');
    for (let i = 0; i < n; i++) {
        const offset = r.pos;
        m.tags.push({ type: readTagType(r), import: undefined, offset });
    }
}
