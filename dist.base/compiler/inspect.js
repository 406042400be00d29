// What is in a module, without compiling it: for people who wonder why a module is large, slow or refused, and for tools
// that choose options. Everything is plain data that survives JSON.
import { decodeModule } from './decode/module.js';
import { openBody } from './decode/code.js';
import { countBodies, isI64, surveyBodies } from './inspect/bodies.js';
import { readProducers, readTargetFeatures } from './inspect/metadata.js';
import { listSections } from './inspect/sections.js';
import { definedTypeText, exportText, globalText, importText, memoryText, tableText } from './inspect/type-text.js';
import { CompileError } from './spec/errors.js';
import { OPCODES } from './spec/opcodes.js';
import { PROPOSALS } from './spec/opcode-row.js';
import { contextOf } from './validate/context.js';
import { ALL_FEATURES, DEFAULT_FEATURES } from './validate/features.js';
import { validateModule } from './validate/module.js';
/** Describes a module that may be invalid; one that cannot even be decoded throws a `CompileError`. */
export function inspect(bytes, options = {}) {
    const m = decodeModule(bytes);
    const { summary, used } = check(m);
    const { error } = summary;
    const unsupported = [...summary.unsupported];
    return {
        size: bytes.length,
        name: m.names.module,
        valid: error === undefined,
        error: error === undefined ? undefined : describeError(error),
        compilable: error === undefined && unsupported.length === 0,
        unsupported,
        features: { used, offByDefault: used.filter((p) => !DEFAULT_FEATURES.has(p)) },
        sections: listSections(bytes),
        imports: m.imports.map(({ module, name, desc }) => ({ module, name, kind: desc.kind, type: importText(m, desc) })),
        exports: m.exports.map((e) => ({ name: e.name, kind: e.kind, index: e.index, type: exportText(m, e) })),
        memories: definitions(m.memories, m.names.memories, (x) => memoryText(x.type)),
        tables: definitions(m.tables, m.names.tables, (x) => tableText(x.type)),
        globals: definitions(m.globals, m.names.globals, (x) => globalText(x.type)),
        tags: definitions(m.tags, m.names.tags, (x) => definedTypeText(m.types[x.type.type], 'tag')),
        start: m.start === undefined ? undefined : { index: m.start, name: functionName(m, m.start) },
        functions: describeFunctions(m, options.largest ?? 10),
        instructions: describeInstructions(summary),
        data: {
            segments: m.datas.length,
            passive: m.datas.filter((d) => d.mode === 'passive').length,
            bytes: m.datas.reduce((sum, d) => sum + d.bytes.end - d.bytes.start, 0),
        },
        elements: {
            segments: m.elements.length,
            passive: m.elements.filter((e) => e.mode === 'passive').length,
            entries: m.elements.reduce((sum, e) => sum + (e.funcs ?? e.exprs ?? []).length, 0),
        },
        producers: readProducers(m),
        targetFeatures: readTargetFeatures(m),
    };
}
function check(m) {
    let summary;
    const used = new Set();
    try {
        validateModule(m, ALL_FEATURES);
        summary = surveyBodies(m);
        for (const p of contextOf(m).featuresUsed)
            used.add(p);
    }
    catch (e) {
        if (!(e instanceof CompileError))
            throw e;
        summary = { ...countBodies(m), error: e };
    }
    for (const op of OPCODES)
        if (summary.counts[op.id] > 0)
            used.add(op.proposal);
    return { summary, used: PROPOSALS.filter((p) => used.has(p)) };
}
const describeError = ({ message, reason, offset, section, func, funcName }) => ({ message, reason, offset, section, func, funcName });
function definitions(all, names, text) {
    return all.map((x, index) => ({ index, name: names.get(index), imported: x.import !== undefined, type: text(x) }));
}
function functionName(m, index) {
    return m.names.funcs.get(index) ?? m.exports.find((e) => e.kind === 'func' && e.index === index)?.name;
}
function describeFunctions(m, top) {
    const sizeOf = (index) => {
        const { body } = m.funcs[index];
        return body === undefined ? 0 : body.end - body.start;
    };
    const defined = Array.from({ length: m.funcs.length - m.importedFuncs }, (_, i) => m.importedFuncs + i);
    const size = defined.reduce((sum, index) => sum + sizeOf(index), 0);
    const largest = defined.sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, top).map((index) => ({
        index, name: functionName(m, index), size: sizeOf(index), locals: countLocals(m, index), type: definedTypeText(m.types[m.funcs[index].type]),
    }));
    return { imported: m.importedFuncs, defined: defined.length, size, largest };
}
/** 0 where the locals cannot be read, which validation reports. */
function countLocals(m, func) {
    if (m.types[m.funcs[func].type]?.composite.kind !== 'func')
        return 0;
    try {
        return openBody(m, func).locals.length;
    }
    catch (e) {
        if (e instanceof CompileError)
            return 0;
        throw e;
    }
}
function describeInstructions({ counts }) {
    const byProposal = {};
    let total = 0;
    let i64 = 0;
    for (const op of OPCODES) {
        const n = counts[op.id];
        if (n === 0)
            continue;
        total += n;
        byProposal[op.proposal] = (byProposal[op.proposal] ?? 0) + n;
        if (isI64(op))
            i64 += n;
    }
    return { total, byProposal, i64 };
}
