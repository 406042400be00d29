import { type Node } from '../ir/node.js';
/** May the `if` be replaced by its arms' values and selects? */
export declare function convertToSelect(n: Node): boolean;
