import { type Producer } from './inspect/metadata.js';
import { type SectionInfo } from './inspect/sections.js';
import type { ExternKind } from './spec/module.js';
import { type Proposal } from './spec/opcode-row.js';
export type { Producer } from './inspect/metadata.js';
export type { SectionInfo } from './inspect/sections.js';
export interface ImportInfo {
    module: string;
    name: string;
    kind: ExternKind; /** In text format notation. */
    type: string;
}
export interface ExportInfo {
    name: string;
    kind: ExternKind;
    index: number;
    type: string;
}
/** A memory, table, global or tag. */
export interface DefinitionInfo {
    index: number;
    name: string | undefined;
    imported: boolean;
    type: string;
}
export interface FunctionInfo {
    index: number;
    name: string | undefined; /** Bytes of its body. */
    size: number; /** Parameters included. */
    locals: number;
    type: string;
}
export interface ErrorInfo {
    message: string;
    reason: string;
    offset: number | undefined;
    section: string | undefined;
    func: number | undefined;
    funcName: string | undefined;
}
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
    start: {
        index: number;
        name: string | undefined;
    } | undefined;
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
    data: {
        segments: number;
        passive: number;
        bytes: number;
    };
    elements: {
        segments: number;
        passive: number;
        entries: number;
    };
    producers: Producer[];
    targetFeatures: string[];
}
export interface InspectOptions {
    /** How many of the largest functions to name. */
    largest?: number;
}
/** Describes a module that may be invalid; one that cannot even be decoded throws a `CompileError`. */
export declare function inspect(bytes: Uint8Array, options?: InspectOptions): ModuleInfo;
