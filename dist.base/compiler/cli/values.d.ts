import { type ValType } from '../spec/types.js';
export declare function parseArgument(text: string, type: ValType): unknown;
export declare function formatResult(value: unknown, type: ValType): string;
