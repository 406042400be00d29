// The statements of `create` around the functions: taking up imports, making globals, tables, memories, segments and function
// records, and running what the spec runs at instantiation, in its order. Everything that may refer to other things is
// written first, and what these turned out to need is declared last.
import { CompileError } from '../spec/errors.js';
import { isLimited } from '../spec/memory-sizes.js';
import type { Limits, Module, Range } from '../spec/module.js';
import { I32, I64, Kind, kindOf, type ValType } from '../spec/types.js';
import { bindsViews } from './bound-views.js';
import { sizeLiteral, stringLiteral } from './literals.js';
import { ActiveData, EMPTY, offsetOf, type DataStore } from './module-data.js';
import { globalPlaces, type GlobalPlace, type ModuleEnv } from './module-env.js';
import { ELEMENT_NAMES } from './memory-views.js';
import type { ModuleGlue } from './module-glue.js';
import { Initialisers, type Initial } from './module-initialisers.js';
import type { ModuleSource } from './module-source.js';
import { SegmentPlaces } from './segment-places.js';
import { parameterWords, typeDescriptor } from './module-types.js';

/** Arguments as text, without trailing ones that say nothing. */
function call(callee: string, ...args: string[]): string {
  while (args.length > 0 && args[args.length - 1] === '') args.pop();
  return `${callee}(${args.map((a) => (a === '' ? 'void 0' : a)).join()})`;
}
/** Not `let`: every use of one in a function checks that it is initialised, a seventh of V8's bytecode in memory-bound code. */
const VARIABLE = 'var';
/** List of the shared memories, if there are any. */
const SHARED = '$shared';
const maxText = (l: Limits): string => (l.max === undefined ? '' : sizeLiteral(l.max));

/** Where the statements of `create` go; `declare` must not run before the functions are emitted. */
export class InstanceCode {
  readonly #m: Module;
  readonly #env: ModuleEnv;
  readonly #glue: ModuleGlue;
  readonly #source: ModuleSource;
  readonly #initialisers: Initialisers;
  readonly #places: GlobalPlace[];
  readonly #hasShared: boolean;
  readonly #globals: Initial[] = [];
  /** Declarations of functions that came from constant expressions. */
  readonly compiled: string[] = [];
  readonly #globalLines: string[] = [];
  readonly #tableLines: string[] = [];
  /** Texts of element segments as they are initialised. */
  readonly #elements: string[] = [];
  readonly #run: string[] = [];
  /** Where `#run` fills in a segment, and with what, that names none of its records. */
  readonly #unnamed: { readonly at: number; readonly funcs: readonly number[]; readonly statement: (elements: string) => string }[] = [];
  /** What stands before and after the functions. */
  readonly around: [before: string, after: string] = ['', ''];
  #binds = false;

