// What functions see of their module, and what the module learns from having been asked: helpers, records and variables
// that nothing asked for are not in the output. Names depend on indices alone, never on the order of asking, so functions
// may be emitted anywhere in any order; `uses` of several environments add up.
import type { Module } from '../spec/module.js';
import { isInterpreter, type Options } from '../options.js';
import { memorySizes } from '../spec/memory-sizes.js';
import { Kind, kindOf } from '../spec/types.js';
import type { Node } from '../ir/node.js';
import { element, identifier, member, number, type Expression } from './ast.js';
import { Dispatchers } from './dispatch.js';
import type { EmitEnv } from './env.js';
import { elementAccess } from './element-access.js';
import { hasElement } from './elements.js';
import { dataViewAccess, type MemoryAccess } from './memory-access.js';
import { ModuleNames } from './module-names.js';
import { Shapes } from './module-shapes.js';
import { mayTear, sharedAccess } from './shared-access.js';
import type { SuspendForms } from './suspend-forms.js';

/** Indices and names that were asked for. */
export interface Uses {
  helpers: Set<string>;
  views: Set<number>;
  plainViews: Set<number>;
  /** Typed arrays over memories: type and, times 8, memory. */
  elements: Set<number>;
  /** Those of which the number is asked for. */
  elementCounts: Set<number>;
  /** What loads and stores where there is no element. */
  slowLoads: Set<number>;
  slowStores: Set<number>;
  memories: Set<number>;
  tables: Set<number>;
  datas: Set<number>;
  elems: Set<number>;
  globals: Set<number>;
  rtts: Set<number>;
  tags: Set<number>;
  funcRefs: Set<number>;
  /** Functions whose tail form someone calls, and those that have one of their own. */
  tailForms: Set<number>;
  ownTailForms: Set<number>;
  /** The same of suspend forms: functions that make tail calls, or that someone took to. */
  suspendTailForms: Set<number>;
  /** Layouts of structs that are allocated. */
  shapes: Set<string>;
  /** Types of calls by reference, and tables and types of calls by table, that have a function of their own (dispatch.ts). */
  refCalls: Set<number>;
  tableCalls: Set<string>;
}

const noUses = (): Uses => ({
  helpers: new Set(), views: new Set(), plainViews: new Set(), elements: new Set(), elementCounts: new Set(), slowLoads: new Set(), slowStores: new Set(), memories: new Set(), tables: new Set(), datas: new Set(), elems: new Set(),
  globals: new Set(), rtts: new Set(), tags: new Set(), funcRefs: new Set(), tailForms: new Set(), ownTailForms: new Set(), suspendTailForms: new Set(), shapes: new Set(),
  refCalls: new Set(), tableCalls: new Set(),
});

/** Adds what another environment was asked for. */
export function addUses(to: Uses, from: Uses): void {
  for (const name of from.helpers) to.helpers.add(name);
  for (const key of from.shapes) to.shapes.add(key);
  for (const key of from.tableCalls) to.tableCalls.add(key);
  for (const key of ['views', 'plainViews', 'elements', 'elementCounts', 'slowLoads', 'slowStores', 'memories', 'tables', 'datas', 'elems', 'globals', 'rtts', 'tags', 'funcRefs', 'tailForms', 'ownTailForms', 'suspendTailForms', 'refCalls'] as const) {
    for (const index of from[key]) to[key].add(index);
  }
}

/** How a global is held: in a record if it crosses the module's border and may change, else in variables. */
export type GlobalPlace = 'record' | 'variable';

export function globalPlaces(m: Module): GlobalPlace[] {
  const places = m.globals.map((g): GlobalPlace => (g.import !== undefined && g.type.mutable ? 'record' : 'variable'));
  for (const e of m.exports) if (e.kind === 'global' && m.globals[e.index].type.mutable) places[e.index] = 'record';
  return places;
}

/** Bytes of a module from which on names of methods save more than making them takes. */
const SHORT_METHODS_FROM = 16_000;

