import type { GlobalType, ImportDesc, Limits, MemoryType, Module, SubType, TableType, Export } from '../spec/module.js';
export declare function limitsText(l: Limits): string;
export declare const memoryText: (t: MemoryType) => string;
export declare const tableText: (t: TableType) => string;
export declare const globalText: (t: GlobalType) => string;
/** A defined type without `(type …)` around it; a module that is not valid may put any of them where a function type belongs. */
export declare function definedTypeText(t: SubType | undefined, word?: string): string;
export declare function importText(m: Module, desc: ImportDesc): string;
export declare function exportText(m: Module, e: Export): string;
