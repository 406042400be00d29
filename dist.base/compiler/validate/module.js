// Validates everything of a module but the function bodies (spec 3.5), and prepares what validating
// a body needs. Sections are taken in the order in which their contexts grow.
import { CompileError } from '../spec/errors.js';
import { FUNCREF, Heap, refType, typeName } from '../spec/types.js';
import { ConstExprValidator } from './const-expr.js';
import { createContext } from './context.js';
import { FeatureUse } from './features.js';
import { checkMemoryLimits, checkTableLimits } from './limits.js';
import { isDefaultable, isSubtype } from './subtyping.js';
import { checkSupertypes, checkTypeIndices } from './type-section.js';
/** Spec 3.5.15, without the bodies. The result is also kept with the module, for `validateFunction`. */
export function validateModule(m, features) {
    const use = new FeatureUse(features);
    checkTypeIndices(m, use);
    const ctx = createContext(m, use);
    checkSupertypes(m, ctx.types);
    checkImports(ctx);
    checkFunctions(ctx);
    checkMemories(ctx);
    checkTags(ctx);
    const exprs = new ConstExprValidator(ctx);
    checkTables(ctx, exprs);
    checkGlobals(ctx, exprs);
    checkExports(ctx);
    checkStart(ctx);
    m.elements.forEach((e) => checkElements(ctx, exprs, e));
    m.datas.forEach((d) => checkData(ctx, exprs, d));
    if (m.dataCount !== undefined)
        ctx.features.require('bulk-memory', 'a data count section', { section: 'data count' });
    return ctx;
}
function fail(reason, place) {
    throw new CompileError(reason, place);
}
function checkFuncType(ctx, index, place) {
    const { types } = ctx.module;
    if (index >= types.length)
        fail(`unknown type ${index}`, place);
    if (types[index].composite.kind !== 'func')
        fail(`type mismatch: type ${index} is not a function type`, place);
}
function checkImports(ctx) {
    for (const i of ctx.module.imports) {
        const place = { offset: i.offset, section: 'import' };
        if (i.desc.kind === 'func') {
            checkFuncType(ctx, i.desc.type, place);
            if (i.desc.exact === true)
                ctx.features.require('custom-descriptors', 'an import of an exact function type', place);
        }
        else if (i.desc.kind === 'global' && i.desc.global.mutable)
            ctx.features.require('mutable-globals', 'an imported mutable global', place);
    }
}
function checkFunctions(ctx) {
    for (const f of ctx.module.funcs) {
        checkFuncType(ctx, f.type, { offset: f.body?.start, section: 'function' });
        const t = ctx.module.types[f.type].composite;
        if (t.kind === 'func')
            ctx.funcTypes.push(t);
    }
}
function checkMemories(ctx) {
    const { memories } = ctx.module;
    memories.forEach((m, index) => {
        const place = { offset: m.offset, section: m.import === undefined ? 'memory' : 'import' };
        if (index > 0)
            ctx.features.require('multi-memory', 'a second memory', place);
        checkMemoryLimits(m.type, ctx.features, place);
    });
}
/** Spec 3.2.14: a tag's function type has no results. */
function checkTags(ctx) {
    for (const t of ctx.module.tags) {
        const place = { offset: t.offset, section: t.import === undefined ? 'tag' : 'import' };
        // Tags are shared by both forms of exception handling.
        if (!ctx.features.enabled.has('legacy-exceptions'))
            ctx.features.require('exceptions', 'a tag', place);
        checkFuncType(ctx, t.type.type, place);
        const c = ctx.module.types[t.type.type].composite;
        if (c.kind === 'func' && c.results.length > 0)
            fail('non-empty tag result type', place);
    }
}
/** Spec 3.5.6: elements that cannot be null need an initialiser, which sees imported globals only. */
function checkTables(ctx, exprs) {
    const { tables, importedGlobals } = ctx.module;
    tables.forEach((t, index) => {
        const place = { offset: t.offset, section: t.import === undefined ? 'table' : 'import' };
        if (index > 0)
            ctx.features.require('reference-types', 'a second table', place);
        if (t.type.elem !== FUNCREF)
            ctx.checkValType(t.type.elem, place);
        checkTableLimits(t.type, ctx.features, place);
        if (t.init !== undefined) {
            ctx.features.require('function-references', 'a table with an initialiser', place);
            exprs.check(t.init, t.type.elem, importedGlobals, 'table');
        }
        else if (t.import === undefined && !isDefaultable(t.type.elem)) {
            fail(`type mismatch: a table of ${typeName(t.type.elem)}, which has no default, needs an initialiser`, place);
        }
    });
}
/** Spec 3.5.5: the initialiser of a global sees the globals before it. */
function checkGlobals(ctx, exprs) {
    ctx.module.globals.forEach((g, index) => {
        ctx.checkValType(g.type.type, { offset: g.offset, section: g.import === undefined ? 'global' : 'import' });
        if (g.init !== undefined)
            exprs.check(g.init, g.type.type, index, 'global');
    });
}
function checkExports(ctx) {
    const m = ctx.module;
    const counts = { func: m.funcs.length, table: m.tables.length, memory: m.memories.length, global: m.globals.length, tag: m.tags.length };
    const words = { func: 'function', table: 'table', memory: 'memory', global: 'global', tag: 'tag' };
    const seen = new Set();
    for (const e of m.exports) {
        const place = { offset: e.offset, section: 'export' };
        if (e.index >= counts[e.kind])
            fail(`unknown ${words[e.kind]} ${e.index}`, place);
        if (seen.has(e.name))
            fail(`duplicate export name ${JSON.stringify(e.name)}`, place);
        seen.add(e.name);
        if (e.kind === 'func')
            ctx.declared[e.index] = 1;
        if (e.kind === 'global' && m.globals[e.index].type.mutable)
            ctx.features.require('mutable-globals', 'an exported mutable global', place);
    }
}
function checkStart(ctx) {
    const { start, startOffset } = ctx.module;
    if (start === undefined)
        return;
    const place = { offset: startOffset, section: 'start' };
    if (start >= ctx.module.funcs.length)
        fail(`unknown function ${start}`, place);
    const { params, results } = ctx.funcTypes[start];
    if (params.length > 0 || results.length > 0)
        fail('start function must not have parameters or results', place);
}
/** Spec 3.5.10. */
function checkElements(ctx, exprs, e) {
    const m = ctx.module;
    const place = { offset: e.offset, section: 'element' };
    const globals = m.globals.length;
    if (e.elem !== FUNCREF && e.elem !== refType(Heap.func, false))
        ctx.checkValType(e.elem, place);
    if (e.mode !== 'active')
        ctx.features.require('bulk-memory', `a ${e.mode} element segment`, place);
    for (const f of e.funcs ?? []) {
        if (f >= m.funcs.length)
            fail(`unknown function ${f}`, place);
        ctx.declared[f] = 1;
    }
    for (const range of e.exprs ?? [])
        exprs.check(range, e.elem, globals, 'element');
    if (e.mode !== 'active')
        return;
    if (e.table >= m.tables.length)
        fail(`unknown table ${e.table}`, place);
    const { elem } = m.tables[e.table].type;
    if (!isSubtype(ctx.types, e.elem, elem))
        fail(`type mismatch: elements of type ${typeName(e.elem)} into a table of ${typeName(elem)}`, place);
    if (e.init !== undefined)
        exprs.check(e.init, ctx.tableAddress[e.table], globals, 'element');
}
/** Spec 3.5.9. */
function checkData(ctx, exprs, d) {
    const m = ctx.module;
    const place = { offset: d.offset, section: 'data' };
    if (d.mode !== 'active') {
        ctx.features.require('bulk-memory', 'a passive data segment', place);
        return;
    }
    if (d.memory >= m.memories.length)
        fail(`unknown memory ${d.memory}`, place);
    if (d.init !== undefined)
        exprs.check(d.init, ctx.memoryAddress[d.memory], m.globals.length, 'data');
}
