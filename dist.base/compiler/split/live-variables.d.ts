import type { Node } from '../ir/node.js';
import type { Layout } from './layout.js';
export declare class LiveVariables {
    private readonly layout;
    private readonly words;
    private readonly everRead;
    /** Of a block: what is alive behind it; of a loop: at its head. By id. */
    private readonly at;
    private readonly before;
    private exact;
    private changed;
    private live;
    /** `ends`: positions to remember the sets before. */
    constructor(layout: Layout, ends: ReadonlySet<number>);
    isLiveAt(target: Node, variable: number): boolean;
    isLiveBefore(position: number, variable: number): boolean;
    private has;
    private add;
    private addSkip;
    private unite;
    /** What handlers around may read: by open try, innermost last. It stays alive all through the body. */
    private readonly guards;
    private walk;
    private readonly behind;
    private noteHead;
    /** `handlers`: what is alive where the handlers of a `try` begin. */
    private guardOf;
    private plain;
}
