import type { Node } from '../ir/node.js';
import type { Control } from './control.js';
import { type Frame } from './frames.js';
export declare function emitBrTable(c: Control, n: Node): void;
/** The end of a rung: what follows is the case for it, up to the end of the rung around it. */
export declare function openRung(c: Control, f: Frame, rung: Node): void;
