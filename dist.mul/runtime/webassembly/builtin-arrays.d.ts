import type { GcArrayObject } from '../gc/objects.js';
/** The array of a handle; null is trapped. */
export declare function arrayOf(handle: unknown): GcArrayObject;
export declare function fromCharCodeArray(handle: unknown, start: number, end: number): string;
export declare function intoCharCodeArray(text: string, handle: unknown, start: number): number;
