import type { TableRec } from '../types.js';
export declare function tableObject(rec: TableRec): object;
export declare const Table: import("./define-interface.js").Interface;
