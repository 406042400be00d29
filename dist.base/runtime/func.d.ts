import type { ExportFactory, Func, JSFunction, Raw, Rtt } from './types.js';
/** The record behind each exported function, so that it links as itself instead of through a host call. */
export declare const exportedFunctions: WeakMap<object, Func>;
export declare function func(f: Raw, rtt: Rtt, index: number, exportFactory: ExportFactory): Func;
/** The one JS function of a record. */
export declare function funcToJS(rec: Func): JSFunction;
export declare function exportedFunction(v: unknown): Func | undefined;
/** ToWebAssemblyValue for funcref. */
export declare function funcFromJS(v: unknown): Func | null;
export declare function nonNull<T>(r: T | null): T;
