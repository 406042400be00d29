// Functions between JavaScript and raw functions, one pair of factories per signature: what a host calls, and what calls
// the host. Their parameters are written out, because rest parameters cost several times as much and `length` must be right.
// They are arrow functions: neither constructible nor interested in `this`.
import type { FuncType, Module } from '../spec/module.js';
import { funcTypeAt } from '../spec/module.js';
import { F32, F64, Heap, I32, I64, V128, heapOf, isConcrete, isRef, type ValType } from '../spec/types.js';
import { FUNCREF } from '../spec/types.js';
import { stringLiteral } from './literals.js';
import { typeDescriptor } from './module-types.js';

/** Whom the glue asks for runtime helpers, and for the canonical types that concrete references are checked against. */
export interface GlueNeeds {
  helper(name: string): string;
  canonicalTypes(): string;
  /** A NaN may be an object (runtime/nan.ts). */
  readonly exactNaNs?: boolean;
}

/** Types whose values never cross: calls of functions that have them throw. */
const isOpaque = (t: ValType): boolean => t === V128 || (isRef(t) && (heapOf(t) === Heap.exn || heapOf(t) === Heap.noexn));
const isHostRef = (t: ValType): boolean => isRef(t) && heapOf(t) === Heap.extern;
const classOf = (t: ValType): 'R' | 'RF' | 'RR' => (isRef(t) ? 'RR' : t === F32 || t === F64 ? 'RF' : 'R');

/** ToWebAssemblyValue of the expression `x`: the first word. The high word of an i64 is in R[0] right after. */
function toWasm(x: string, t: ValType, needs: GlueNeeds): string {
  switch (t) {
    case I32: return `${x}|0`;
    case I64: return `${needs.helper('i64FromBig')}(${x})`;
    case F32: return `Math.fround(${x})`;
    case F64: return `+${x}`;
    case FUNCREF: return `${needs.helper('funcFromJS')}(${x})`;
  }
  if (isHostRef(t) && typeDescriptor(t) === '?x') return x;
  return `${needs.helper('toRef')}(${x},${stringLiteral(typeDescriptor(t))},${isConcrete(heapOf(t)) ? needs.canonicalTypes() : '[]'})`;
}

/** ToJSValue of the words `x` and `high`. */
function toJS(x: string, high: string, t: ValType, needs: GlueNeeds): string {
  if (t === I64) return `${needs.helper('i64ToBig')}(${x},${high})`;
  if ((t === F32 || t === F64) && needs.exactNaNs === true) return `+${x}`;
  if (!isRef(t) || isHostRef(t)) return x;
  return `${needs.helper('fromRef')}(${x},${stringLiteral(typeDescriptor(t))})`;
}

const list = (n: number, prefix: string): string => Array.from({ length: n }, (_, i) => prefix + i).join();

/** Where the words of results are read or written: the first as `first`, the others in the register files. */
function resultWords(types: readonly ValType[], first: string, needs: GlueNeeds): { word: string; high: string; index: number }[] {
  let word = 0;
  return types.map((t) => {
    const at = (k: number, file: string): string => (k === 0 ? first : `${needs.helper(file)}[${k - 1}]`);
    const place = { word: at(word, classOf(t)), high: t === I64 ? at(word + 1, 'R') : '', index: word - 1 };
    word += t === I64 ? 2 : 1;
    return place;
  });
}

/** `raw=>(a0,a1)=>{…}` */
export function exportGlue(type: FuncType, needs: GlueNeeds): string {
  const head = `raw=>(${list(type.params.length, 'a')})=>`;
  if ([...type.params, ...type.results].some(isOpaque)) return `${head}${needs.helper('opaqueType')}()`;
  // Conversions come before the call, and outside the try: what they throw is the host's.
  let convert = '';
  const words: string[] = [];
  type.params.forEach((t, i) => {
    const converted = toWasm(`a${i}`, t, needs);
    if (converted !== `a${i}`) convert += `a${i}=${converted};`;
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
export function importGlue(type: FuncType, needs: GlueNeeds): string {
  if ([...type.params, ...type.results].some(isOpaque)) return `host=>()=>${needs.helper('opaqueType')}()`;
  const words: string[] = [];
  const args: string[] = [];
  type.params.forEach((t, i) => {
    words.push(`a${i}`);
    if (t === I64) words.push(`h${i}`);
    args.push(toJS(`a${i}`, `h${i}`, t, needs));
  });
  // Conversions of results are inside the try: they run code of the host too.
  const call = `host(${args.join()})`;
  const body = type.results.length === 0 ? call
    : type.results.length === 1 ? `return ${toWasm(call, type.results[0], needs)}`
    : severalResults(type.results, call, needs);
  return `host=>(${words.join()})=>{try{${body}}catch(e){throw ${needs.helper('fromHost')}(e)}}`;
}

function severalResults(types: readonly ValType[], call: string, needs: GlueNeeds): string {
  let read = `const r=${needs.helper('results')}(${call},${types.length})`;
  let store = '';
  // Converting may call back into wasm, so the register files are written when all is converted.
  resultWords(types, '', needs).forEach((place, i) => {
    const t = types[i];
    read += `,r${i}=${toWasm(`r[${i}]`, t, needs)}`;
    const bits = needs.exactNaNs === true && (t === F32 || t === F64);
    if (place.word !== '') store += bits ? `${needs.helper('setResultBits')}(${needs.helper('RF')},${place.index},r${i});` : `${place.word}=r${i};`;
    if (t === I64) {
      read += `,s${i}=${needs.helper('R')}[0]`;
      store += `${place.high}=s${i};`;
    }
  });
  return `${read};${store}return r0`;
}

/** Collects the factories a module needs, one pair of declarations per signature. */
export class ModuleGlue {
  readonly #module: Module;
  readonly #needs: GlueNeeds;
  /** Declared name by signature. */
  readonly #exports = new Map<string, string>();
  readonly #imports = new Map<string, string>();
  /** Names by type index: what the module object lists. */
  readonly #byType = new Map<number, [string, string]>();
  readonly declarations: string[] = [];

  constructor(m: Module, needs: GlueNeeds) {
    this.#module = m;
    this.#needs = needs;
  }

  /** Name of the factory of JS functions for raw functions of a type. */
  exportFactory(typeIndex: number): string {
    return this.#factory(typeIndex, 0, '$x', this.#exports, exportGlue);
  }

  /** Name of the factory of raw functions for host functions. */
  importFactory(typeIndex: number): string {
    return this.#factory(typeIndex, 1, '$m', this.#imports, importGlue);
  }

  #factory(typeIndex: number, side: 0 | 1, prefix: string, known: Map<string, string>, make: (t: FuncType, n: GlueNeeds) => string): string {
    let pair = this.#byType.get(typeIndex);
    if (pair === undefined) this.#byType.set(typeIndex, pair = ['0', '0']);
    if (pair[side] !== '0') return pair[side];
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
  literal(): string {
    return `{${[...this.#byType].sort((a, b) => a[0] - b[0]).map(([i, [x, m]]) => `${i}:[${x},${m}]`).join()}}`;
  }
}