  constructor(m: Module, env: ModuleEnv, glue: ModuleGlue, source: ModuleSource, store: DataStore, exactNaNs: boolean) {
    this.#m = m;
    this.#env = env;
    this.#glue = glue;
    this.#source = source;
    this.#places = globalPlaces(m);
    this.#hasShared = m.memories.some((x) => x.type.limits.shared);
    this.#initialisers = new Initialisers(m, {
      globalValue: (index) => this.#globalValue(index),
      funcRecord: (index) => env.funcRecord(index),
      helper: (name) => env.helper(name),
      exactNaNs,
      compiled: (range, type) => this.#compile(range, type),
    });
    this.#globalsAndTables();
    this.#elementSegments();
    this.#dataSegments(store);
    if (m.start !== undefined) this.#run.push(`${env.func(m.start)}();\n`);
  }

  /** What comes after the functions. */
  get run(): readonly string[] {
    return this.#run;
  }

  #compile(range: Range, type: ValType): string {
    const name = this.#env.names.of('init', this.compiled.length);
    this.compiled.push(`${this.#source.initialiser(range, type, name, this.#env)}\n`);
    return `${name}()`;
  }

  #globalValue(index: number): Initial {
    const g = this.#m.globals[index];
    const known = this.#globals[index];
    if (!g.type.mutable && known?.bits !== undefined) return known;
    const kind = kindOf(g.type.type);
    const count = kind === Kind.I64 ? 2 : kind === Kind.V128 ? 4 : 1;
    return { kind, bits: undefined, words: Array.from({ length: count }, (_, k) => this.#env.globalText(index, k)) };
  }

  #globalsAndTables(): void {
    const env = this.#env;
    this.#m.globals.forEach((g, index) => {
      if (g.init === undefined) return;
      const value = this.#globals[index] = this.#initialisers.value(g.init, g.type.type);
      if (this.#places[index] === 'record') {
        this.#globalLines.push(`const ${env.names.of('globalRecord', index)}=${this.#globalRecord(index, value.words)};\n`);
      } else if (!g.type.mutable && value.bits !== undefined && value.kind <= Kind.I64) {
        env.constants.set(index, value.bits);
      } else {
        const words = value.words.map((text, k) => `${env.names.globalWord(index, k)}=${text}`);
        this.#globalLines.push(`${g.type.mutable ? VARIABLE : 'const'} ${words.join()};\n`);
      }
    });
    this.#m.tables.forEach((t, index) => {
      if (t.import !== undefined) return;
      const init = t.init === undefined ? 'null' : this.#initialisers.value(t.init, t.type.elem).words[0];
      const { limits } = t.type;
      const text = call(env.helper('table'), sizeLiteral(limits.min), maxText(limits), limits.index64 ? '2' : '0', stringLiteral(typeDescriptor(t.type.elem)), 'T', init);
      this.#tableLines.push(`const ${env.names.of('table', index)}=${text};\n`);
    });
  }

  #globalRecord(index: number, words: readonly string[]): string {
    const { type, mutable } = this.#m.globals[index].type;
    const value = kindOf(type) === Kind.V128 ? [`[${words.join()}]`] : words;
    return call(this.#env.helper('global'), stringLiteral(typeDescriptor(type)), 'T', mutable ? 'true' : 'false', ...value);
  }

  #elementSegments(): void {
    const env = this.#env;
    const places = new SegmentPlaces(this.#m.elements);
    this.#m.elements.forEach((s, index) => {
      if (places.unnamed && s.funcs !== undefined && s.mode === 'active' && s.init !== undefined) {
        const { funcs, table } = s;
        const offset = offsetOf(this.#initialisers.value(s.init, this.#m.tables[table].type.limits.index64 ? I64 : I32));
        for (const f of funcs) if (places.of(f) > 1) env.funcRecord(f);
        this.#unnamed.push({ at: this.#run.length, funcs, statement: (elements) => `${env.helper('tableInit')}(${env.table(table)},${elements},${offset.text},0,${funcs.length});\n` });
        this.#run.push('');
        this.#elements[index] = '[]';
        return;
      }
      const items = s.funcs?.map((f) => env.funcRecord(f)) ?? s.exprs?.map((e) => this.#initialisers.value(e, s.elem).words[0]) ?? [];
      this.#elements[index] = s.mode === 'declarative' ? '[]' : `[${items.join()}]`;
      if (s.mode !== 'active' || s.init === undefined) return;
      const offset = offsetOf(this.#initialisers.value(s.init, this.#m.tables[s.table].type.limits.index64 ? I64 : I32));
      // The segment is dropped right after, so only its name remains, for an empty one.
      this.#run.push(`${env.helper('tableInit')}(${env.table(s.table)},${this.#elements[index]},${offset.text},0,${items.length});\n`);
      this.#elements[index] = '[]';
    });
  }

  #dataSegments(store: DataStore): void {
    const active = new ActiveData(this.#m, this.#env, store);
    this.#run.push(...active.statements(this.#m.datas.flatMap((segment) => (segment.mode === 'active' && segment.init !== undefined
      ? [{ segment, offset: this.#initialisers.value(segment.init, active.offsetType(segment)) }] : []))));
    this.#passive = (index) => {
      const s = this.#m.datas[index];
      return s.mode === 'active' ? EMPTY : store.segment(this.#m.bytes.subarray(s.bytes.start, s.bytes.end), this.#env, true);
    };
  }
  #passive: (index: number) => string = () => EMPTY;

  /** The list of what is exported, in order. */
  result(): string {
    const env = this.#env;
    return `return[${this.#m.exports.map((e) => {
      switch (e.kind) {
        case 'func': return env.funcRecord(e.index);
        case 'table': return env.table(e.index);
        case 'memory': return env.memory(e.index);
        case 'tag': return env.tag(e.index);
        case 'global': return this.#exportedGlobal(e.index);
      }
    }).join()}];\n`;
  }

  /** Records of immutable globals exist for the border only; two exports of one global are one object. */
  #exportedGlobal(index: number): string {
    const record = this.#env.names.of('globalRecord', index);
    if (this.#places[index] === 'record') {
      this.#env.uses.globals.add(index);
      return record;
    }
    if (!this.#exportedConstants.has(index)) {
      this.#exportedConstants.add(index);
      if (this.#m.globals[index].import === undefined) {
        this.#run.push(`const ${record}=${this.#globalRecord(index, this.#globalValue(index).words)};\n`);
      }
    }
    return record;
  }
  readonly #exportedConstants = new Set<number>();

  /** What comes before the functions, now that all is known that they need. */
  declare(): string[] {
    this.#binds = bindsViews(this.#m, this.#env.uses);
    this.#fillUnnamed();
    const segments = this.#segmentLines();
    const own = [...this.#memoryLines(), ...segments];
    const tags = this.#tagLines();
    const records = this.#funcRecordLines();
    if (this.#binds) this.#bind();
    return [...this.#importLines(), ...this.#rttLines(), ...records, ...tags, ...this.#globalLines, ...this.#tableLines, ...own];
  }

  /** Calls to and from the host are where a module with shared memories learns that others have made them longer. */
  #synced(helper: string, text: string): string {
    return this.#hasShared ? call(this.#env.helper(helper), SHARED, text) : text;
  }

  #importLines(): string[] {
    const env = this.#env;
    const lines: string[] = this.#hasShared ? [`const ${SHARED}=[];\n`] : [];
    const next = { func: 0, table: 0, memory: 0, global: 0, tag: 0 };
    this.#m.imports.forEach((imported, k) => {
      const kind = imported.desc.kind;
      const index = next[kind]++;
      const link = `links[${k}]`;
      switch (kind) {
        case 'func':
          this.#glue.importFactory(this.#m.funcs[index].type);
          // A host function that goes out again needs the other direction too.
          if (env.uses.funcRefs.has(index)) this.#glue.exportFactory(this.#m.funcs[index].type);
          if (env.uses.funcRefs.has(index)) lines.push(`const ${env.names.of('funcRecord', index)}=${link},${env.func(index)}=${this.#synced('syncedImport', `${env.names.of('funcRecord', index)}.f`)};\n`);
          else lines.push(`const ${env.func(index)}=${this.#synced('syncedImport', `${link}.f`)};\n`);
          if (env.maySuspend(index)) lines.push(`const ${env.names.of('suspend', index)}=${this.#synced('syncedSuspending', `${env.helper('suspendForm')}(${link})`)};\n`);
          break;
        case 'table': lines.push(`const ${env.names.of('table', index)}=${link};\n`); break;
        case 'memory': lines.push(`const ${env.names.of('memory', index)}=${link};\n`); break;
        case 'tag': lines.push(`const ${env.names.of('tag', index)}=${link};\n`); break;
        case 'global': lines.push(this.#importedGlobal(index, link)); break;
      }
    });
    return lines;
  }

  /** An imported constant is read once, so that functions see constants. */
  #importedGlobal(index: number, link: string): string {
    const record = this.#env.names.of('globalRecord', index);
    if (this.#places[index] === 'record' || !this.#env.uses.globals.has(index)) return `const ${record}=${link};\n`;
    const kind = kindOf(this.#m.globals[index].type.type);
    const fields = kind === Kind.I64 ? ['v', 'h'] : kind === Kind.V128 ? ['l[0]', 'l[1]', 'l[2]', 'l[3]'] : ['v'];
    return `const ${record}=${link},${fields.map((f, k) => `${this.#env.names.globalWord(index, k)}=${record}.${f}`).join()};\n`;
  }

  #rttLines(): string[] {
    for (const index of this.#env.uses.funcRefs) if (index >= this.#m.importedFuncs) this.#env.rtt(this.#m.funcs[index].type);
    return [...this.#env.uses.rtts].sort((a, b) => a - b).map((i) => `const ${this.#env.names.of('type', i)}=T[${i}];\n`);
  }

  /** Before what they refer to is declared. */
  #fillUnnamed(): void {
    const env = this.#env, { uses } = env;
    const needsName = (f: number): boolean =>
      this.#binds || f < this.#m.importedFuncs || env.maySuspend(f) || uses.funcRefs.has(f) || uses.tailForms.has(f) || uses.suspendTailForms.has(f);
    for (const { at, funcs, statement } of this.#unnamed) {
      const records = funcs.map((f) => (needsName(f) ? env.funcRecord(f) : this.#funcRecord(f)));
      this.#run[at] = statement(`(()=>[${records.join()}])()`);
    }
  }

  #funcRecord(index: number): string {
    const env = this.#env, { type } = this.#m.funcs[index];
    return `${env.helper('func')}(${env.func(index)},${env.rtt(type)},${index},${this.#synced('syncedExport', this.#glue.exportFactory(type))})`;
  }

  #funcRecordLines(): string[] {
    const env = this.#env;
    const lines: string[] = [];
    for (const index of [...env.uses.funcRefs].sort((a, b) => a - b)) {
      if (index < this.#m.importedFuncs) continue;
      const type = this.#m.funcs[index].type;
      const record = env.names.of('funcRecord', index);
      if (this.#binds) {
        // The function that the host has calls whichever is current.
        const params = parameterWords(this.#m, index);
        lines.push(`const ${record}=${env.helper('func')}(null,${env.rtt(type)},${index},()=>${this.#glue.exportFactory(type)}((${params})=>${record}.f(${params})));\n`);
        continue;
      }
      lines.push(`const ${record}=${this.#funcRecord(index)};\n`);
      if (env.maySuspend(index)) lines.push(`${record}.s=${env.names.of('suspend', index)};\n`);
      if (env.uses.suspendTailForms.has(index)) lines.push(`${record}.s.tail=${env.names.of('suspendTail', index)};\n`);
      if (env.uses.tailForms.has(index)) lines.push(`${record}.c=${env.names.of('tail', index)};\n`);
    }
    return lines;
  }

  #tagLines(): string[] {
    const env = this.#env;
    const own = [...env.uses.tags].filter((index) => index >= this.#m.importedTags).sort((a, b) => a - b);
    return own.map((index) => `const ${env.names.of('tag', index)}=${env.helper('tag')}(${env.rtt(this.#m.tags[index].type.type)});\n`);
  }

  #memoryLines(): string[] {
    const env = this.#env;
    const lines: string[] = [];
    const exported = new Set(this.#m.exports.filter((e) => e.kind === 'memory').map((e) => e.index));
    this.#m.memories.forEach((memory, index) => {
      const record = env.names.of('memory', index);
      const { limits, pageSizeLog2 } = memory.type;
      if (memory.import === undefined) {
        const make = env.helper(limits.shared ? 'sharedMemory' : 'memory');
        lines.push(`const ${record}=${call(make, sizeLiteral(limits.min), maxText(limits), limits.index64 ? '2' : env.interprets && isLimited(memory) ? '4' : '0', pageSizeLog2 === 16 ? '' : String(pageSizeLog2))};\n`);
      }
      if (limits.shared) lines.push(`${SHARED}.push(${record});\n`);
      const { elements: arrays, elementCounts, slowLoads, slowStores } = env.uses;
      /** What is asked for of this memory, of a set by type and memory. */
      const ofMemory = (keys: ReadonlySet<number>): number[] => [...keys].filter((each) => each >> 3 === index).sort((a, b) => a - b);
      const elements = ofMemory(arrays);
      const views = env.uses.views.has(index) ? [`${env.names.view(index)}=${env.recordView(index)}`] : [];
      if (env.uses.plainViews.has(index)) views.push(`${env.names.plainView(index)}=${env.helper('plainView')}(${record})`);
      if (views.length + elements.length === 0 || this.#binds) return;
      for (const key of elements) {
        const name = env.names.elements(index, key & 7);
        views.push(`${name}=${env.helper('elements')}(${record},${key & 7})`);
        if (elementCounts.has(key)) views.push(`${env.names.elementCount(index, key & 7)}=${name}.length`);
      }
      const view = env.names.view(index);
      for (const key of ofMemory(slowLoads)) {
        lines.push(`const ${env.names.slowLoad(index, key & 7)}=(p,o)=>${view}.get${ELEMENT_NAMES[key & 7]}((p>>>0)+o,true);\n`);
      }
      for (const key of ofMemory(slowStores)) {
        lines.push(`const ${env.names.slowStore(index, key & 7)}=(p,o,v)=>${view}.set${ELEMENT_NAMES[key & 7]}((p>>>0)+o,v,true);\n`);
      }
      // A memory that nobody can grow keeps its buffer.
      if (memory.import === undefined && !exported.has(index) && !env.uses.helpers.has('memoryGrow')) lines.push(`const ${views.join()};\n`);
      else lines.push(`${VARIABLE} ${views.join()};${record}.subs.push(()=>{${views.join(';')}});\n`);
    });
    return lines;
  }

  /** Makes the functions anew whenever a view is replaced (bound-views.ts). */
  #bind(): void {
    const { names, uses } = this.#env;
    const views = [...uses.views].sort((a, b) => a - b), memories = views.map((index) => names.of('memory', index));
    const records = [...uses.funcRefs].sort((a, b) => a - b).map((index) => `${names.of('funcRecord', index)}.f=${this.#env.func(index)};`);
    this.around[0] = `const $bind=(function(){\nconst ${views.map((index) => `${names.view(index)}=${this.#env.recordView(index)}`).join()};\n`;
    this.around[1] = `${records.join('')}\n});\n$bind();${memories.map((memory) => `${memory}.subs.push($bind);`).join('')}\n`;
  }

  #segmentLines(): string[] {
    const env = this.#env;
    const lines: string[] = [];
    for (const index of [...env.uses.datas].sort((a, b) => a - b)) lines.push(`${VARIABLE} ${env.names.of('data', index)}=${this.#passive(index)};\n`);
    for (const index of [...env.uses.elems].sort((a, b) => a - b)) {
      if (this.#elements[index] === undefined) throw new CompileError(`unknown element segment ${index}`);
      lines.push(`${VARIABLE} ${env.names.of('elem', index)}=${this.#elements[index]};\n`);
    }
    return lines;
  }
}
