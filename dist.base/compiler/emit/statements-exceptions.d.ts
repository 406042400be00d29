import type { Node } from '../ir/node.js';
import { type Statement } from './ast.js';
import type { Control } from './control.js';
import { type Frame } from './frames.js';
import { type Writer } from './writer.js';
export declare const THROWS: ReadonlySet<number>;
export declare function emitThrow(w: Writer, n: Node, out: Statement[]): void;
/** Starts the body. `exit` is where its end leads. */
export declare function openTry(c: Control, n: Node, exit: number): void;
/** The end of the body or of a handler of `try`, and the start of the next handler. */
export declare function nextHandler(c: Control, n: Node, f: Frame): void;
export declare function closeTry(c: Control, n: Node, f: Frame): Statement;
