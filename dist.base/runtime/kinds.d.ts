import type { Kind, Size } from './types.js';
export declare const funcKind: Kind;
export declare const tableKind: Kind;
export declare const memoryKind: Kind;
export declare const globalKind: Kind;
export declare const tagKind: Kind;
export declare function differs(expected: string, found: string, what: string): string;
export declare function showGlobalType(t: string, mutable: boolean): string;
export declare function limitsMismatch(size: number, max: number | undefined, i64: boolean, desc: {
    min: Size;
    max?: Size;
    i64?: boolean;
}, unit: string): string | undefined;
