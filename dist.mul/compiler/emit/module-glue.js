import { funcTypeAt } from '../spec/module.js';
import { F32, F64, Heap, I32, I64, V128, heapOf, isConcrete, isRef } from '../spec/types.js';
import { FUNCREF } from '../spec/types.js';
import { stringLiteral } from './literals.js';
import { typeDescriptor } from './module-types.js';
/** Types whose values never cross: calls of functions that have them throw. */
const isOpaque = (t) => t === V128 || (isRef(t) && (heapOf(t) === Heap.exn || heapOf(t) === Heap.noexn));
const isHostRef = (t) => isRef(t) && heapOf(t) === Heap.extern;
const classOf = (t) => (isRef(t) ? 'RR' : t === F32 || t === F64 ? 'RF' : 'R');
/** ToWebAssemblyValue of the expression `x`: the first word. The high word of an i64 is in R[0] right after. */
function toWasm(x, t, needs) {
    switch (t) {
        case I32: return `${x}|0`;
        case I64: return `${needs.helper('i64FromBig')}(${x})`;
        case F32: return `Math.fround(${x})`;
        case F64: return `+${x}`;
        case FUNCREF: return `${needs.helper('funcFromJS')}(${x})`;
    }
    if (isHostRef(t) && typeDescriptor(t) === '?x')
        return x;
    return `${needs.helper('toRef')}(${x},${stringLiteral(typeDescriptor(t))},${isConcrete(heapOf(t)) ? needs.canonicalTypes() : '[]'})`;
}
/** ToJSValue of the words `x` and `high`. */
function toJS(x, high, t, needs) {
    if (t === I64)
        return `${needs.helper('i64ToBig')}(${x},${high})`;
    if ((t === F32 || t === F64) && needs.exactNaNs === true)
        return `+${x}`;
    if (!isRef(t) || isHostRef(t))
        return x;
    return `${needs.helper('fromRef')}(${x},${stringLiteral(typeDescriptor(t))})`;
}
const list = (n, prefix) => Array.from({ length: n }, (_, i) => prefix + i).join();
/** Where the words of results are read or written: the first as `first`, the others in the register files. */
function resultWords(types, first, needs) {
    let word = 0;
    return types.map((t) => {
        const at = (k, file) => (k === 0 ? first : `${needs.helper(file)}[${k - 1}]`);
        const place = { word: at(word, classOf(t)), high: t === I64 ? at(word + 1, 'R') : '', index: word - 1 };
        word += t === I64 ? 2 : 1;
        return place;
    });
}
/** `raw=>(a0,a1)=>{…}` */
export function exportGlue(type, needs) {
    const head = `raw=>(${list(type.params.length, 'a')})=>`;
    if ([...type.params, ...type.results].some(isOpaque))
        return `${head}${needs.helper('opaqueType')}()`;
    // Conversions come before the call, and outside the try: what they throw is the host's.
    let convert = '';
    const words = [];
    type.params.forEach((t, i) => {
        const converted = toWasm(`a${i}`, t, needs);
        if (converted !== `a${i}`)
            convert += `a${i}=${converted};`;
        words.push(`a${i}`);
        if (t === I64) {
            convert += `const h${i}=${needs.helper('R')}[0];`;
            words.push(`h${i}`);
        }
    });
    const call = `raw(${words.join()})`;
    const values = resultWords(type.results, call, needs).map((p, i) => toJS(p.word, p.high, type.results[i], needs));
    const body = values.length === 0 ? call : values.length === 1 ? `return ${values[0]}` : `return[${values.join()}]`;
    return `${head}{${convert}try{${body}}catch(e){throw ${needs.helper('toTrap')}(e)}}`;
}
/** `host=>(a0,h0)=>{…}` */
export function importGlue(type, needs) {
    if ([...type.params, ...type.results].some(isOpaque))
        return `host=>()=>${needs.helper('opaqueType')}()`;
    const words = [];
    const args = [];
    type.params.forEach((t, i) => {
        words.push(`a${i}`);
        if (t === I64)
            words.push(`h${i}`);
        args.push(toJS(`a${i}`, `h${i}`, t, needs));
    });
    // Conversions of results are inside the try: they run code of the host too.
    const call = `host(${args.join()})`;
    const body = type.results.length === 0 ? call
        : type.results.length === 1 ? `return ${toWasm(call, type.results[0], needs)}`
            : severalResults(type.results, call, needs);
    return `host=>(${words.join()})=>{try{${body}}catch(e){throw ${needs.helper('fromHost')}(e)}}`;
}
function severalResults(types, call, needs) {
    let read = `const r=${needs.helper('results')}(${call},${types.length})`;
    let store = '';
    // Converting may call back into wasm, so the register files are written when all is converted.
    resultWords(types, '', needs).forEach((place, i) => {
        const t = types[i];
        read += `,r${i}=${toWasm(`r[${i}]`, t, needs)}`;
        const bits = needs.exactNaNs === true && (t === F32 || t === F64);
        if (place.word !== '')
            store += bits ? `${needs.helper('setResultBits')}(${needs.helper('RF')},${place.index},r${i});` : `${place.word}=r${i};`;
        if (t === I64) {
            read += `,s${i}=${needs.helper('R')}[0]`;
            store += `${place.high}=s${i};`;
        }
    });
    return `${read};${store}return r0`;
}
/** Collects the factories a module needs, one pair of declarations per signature. */
export class ModuleGlue {
    #module;
    #needs;
    /** Declared name by signature. */
    #exports;
    #imports;
    /** Names by type index: what the module object lists. */
    #byType;
    constructor(m, needs) {
        /** Declared name by signature. */
        this.#exports = new Map();
        this.#imports = new Map();
        /** Names by type index: what the module object lists. */
        this.#byType = new Map();
        this.declarations = [];
        this.#module = m;
        this.#needs = needs;
    }
    /** Name of the factory of JS functions for raw functions of a type. */
    exportFactory(typeIndex) {
        return this.#factory(typeIndex, 0, '$x', this.#exports, exportGlue);
    }
    /** Name of the factory of raw functions for host functions. */
    importFactory(typeIndex) {
        return this.#factory(typeIndex, 1, '$m', this.#imports, importGlue);
    }
    #factory(typeIndex, side, prefix, known, make) {
        let pair = this.#byType.get(typeIndex);
        if (pair === undefined)
            this.#byType.set(typeIndex, pair = ['0', '0']);
        if (pair[side] !== '0')
            return pair[side];
        const type = funcTypeAt(this.#module, typeIndex);
        const signature = `${type.params.join()}:${type.results.join()}`;
        let name = known.get(signature);
        if (name === undefined) {
            known.set(signature, name = prefix + typeIndex);
            this.declarations.push(`const ${name}=${make(type, this.#needs)};\n`);
        }
        return pair[side] = name;
    }
    /** `{3:[$x3,0]}` */
    literal() {
        return `{${[...this.#byType].sort((a, b) => a[0] - b[0]).map(([i, [x, m]]) => `${i}:[${x},${m}]`).join()}}`;
    }
}
