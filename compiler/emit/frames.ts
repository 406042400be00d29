// What is open while the statements of a function are written: control nodes, and the statements that were opened
// on the way. A place control can go to is a key: the exit of a control node (twice its id) or the head of a loop
// (twice its id plus one). Exits that lead straight on to another place share its key, so that one `break` serves all.
import type { Edge, Node } from '../ir/node.js';
import type { Expression, Identifier, Statement, SwitchCase } from './ast.js';

export const exitKey = (n: Node): number => n.id * 2;
export const headKey = (n: Node): number => n.id * 2 + 1;
/** No place at all. */
export const NOWHERE = -1;
/** The end of the function. */
export const RETURN = -2;

export const FrameKind = {
  block: 0,
  if: 1,
  loop: 2,
  /** `if (!condition) { …the rest of the region… }` for a conditional branch to where the region ends. */
  rest: 3,
  /** A block whose one branch chooses between its own rest and what follows it: first and second half of an `if`. */
  own: 4,
  following: 5,
  switch: 6,
  /** The loop around a flattened nest, and the control nodes in it. */
  dispatch: 7,
  flat: 8,
  /** A try, in its body or one of its handlers. */
  try: 9,
} as const;
export type FrameKind = (typeof FrameKind)[keyof typeof FrameKind];

export class Frame {
  /** Set twice, so that engines know from the start that it changes. */
  kind: FrameKind = FrameKind.block;
  readonly node: Node;
  /** To be restored: the list written to, where control goes at its end, and what `break` and `continue` mean. */
  readonly out: Statement[];
  readonly falloff: number;
  readonly breakable: Frame | null;
  readonly loop: Frame | null;
  readonly inFlat: boolean;
  /** Of a block: where in the list it starts. */
  readonly start: number;
  exit = NOWHERE;
  head = NOWHERE;
  /** Frames that these keys meant before. */
  outerExit: Frame | undefined = undefined;
  outerHead: Frame | undefined = undefined;
  label: Identifier | null = null;
  /** `continue`s to it that were written. */
  continues = 0;
  /** A condition, or what a `switch` switches on; and the node it was written from. */
  test: Expression | null = null;
  condition: Node | null = null;
  /** The arguments of the branch that was turned into an `if`. */
  edge: Edge | null = null;
  consequent: Statement[] = [];
  /** Of a try: its body and handlers. */
  readonly parts: Statement[][] = [];
  cases: SwitchCase[] = [];
  /** Of a switch: tests of the cases that are still to be opened, by key; null is `default`. */
  pending: Map<number, (number | null)[]> | null = null;

  constructor(
    kind: FrameKind, node: Node, out: Statement[], falloff: number, breakable: Frame | null, loop: Frame | null, inFlat: boolean,
  ) {
    this.kind = kind;
    this.node = node;
    this.out = out;
    this.falloff = falloff;
    this.breakable = breakable;
    this.loop = loop;
    this.inFlat = inFlat;
    this.start = out.length;
  }
}
