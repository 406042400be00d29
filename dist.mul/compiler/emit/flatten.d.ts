import type { Node } from '../ir/node.js';
import { type Statement } from './ast.js';
import type { Control } from './control.js';
import { type Frame } from './frames.js';
export declare class Flattening {
    private readonly c;
    private readonly frame;
    private readonly state;
    /** Case of a place, -1 while nobody goes there; the places that are open. */
    private readonly cases;
    private nextCase;
    /** Starts with `n`, which is the outermost node that is too high; `takeView` is done between what enters it and it. */
    constructor(c: Control, n: Node, takeView: (() => void) | null);
    private startCase;
    private branch;
    /** Writes a jump to one of the flattened places; false if it is none. */
    jump(key: number, out: Statement[], loop: Frame | null): boolean;
    enter(n: Node, isLoop: boolean, takeView: (() => void) | null): void;
    next(n: Node): void;
    leave(n: Node, f: Frame): void;
}