export class ModuleEnv implements EmitEnv {
  readonly names: ModuleNames;
  readonly uses = noUses();
  readonly shapes: Shapes;
  readonly dispatchers: Dispatchers;
  readonly noTraps: boolean;
  readonly readable: boolean;
  readonly interprets: boolean;
  readonly comparesDoubles: boolean;
  readonly shortMethods: boolean;
  readonly access: MemoryAccess;
  readonly copiesView: boolean;
  readonly hasElements: boolean;
  readonly #leastBytes: readonly number[];
  readonly #module: Module;
  readonly #places: GlobalPlace[];
  /** Bits of immutable integer globals whose value is known: functions see literals. */
  readonly constants = new Map<number, readonly number[]>();
  readonly #dispatches: boolean;
  readonly #suspends: SuspendForms | undefined;
  /** Set while a suspend form is emitted: calls in it may suspend. */
  inSuspendForm = false;
  readonly #mayTailCall: (index: number) => boolean;
  /** The function being emitted, and whether it makes tail calls. */
  #current = -1;
  #currentTailCalls = false;

  constructor(m: Module, options: Pick<Options, 'traps' | 'readable' | 'optimize' | 'engine' | 'minify'>, mayTailCall: (index: number) => boolean, suspends?: SuspendForms) {
    this.#module = m;
    this.names = new ModuleNames(m, options.readable);
    this.shapes = new Shapes(m, this.uses.shapes);
    this.dispatchers = new Dispatchers(m);
    this.noTraps = options.traps === 'none';
    this.readable = options.readable;
    this.interprets = isInterpreter(options.engine);
    // Interpreters take as long for every comparison with a record as for finding out that there is a function of the type.
    this.#dispatches = options.optimize >= 2 && !this.interprets;
    this.comparesDoubles = options.engine === 'spidermonkey';
    const access = this.interprets ? elementAccess : dataViewAccess, hasShared = m.memories.some((memory) => memory.type.limits.shared);
    this.access = hasShared ? sharedAccess(access, (n) => this.#isShared(n.imm2), (n) => this.takesElement(n)) : access;
    this.hasElements = this.interprets || hasShared;
    this.#leastBytes = memorySizes(m).least;
    this.copiesView = m.memories.length > 0;
    this.shortMethods = options.minify && !this.interprets && m.bytes.length >= SHORT_METHODS_FROM && m.memories.every((memory) => !memory.type.limits.shared);
    this.#places = globalPlaces(m);
    this.#mayTailCall = mayTailCall;
    this.#suspends = suspends;
  }

  #isShared(memory: number): boolean {
    return this.#module.memories[memory].type.limits.shared;
  }

