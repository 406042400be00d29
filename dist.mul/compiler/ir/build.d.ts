import type { Instruction } from '../spec/instruction.js';
import { type FuncType, type Module } from '../spec/module.js';
import { Kind, type ValType } from '../spec/types.js';
import type { FunctionSink } from '../validate/sink.js';
import { FunctionIR, type Edge, type Node, type Region } from './node.js';
export interface Frame {
    op: number;
    type: FuncType;
    /** The control node edges lead to; of `if` and the tries, a block put around them once a branch asks for one. */
    node: Node;
    wrapper: Node | null;
    /** Region the node stands in, and stack height below its parameters. */
    outer: Region;
    height: number;
    /** Locals whose values branches carry, and what they were at the start. */
    locals: number[];
    entry: Node[];
    /** Locals assigned inside, and what they were at the start: of `if`, its other arm begins with that. */
    assigned: number[];
    before: Node[];
    /** Of a loop: locals whose values fall out of its end. */
    ends: number[];
    /** Branches to the end (block, if, function) or to the head (loop). */
    edges: Edge[];
    /** Of `if` and the tries: the fall-through ends of its arms; of `if`: the parameters both arms start with. */
    yields: Node[];
    params: Node[];
}
export declare class FunctionBuilder implements FunctionSink {
    readonly m: Module;
    readonly funcName: string | undefined;
    fn: FunctionIR;
    funcIndex: number;
    stack: Node[];
    region: Region;
    reachable: boolean;
    private type;
    private env;
    readonly frames: Frame[];
    private assignments;
    private readonly constants;
    private blockCount;
    /** IR variable that says which try an exception is delegated past, once there is a `delegate` that needs it. */
    delegateVar: number | undefined;
    private deadDepth;
    /** The IR variable of a local kept out of SSA form, or -1. */
    private variables;
    private localKinds;
    constructor(m: Module, funcName: string | undefined);
    begin(funcIndex: number, type: FuncType, locals: readonly ValType[]): void;
    /** Instead of `begin`, for a constant expression that gives values of `types`: a function without parameters. */
    beginExpression(types: readonly ValType[]): void;
    /** The function's own label: branches to it end up here when `return` alone cannot express them. */
    private openBody;
    private demoteLocals;
    /** The node of an i32 constant, one for the function: a quarter of all instructions are constants. */
    i32Constant(value: number): Node;
    /** Appends a node to the current region. */
    add(op: number, kind: Kind, args: Node[]): Node;
    push(n: Node): void;
    pop(): Node;
    popMany(count: number): Node[];
    /** Ends the current region: what follows up to the next `else` or `end` is dead. */
    terminate(op: number, args: Node[]): Node;
    fail(reason: string, offset: number): never;
    instruction(i: Instruction): void;
    private setLocal;
    frame(op: number, type: FuncType, node: Node, locals: number[]): Frame;
    private values;
    /** The locals that the end of the next block merges. */
    mergedAfterNext(): number[];
    private openBlock;
    private openLoop;
    private loopParam;
    private openIf;
    /** Ends an arm of an `if` or a try: a yield, if its end is reached. */
    endArm(f: Frame): void;
    private elseArm;
    private close;
    private closeBlock;
    private closeLoop;
    closeArms(f: Frame): void;
    /** Puts the finished control node into its region and its results on the stack and into the locals. `ways` are the
     * argument lists that arrive at its end; a local that still has its old value on all of them needs no result. */
    private leave;
    /** A new result of a control node or call. */
    result(owner: Node, kind: Kind): Node;
    private closeFunction;
    private isFunctionFrame;
    /** An edge to the label `depth` levels out that carries the stack's top values (which stay there) and the locals. */
    edge(depth: number): Edge;
    private branch;
    /** `br_if` and the branches on null or type: leaves the label's values on the stack. */
    branchIf(condition: Node, depth: number): void;
    private branchTable;
}
