import type { Func, Rtt, Size, TableRec } from './types.js';
/** flags: 2 64-bit indices. */
export declare function table(min: Size, max: Size | undefined, flags: number, t: string, types: Rtt[], init: unknown): TableRec;
/** What engines allow; arrays much longer become dictionaries. */
export declare function tableSizeLimit(): number;
/** Pushing keeps the array free of holes, which `new Array(n)` would be full of. */
export declare function growArray(a: unknown[], n: number, v: unknown): void;
export declare function tableTrap(): never;
export declare function tableGet(t: TableRec, i: number): unknown;
export declare function tableSet(t: TableRec, i: number, v: unknown): void;
/** Old size, or -1. */
export declare function tableGrow(t: TableRec, v: unknown, n: number): number;
export declare function tableFill(t: TableRec, i: number, v: unknown, n: number): void;
export declare function tableCopy(td: TableRec, ts: TableRec, d: number, s: number, n: number): void;
/** A dropped segment is an empty one. */
export declare function tableInit(t: TableRec, segment: unknown[], d: number, s: number, n: number): void;
export declare function tableRangeTrap(): never;
/** The function that call_indirect calls. */
export declare function callee(t: TableRec, i: number, rtt: Rtt): Func;
export declare function calleeSlow(a: (Func | null)[], i: number, rtt: Rtt): Func;
