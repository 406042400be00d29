// Constructors of structs. They stand beside the module object, so that instances share them, and go by their words, so that
// types share them; which constructor the realm uses for given words, the runtime's `shape` knows (docs/gc.md).
import { fieldName, structLayout } from '../ir/gc-layout.js';
export class Shapes {
    #m;
    /** Name by key, after the first type that has it. */
    #names = new Map();
    #next = 0;
    #used;
    /** `used` collects the layouts that are asked for, wherever functions are emitted. */
    constructor(m, used) {
        this.#m = m;
        this.#used = used;
    }
    name(typeIndex) {
        const { key } = structLayout(this.#m, typeIndex);
        this.#used.add(key);
        this.#nameUpTo(typeIndex);
        return this.#names.get(key);
    }
    #nameUpTo(typeIndex) {
        for (; this.#next <= typeIndex; this.#next++) {
            if (this.#m.types[this.#next].composite.kind !== 'struct')
                continue;
            const { key: found } = structLayout(this.#m, this.#next);
            if (!this.#names.has(found))
                this.#names.set(found, `$s${this.#next}`);
        }
    }
    declarations(env) {
        if (this.#used.size > 0)
            this.#nameUpTo(this.#m.types.length - 1);
        return [...this.#names].filter(([key]) => this.#used.has(key)).map(([key, name]) => `const ${name}=${env.helper('shape')}("${key}",function(t${[...key].map((_, k) => `,${property(key, k)}`).join('')}){this.t=t;${[...key].map((_, k) => `this.${property(key, k)}=${property(key, k)}`).join(';')}});\n`);
    }
}
/** A described object's first word is its descriptor, before the fields. */
function property(key, at) {
    return fieldName(key[0] === 'q' ? at - 1 : at);
}