  func(index: number): string {
    return this.names.func(index);
  }
  view(memory: number): string {
    this.uses.views.add(memory);
    return this.names.view(memory);
  }
  plainView(memory: number): string {
    this.uses.plainViews.add(memory);
    return this.names.plainView(memory);
  }
  /** Text of the view that a memory's record has. */
  recordView(memory: number): string {
    const record = this.names.of('memory', memory);
    return this.shortMethods ? `${this.helper('shortView')}(${record})` : `${record}.d`;
  }
  takesElement(n: Node): boolean {
    return hasElement(n) && (this.interprets || (this.#isShared(n.imm2) && !mayTear(n)));
  }
  elements(memory: number, type: number): string {
    this.uses.elements.add(memory * 8 + type);
    return this.names.elements(memory, type);
  }
  elementCount(memory: number, type: number): string {
    this.uses.elementCounts.add(memory * 8 + type);
    return this.names.elementCount(memory, type);
  }
  slowLoad(memory: number, type: number): string {
    this.view(memory);
    this.uses.slowLoads.add(memory * 8 + type);
    return this.names.slowLoad(memory, type);
  }
  slowStore(memory: number, type: number): string {
    this.view(memory);
    this.uses.slowStores.add(memory * 8 + type);
    return this.names.slowStore(memory, type);
  }
  leastBytes(memory: number): number {
    return this.#leastBytes[memory];
  }
  memory(index: number): string {
    this.uses.memories.add(index);
    return this.names.of('memory', index);
  }
  table(index: number): string {
    this.uses.tables.add(index);
    return this.names.of('table', index);
  }
  data(index: number): string {
    this.uses.datas.add(index);
    return this.names.of('data', index);
  }
  elem(index: number): string {
    this.uses.elems.add(index);
    return this.names.of('elem', index);
  }
  tag(index: number): string {
    this.uses.tags.add(index);
    return this.names.of('tag', index);
  }
  rtt(typeIndex: number): string {
    this.uses.rtts.add(typeIndex);
    return this.names.of('type', typeIndex);
  }
  shape(typeIndex: number): string {
    return this.shapes.name(typeIndex);
  }
  funcRecord(index: number): string {
    this.uses.funcRefs.add(index);
    return this.names.of('funcRecord', index);
  }
  funcRef(index: number): Expression {
    return identifier(this.funcRecord(index));
  }
  helper(name: string): string {
    this.uses.helpers.add(name);
    return name;
  }
  refCall(type: number): string | undefined {
    if (!this.#dispatches || this.dispatchers.ofReferences(type).length === 0) return undefined;
    this.uses.refCalls.add(type);
    return this.names.of('refCall', type);
  }
  tableCall(table: number, type: number): string | undefined {
    if (!this.#dispatches || this.dispatchers.ofTable(table, type).length === 0) return undefined;
    this.uses.tableCalls.add(`${table} ${type}`);
    return this.names.tableCall(table, type);
  }
  tailForm(index: number): string | undefined {
    if (!this.#tailCalls(index)) return undefined;
    this.uses.tailForms.add(index);
    return this.names.of('tail', index);
  }

  #tailCalls(index: number): boolean {
    if (index < this.#module.importedFuncs) return false;
    return index === this.#current ? this.#currentTailCalls : this.#mayTailCall(index);
  }

  /**
   * Tells whether the function that is emitted next has a tail form. Others go on being told what its bytes say, which may be
   * that it has one when it has not: what a function is told must not depend on which were emitted before it.
   */
  beginFunction(index: number, tailCalls: boolean): void {
    this.#current = index;
    this.#currentTailCalls = tailCalls;
    if (tailCalls) {
      this.uses.tailForms.add(index);
      this.uses.ownTailForms.add(index);
    }
  }

  /** Whether a function has a suspend form. */
  maySuspend(index: number): boolean {
    return this.#suspends?.mayFunction(index) === true;
  }
  suspendForm(index: number): string | undefined {
    return this.inSuspendForm && this.maySuspend(index) ? this.names.of('suspend', index) : undefined;
  }
  suspendTailForm(index: number): string | undefined {
    if (!this.inSuspendForm || !this.maySuspend(index)) return undefined;
    if (!this.#tailCalls(index)) return this.names.of('suspend', index);
    this.uses.suspendTailForms.add(index);
    return this.names.of('suspendTail', index);
  }
  suspendsIndirectly(typeIndex: number): boolean {
    return this.inSuspendForm && this.#suspends!.mayIndirect(typeIndex);
  }

  global(index: number, word: number): Expression {
    const known = this.constants.get(index);
    if (known !== undefined) return number(known[word]);
    this.uses.globals.add(index);
    if (this.#places[index] === 'variable') return identifier(this.names.globalWord(index, word));
    const record = identifier(this.names.of('globalRecord', index));
    return this.#isV128(index) ? element(member(record, 'l'), number(word)) : member(record, word === 0 ? 'v' : 'h');
  }

  /** The same as text. */
  globalText(index: number, word: number): string {
    const known = this.constants.get(index);
    if (known !== undefined) return String(known[word]);
    this.uses.globals.add(index);
    if (this.#places[index] === 'variable') return this.names.globalWord(index, word);
    const record = this.names.of('globalRecord', index);
    return this.#isV128(index) ? `${record}.l[${word}]` : `${record}.${word === 0 ? 'v' : 'h'}`;
  }

  #isV128(global: number): boolean {
    return kindOf(this.#module.globals[global].type.type) === Kind.V128;
  }
}
