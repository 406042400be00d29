// ToWebAssemblyValue and ToJSValue between JS values and the words of docs/abi.md, for the places where the type is only
// known at run time: exception payloads, globals, table elements. (Calls go through glue that is compiled for their type.)
import { i64FromBig, i64ToBig } from '../int64.js';
import { R } from '../registry.js';
import { fromRef, toRef } from '../references.js';
/** Types whose values never cross to JS: v128 and exception references. */
export function isOpaqueType(type) {
    return type === 'V' || type[1] === 'k' || type[1] === 'K';
}
/** How many words a value of `type` has. */
export function wordCount(type) {
    return type === 'I' ? 2 : type === 'V' ? 4 : 1;
}
/** Appends the words of ToWebAssemblyValue(value, type). */
export function pushWords(words, value, type, types) {
    if (isOpaqueType(type))
        throw new TypeError('type incompatibility when transforming from/to JS');
    if (type === 'i')
        words.push(value | 0);
    else if (type === 'f')
        words.push(Math.fround(value));
    else if (type === 'F')
        words.push(+value);
    else if (type === 'I') {
        const low = i64FromBig(value);
        words.push(low, R[0]);
    }
    else
        words.push(toRef(value, type, types));
}
/** ToJSValue of the value that starts at word `at`. */
export function readWords(words, at, type) {
    if (isOpaqueType(type))
        throw new TypeError('type incompatibility when transforming from/to JS');
    if (type === 'i' || type === 'f' || type === 'F')
        return +words[at]; // a NaN may be an object
    if (type === 'I')
        return i64ToBig(words[at], words[at + 1]);
    return fromRef(words[at], type);
}
/** ToValueType: the descriptor string of a WebIDL ValueType, undefined if there is none of that name. */
export function valueTypeNamed(name) {
    switch (name) {
        case 'i32': return 'i';
        case 'i64': return 'I';
        case 'f32': return 'f';
        case 'f64': return 'F';
        case 'v128': return 'V';
        case 'externref': return '?x';
        case 'anyfunc':
        case 'funcref': return '?f';
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
export function nameOfValueType(type) {
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
export function defaultWords(type) {
    if (type === '?x')
        return [undefined];
    if (type[0] === '?')
        return [null];
    if (type[0] === '&')
        return undefined;
    return type === 'I' ? [0, 0] : type === 'V' ? [0, 0, 0, 0] : [0];
}
