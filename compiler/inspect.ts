// What is in a module, without compiling it: for people who wonder why a module is large, slow or refused, and for tools
// that choose options. Everything is plain data that survives JSON.
import { asBytes } from './bytes.js';
import { decodeModule } from './decode/module.js';
import { openBody } from './decode/code.js';
import { countBodies, isI64, surveyBodies, type BodySummary } from './inspect/bodies.js';
import { readProducers, readTargetFeatures, type Producer } from './inspect/metadata.js';
import { listSections, type SectionInfo } from './inspect/sections.js';
import { definedTypeText, exportText, globalText, importText, memoryText, tableText } from './inspect/type-text.js';
import { CompileError } from './spec/errors.js';
import type { ExternKind, Import, Module } from './spec/module.js';
import { OPCODES } from './spec/opcodes.js';
import { PROPOSALS, type Proposal } from './spec/opcode-row.js';
import { contextOf } from './validate/context.js';
import { ALL_FEATURES, DEFAULT_FEATURES } from './validate/features.js';
import { validateModule } from './validate/module.js';

export type { Producer } from './inspect/metadata.js';
export type { SectionInfo } from './inspect/sections.js';

export interface ImportInfo { module: string; name: string; kind: ExternKind; /** In text format notation. */ type: string }
export interface ExportInfo { name: string; kind: ExternKind; index: number; type: string }
/** A memory, table, global or tag. */
export interface DefinitionInfo { index: number; name: string | undefined; imported: boolean; type: string }
export interface FunctionInfo { index: number; name: string | undefined; /** Bytes of its body. */ size: number; /** Parameters included. */ locals: number; type: string }
export interface ErrorInfo { message: string; reason: string; offset: number | undefined; section: string | undefined; func: number | undefined; funcName: string | undefined }

export interface ModuleInfo {
  size: number;
  /** From the name section. */
  name: string | undefined;
  valid: boolean;
  /** Why it is not valid. */
  error: ErrorInfo | undefined;
  /** Whether `compile` can translate it. */
  compilable: boolean;
  /** What it uses that `compile` does not support yet. */
  unsupported: string[];
  features: {
    /** Proposals in use; complete only if the module is valid. */
    used: Proposal[];
    /** Those of them that `--features` must turn on. */
    offByDefault: Proposal[];
  };
  sections: SectionInfo[];
  imports: ImportInfo[];
  exports: ExportInfo[];
  memories: DefinitionInfo[];
  tables: DefinitionInfo[];
  globals: DefinitionInfo[];
  tags: DefinitionInfo[];
  start: { index: number; name: string | undefined } | undefined;
  functions: {
    imported: number;
    defined: number;
    /** Bytes of all bodies. */
    size: number;
    /** The largest first. */
    largest: FunctionInfo[];
  };
  instructions: {
    total: number;
    byProposal: Partial<Record<Proposal, number>>;
    /** Those that work on 64-bit integers. */
    i64: number;
  };
  data: { segments: number; passive: number; bytes: number };
  elements: { segments: number; passive: number; entries: number };
  producers: Producer[];
  targetFeatures: string[];
}

export interface InspectOptions {
  /** How many of the largest functions to name. */
  largest?: number;
}

/** Describes a module that may be invalid; one that cannot even be decoded throws a `CompileError`. */
export function inspect(given: Uint8Array, options: InspectOptions = {}): ModuleInfo {
  const bytes = asBytes(given);
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

function check(m: Module): { summary: BodySummary; used: Proposal[] } {
  let summary: BodySummary;
  const used = new Set<Proposal>();
  try {
    validateModule(m, ALL_FEATURES);
    summary = surveyBodies(m);
    for (const p of contextOf(m).featuresUsed) used.add(p);
  } catch (e) {
    if (!(e instanceof CompileError)) throw e;
    summary = { ...countBodies(m), error: e };
  }
  for (const op of OPCODES) if (summary.counts[op.id] > 0) used.add(op.proposal);
  return { summary, used: PROPOSALS.filter((p) => used.has(p)) };
}

const describeError = ({ message, reason, offset, section, func, funcName }: CompileError): ErrorInfo => ({ message, reason, offset, section, func, funcName });

function definitions<T extends { import: Import | undefined }>(all: readonly T[], names: ReadonlyMap<number, string>, text: (x: T) => string): DefinitionInfo[] {
  return all.map((x, index) => ({ index, name: names.get(index), imported: x.import !== undefined, type: text(x) }));
}

function functionName(m: Module, index: number): string | undefined {
  return m.names.funcs.get(index) ?? m.exports.find((e) => e.kind === 'func' && e.index === index)?.name;
}

function describeFunctions(m: Module, top: number): ModuleInfo['functions'] {
  const sizeOf = (index: number): number => {
    const { body } = m.funcs[index];
    return body === undefined ? 0 : body.end - body.start;
  };
  const defined = Array.from({ length: m.funcs.length - m.importedFuncs }, (_, i) => m.importedFuncs + i);
  const size = defined.reduce((sum, index) => sum + sizeOf(index), 0);
  const largest = defined.sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, top).map((index): FunctionInfo => ({
    index, name: functionName(m, index), size: sizeOf(index), locals: countLocals(m, index), type: definedTypeText(m.types[m.funcs[index].type]),
  }));
  return { imported: m.importedFuncs, defined: defined.length, size, largest };
}

/** 0 where the locals cannot be read, which validation reports. */
function countLocals(m: Module, func: number): number {
  if (m.types[m.funcs[func].type]?.composite.kind !== 'func') return 0;
  try {
    return openBody(m, func).locals.length;
  } catch (e) {
    if (e instanceof CompileError) return 0;
    throw e;
  }
}

function describeInstructions({ counts }: BodySummary): ModuleInfo['instructions'] {
  const byProposal: Partial<Record<Proposal, number>> = {};
  let total = 0;
  let i64 = 0;
  for (const op of OPCODES) {
    const n = counts[op.id];
    if (n === 0) continue;
    total += n;
    byProposal[op.proposal] = (byProposal[op.proposal] ?? 0) + n;
    if (isI64(op)) i64 += n;
  }
  return { total, byProposal, i64 };
}
