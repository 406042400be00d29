import { type Expression, type LVal } from './ast.js';
/** A dropped segment is an empty one. */
export declare const drop: (segment: LVal) => Expression;
