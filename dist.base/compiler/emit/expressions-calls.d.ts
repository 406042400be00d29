import { Kind } from '../spec/types.js';
import { type Node } from '../ir/node.js';
import { type Expression } from './ast.js';
import { type Writer } from './writer.js';
/** The `Func` record a call by table or reference goes to, after its checks. */
export declare function calleeRecord(w: Writer, n: Node): Expression;
/** The name of a piece of a function that was too large (split/). */
export declare const pieceName: (func: string, piece: number) => string;
/** The register file that carries words of a kind. */
export declare const registerFile: (kind: Kind) => string;
