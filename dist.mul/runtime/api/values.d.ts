import type { Rtt } from '../types.js';
/** Types whose values never cross to JS: v128 and exception references. */
export declare function isOpaqueType(type: string): boolean;
/** How many words a value of `type` has. */
export declare function wordCount(type: string): number;
/** Appends the words of ToWebAssemblyValue(value, type). */
export declare function pushWords(words: unknown[], value: unknown, type: string, types: Rtt[]): void;
/** ToJSValue of the value that starts at word `at`. */
export declare function readWords(words: unknown[], at: number, type: string): unknown;
/** ToValueType: the descriptor string of a WebIDL ValueType, undefined if there is none of that name. */
export declare function valueTypeNamed(name: string): string | undefined;
/** The other way, for type reflection. */
export declare function nameOfValueType(type: string): string;
/** DefaultValue(type) as words; undefined for a type without one (non-null references). */
export declare function defaultWords(type: string): unknown[] | undefined;
