import { Kind, kindOf } from '../spec/types.js';
import { element, identifier, member, number } from './ast.js';
import { ModuleNames } from './module-names.js';
import { Shapes } from './module-shapes.js';
export const noUses = () => ({
    helpers: new Set(), views: new Set(), memories: new Set(), tables: new Set(), datas: new Set(), elems: new Set(),
    globals: new Set(), rtts: new Set(), tags: new Set(), funcRefs: new Set(), tailForms: new Set(), ownTailForms: new Set(), suspendTailForms: new Set(), shapes: new Set(),
});
/** Adds what another environment was asked for. */
export function addUses(to, from) {
    for (const name of from.helpers)
        to.helpers.add(name);
    for (const key of from.shapes)
        to.shapes.add(key);
    for (const key of ['views', 'memories', 'tables', 'datas', 'elems', 'globals', 'rtts', 'tags', 'funcRefs', 'tailForms', 'ownTailForms', 'suspendTailForms']) {
        for (const index of from[key])
            to[key].add(index);
    }
}
export function globalPlaces(m) {
    const places = m.globals.map((g) => (g.import !== undefined && g.type.mutable ? 'record' : 'variable'));
    for (const e of m.exports)
        if (e.kind === 'global' && m.globals[e.index].type.mutable)
            places[e.index] = 'record';
    return places;
}
export class ModuleEnv {
    #module;
    #places;
    #suspends;
    #mayTailCall;
    /** The function being emitted, and whether it makes tail calls. */
    #current;
    #currentTailCalls;
    constructor(m, options, mayTailCall, suspends) {
        this.uses = noUses();
        /** Bits of immutable integer globals whose value is known: functions see literals. */
        this.constants = new Map();
        /** Set while a suspend form is emitted: calls in it may suspend. */
        this.inSuspendForm = false;
        /** The function being emitted, and whether it makes tail calls. */
        this.#current = -1;
        this.#currentTailCalls = false;
        this.#module = m;
        this.names = new ModuleNames(m, options.readable);
        this.shapes = new Shapes(m, this.uses.shapes);
        this.noTraps = options.traps === 'none';
        this.readable = options.readable;
        this.sharesMemory = m.memories.length > 0 && m.memories[0].type.limits.shared;
        this.#places = globalPlaces(m);
        this.#mayTailCall = mayTailCall;
        this.#suspends = suspends;
    }
    func(index) {
        return this.names.func(index);
    }
    view(memory) {
        this.uses.views.add(memory);
        return this.names.view(memory);
    }
    memory(index) {
        this.uses.memories.add(index);
        return this.names.of('memory', index);
    }
    table(index) {
        this.uses.tables.add(index);
        return this.names.of('table', index);
    }
    data(index) {
        this.uses.datas.add(index);
        return this.names.of('data', index);
    }
    elem(index) {
        this.uses.elems.add(index);
        return this.names.of('elem', index);
    }
    tag(index) {
        this.uses.tags.add(index);
        return this.names.of('tag', index);
    }
    rtt(typeIndex) {
        this.uses.rtts.add(typeIndex);
        return this.names.of('type', typeIndex);
    }
    shape(typeIndex) {
        return this.shapes.name(typeIndex);
    }
    funcRecord(index) {
        this.uses.funcRefs.add(index);
        return this.names.of('funcRecord', index);
    }
    funcRef(index) {
        return identifier(this.funcRecord(index));
    }
    helper(name) {
        this.uses.helpers.add(name);
        return name;
    }
    tailForm(index) {
        if (!this.#tailCalls(index))
            return undefined;
        this.uses.tailForms.add(index);
        return this.names.of('tail', index);
    }
    #tailCalls(index) {
        if (index < this.#module.importedFuncs)
            return false;
        return index === this.#current ? this.#currentTailCalls : this.#mayTailCall(index);
    }
    /**
     * Tells whether the function that is emitted next has a tail form. Others go on being told what its bytes say, which may be
     * that it has one when it has not: what a function is told must not depend on which were emitted before it.
     */
    beginFunction(index, tailCalls) {
        this.#current = index;
        this.#currentTailCalls = tailCalls;
        if (tailCalls) {
            this.uses.tailForms.add(index);
            this.uses.ownTailForms.add(index);
        }
    }
    /** Whether a function has a suspend form. */
    maySuspend(index) {
        return this.#suspends?.mayFunction(index) === true;
    }
    suspendForm(index) {
        return this.inSuspendForm && this.maySuspend(index) ? this.names.of('suspend', index) : undefined;
    }
    suspendTailForm(index) {
        if (!this.inSuspendForm || !this.maySuspend(index))
            return undefined;
        if (!this.#tailCalls(index))
            return this.names.of('suspend', index);
        this.uses.suspendTailForms.add(index);
        return this.names.of('suspendTail', index);
    }
    suspendsIndirectly(typeIndex) {
        return this.inSuspendForm && this.#suspends.mayIndirect(typeIndex);
    }
    global(index, word) {
        const known = this.constants.get(index);
        if (known !== undefined)
            return number(known[word]);
        this.uses.globals.add(index);
        if (this.#places[index] === 'variable')
            return identifier(this.names.globalWord(index, word));
        const record = identifier(this.names.of('globalRecord', index));
        return this.#isV128(index) ? element(member(record, 'l'), number(word)) : member(record, word === 0 ? 'v' : 'h');
    }
    /** The same as text. */
    globalText(index, word) {
        const known = this.constants.get(index);
        if (known !== undefined)
            return String(known[word]);
        this.uses.globals.add(index);
        if (this.#places[index] === 'variable')
            return this.names.globalWord(index, word);
        const record = this.names.of('globalRecord', index);
        return this.#isV128(index) ? `${record}.l[${word}]` : `${record}.${word === 0 ? 'v' : 'h'}`;
    }
    #isV128(global) {
        return kindOf(this.#module.globals[global].type.type) === Kind.V128;
    }
}
