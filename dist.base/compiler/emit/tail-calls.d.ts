import type { Node } from '../ir/node.js';
import { type Statement } from './ast.js';
import type { Writer } from './writer.js';
export declare function emitTailCall(w: Writer, n: Node, inTry: boolean, out: Statement[]): void;
