// Calls through references and tables that mostly lead to one of a few functions of the module: a method with some
// implementations, a comparison, a callback. Engines call what they cannot foresee by a generic sequence as long as many small
// functions; comparing with the few records first and calling those functions by name is several times faster, and lets them be inlined:
//
//   function d3(F,a0,a1){switch(F){case F1:return f1(a0,a1);case F2:return f2(a0,a1)}return F.f(a0,a1)}
//
// Which functions are compared never matters to what happens, as the rest take the ordinary way.
import type { Module } from '../spec/module.js';
import { CONCRETE } from '../spec/types.js';
import { contextOf } from '../validate/context.js';
import { isHeapSubtype } from '../validate/subtyping.js';
import type { ModuleEnv } from './module-env.js';
import { wordsOf } from './module-types.js';
import { addReferenced, referencedFunctions } from './referenced.js';

/** Beyond, the comparisons take as long as the call. */
const MOST = 8;
const REFERENCES = -1;

export class Dispatchers {
  readonly #m: Module;
  /** By table, or for references, the functions that may be there. */
  readonly #functions = new Map<number, readonly number[]>();
  readonly #targets = new Map<string, readonly number[]>();

  constructor(m: Module) {
    this.#m = m;
  }

  /** What calls of this type by reference go to first, few functions or none. */
  ofReferences(type: number): readonly number[] {
    return this.#of(REFERENCES, type);
  }

  /** The same of calls by table. */
  ofTable(table: number, type: number): readonly number[] {
    return this.#of(table, type);
  }

  #of(place: number, type: number): readonly number[] {
    const key = `${place} ${type}`;
    let targets = this.#targets.get(key);
    if (targets === undefined) {
      const { types } = contextOf(this.#m);
      targets = this.#in(place).filter((index) => isHeapSubtype(types, this.#m.funcs[index].type + CONCRETE, type + CONCRETE));
      this.#targets.set(key, targets = targets.length > MOST ? [] : targets);
    }
    return targets;
  }

  #in(place: number): readonly number[] {
    let functions = this.#functions.get(place);
    if (functions === undefined) {
      let all = new Set<number>();
      if (place === REFERENCES) all = referencedFunctions(this.#m);
      else for (const segment of this.#m.elements) if (segment.mode === 'passive' || (segment.mode === 'active' && segment.table === place)) addReferenced(this.#m, segment, all);
      this.#functions.set(place, functions = [...all].filter((index) => index >= this.#m.importedFuncs).sort((a, b) => a - b));
    }
    return functions;
  }
}

/** The functions that were asked for. */
export function dispatcherTexts(m: Module, env: ModuleEnv): string[] {
  const cases = (targets: readonly number[], params: string): string => targets.map((index) => `case ${env.funcRecord(index)}:return ${env.func(index)}(${params})`).join(';');
  const { refCalls, tableCalls } = env.uses;
  return [
    ...[...refCalls].sort((a, b) => a - b).map((type) => {
      const params = wordsOf(m, type);
      return `function ${env.names.of('refCall', type)}(${join('F', params)}){switch(F){${cases(env.dispatchers.ofReferences(type), params)}}return F.f(${params})}\n`;
    }),
    ...[...tableCalls].sort().map((key) => {
      const [table, type] = key.split(' ').map(Number);
      const params = wordsOf(m, type);
      const record = env.table(table);
      return `function ${env.names.tableCall(table, type)}(${join('i', params)}){switch(${record}.a[i>>>0]){${cases(env.dispatchers.ofTable(table, type), params)}}` +
        `return ${env.helper('callee')}(${record},i,${env.rtt(type)}).f(${params})}\n`;
    }),
  ];
}

const join = (first: string, params: string): string => (params === '' ? first : `${first},${params}`);
