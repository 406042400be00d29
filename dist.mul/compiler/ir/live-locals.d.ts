/** What matters of a body, in order; and the analysis. Kept from function to function. */
export declare class LiveLocals {
    private events;
    private count;
    private words;
    /** By block: the set at its end; of a loop, the one at its head too. */
    private end;
    private head;
    /** By depth of open blocks: what the other arms of an `if` or the handlers of a `try` read. */
    private others;
    private live;
    private readonly open;
    begin(): void;
    private note;
    get(local: number): void;
    set(local: number): void;
    openBlock(id: number): void;
    openLoop(id: number): void;
    openIf(id: number): void;
    else(): void;
    /** What is assigned in a `try` is left alone (assignments.ts), so its handlers read what was there before it. */
    openTry(id: number): void;
    handler(): void;
    close(id: number): void;
    closeIf(id: number): void;
    /** A way to the end of a block or the head of a loop, which need not be taken. */
    branch(id: number, isLoop: boolean): void;
    /** What follows is not reached from what is before. */
    jump(): void;
    /** Computes the sets of blocks 0 (the body) to `blocks` - 1; false if that would take too long. */
    solve(blocks: number, locals: number): boolean;
    isLiveAtEnd(block: number, local: number): boolean;
    isLiveAtHead(loop: number, local: number): boolean;
    /** True if the head of some loop learned of more. */
    private walk;
}
