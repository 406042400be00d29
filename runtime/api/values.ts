// ToWebAssemblyValue and ToJSValue between JS values and the words of docs/abi.md, for the places where the type is only
// known at run time: exception payloads, globals, table elements. (Calls go through glue that is compiled for their type.)

import { i64FromBig, i64ToBig } from '../int64.js';
import { R } from '../registry.js';
import { fromRef, toRef } from '../references.js';
import type { Rtt } from '../types.js';

/** Types whose values never cross to JS: v128 and exception references. */
export function isOpaqueType(type: string): boolean {
  return type === 'V' || type[1] === 'k' || type[1] === 'K';
}

/** How many words a value of `type` has. */
export function wordCount(type: string): number {
  return type === 'I' ? 2 : type === 'V' ? 4 : 1;
}

/** Appends the words of ToWebAssemblyValue(value, type). */
export function pushWords(words: unknown[], value: unknown, type: string, types: Rtt[]): void {
  if (isOpaqueType(type)) throw new TypeError('type incompatibility when transforming from/to JS');
  if (type === 'i') words.push((value as number) | 0);
  else if (type === 'f') words.push(Math.fround(value as number));
  else if (type === 'F') words.push(+(value as number));
  else if (type === 'I') {
    const low = i64FromBig(value);
    words.push(low, R[0]);
  } else words.push(toRef(value, type, types));
}

/** ToJSValue of the value that starts at word `at`. */
export function readWords(words: unknown[], at: number, type: string): unknown {
  if (isOpaqueType(type)) throw new TypeError('type incompatibility when transforming from/to JS');
  if (type === 'i' || type === 'f' || type === 'F') return +(words[at] as number); // a NaN may be an object
  if (type === 'I') return i64ToBig(words[at] as number, words[at + 1] as number);
  return fromRef(words[at], type);
}

/** ToValueType: the descriptor string of a WebIDL ValueType, undefined if there is none of that name. */
export function valueTypeNamed(name: string): string | undefined {
  switch (name) {
    case 'i32': return 'i';
    case 'i64': return 'I';
    case 'f32': return 'f';
    case 'f64': return 'F';
    case 'v128': return 'V';
    case 'externref': return '?x';
    case 'anyfunc': case 'funcref': return '?f';
    case 'anyref': return '?a';
    case 'eqref': return '?e';
    case 'i31ref': return '?j';
    case 'structref': return '?s';
    case 'arrayref': return '?r';
    case 'exnref': return '?k';
    case 'nullref': return '?n';
    case 'nullfuncref': return '?F';
    case 'nullexternref': return '?X';
  }
  return undefined;
}

/** The other way, for type reflection. */
export function nameOfValueType(type: string): string {
  switch (type) {
    case 'i': return 'i32';
    case 'I': return 'i64';
    case 'f': return 'f32';
    case 'F': return 'f64';
    case 'V': return 'v128';
    case '?f': return 'funcref';
    case '?x': return 'externref';
    case '?a': return 'anyref';
    case '?e': return 'eqref';
    case '?j': return 'i31ref';
    case '?s': return 'structref';
    case '?r': return 'arrayref';
    case '?k': return 'exnref';
    case '?n': return 'nullref';
    case '?F': return 'nullfuncref';
    case '?X': return 'nullexternref';
  }
  return type;
}

/** DefaultValue(type) as words; undefined for a type without one (non-null references). */
export function defaultWords(type: string): unknown[] | undefined {
  if (type === '?x') return [undefined];
  if (type[0] === '?') return [null];
  if (type[0] === '&') return undefined;
  return type === 'I' ? [0, 0] : type === 'V' ? [0, 0, 0, 0] : [0];
}
