import { type Identifier } from './ast.js';
/** Identifier of the variable with this number, the same object each time. */
export declare function localName(index: number): Identifier;
/** Labels have a namespace of their own; upper case tells them from variables. */
export declare const labelName: (index: number) => Identifier;
