/** What the letters stand for; the order of fields is the order in docs and output. */
const LETTER = {
    func: 'f', tail: 'c', suspend: 's', suspendTail: 'y', funcRecord: 'F', type: 't', global: 'g', globalRecord: 'G', memory: 'M', table: 'T', tag: 'X',
    data: 'B', elem: 'E', init: 'i', exportGlue: '$x', importGlue: '$m',
};
/** Words of a global after the first: high word, then the upper lanes. */
const WORD_SUFFIX = ['', 'h', 'j', 'k'];
const LONGEST = 60;
/** A name from the name section as part of an ASCII identifier; empty when nothing is left of it. */
export function sanitise(name) {
    const plain = name.slice(0, 4 * LONGEST).replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+$/, '').slice(0, LONGEST);
    return /^[0-9]/.test(plain) ? `_${plain}` : plain;
}
export class ModuleNames {
    #funcs = [];
    #readable;
    constructor(m, readable) {
        this.#readable = readable ? m.names : undefined;
    }
    of(what, index) {
        const short = LETTER[what] + index;
        if (this.#readable === undefined)
            return short;
        const name = this.#given(what, index);
        const plain = name === undefined ? '' : sanitise(name);
        return plain === '' ? short : `${plain}$${short}`;
    }
    /** `of('func', index)`, which every call needs. */
    func(index) {
        return this.#funcs[index] ??= this.of('func', index);
    }
    /** A word of a global that is held in variables. */
    globalWord(index, word) {
        return this.of('global', index) + WORD_SUFFIX[word];
    }
    view(memory) {
        return memory === 0 ? 'D' : `D${memory}`;
    }
    #given(what, index) {
        const names = this.#readable;
        switch (what) {
            case 'func':
            case 'tail':
            case 'suspend':
            case 'suspendTail':
            case 'funcRecord': return names?.funcs.get(index);
            case 'global':
            case 'globalRecord': return names?.globals.get(index);
            case 'memory': return names?.memories.get(index);
            case 'table': return names?.tables.get(index);
            case 'tag': return names?.tags.get(index);
            case 'type': return names?.types.get(index);
            default: return undefined;
        }
    }
}
