import type { GlobalRec } from '../types.js';
export declare function globalObject(rec: GlobalRec): object;
export declare const Global: import("./define-interface.js").Interface;
