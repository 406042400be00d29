// The ways out of a run, which its piece and the piece's caller have to agree on: where each leads, which code stands for it,
// and where the values are that it hands on.
import type { Kind } from '../spec/types.js';
import type { Edge, Node } from '../ir/node.js';

/** A value handed on: the argument of a branch, a value used after the run, or what an IR variable holds. */
export interface Given {
  kind: Kind;
  /** Used after the run. */
  value: Node | null;
  /** Number of the IR variable in the caller, or -1. */
  variable: number;
  /** In the register file, or RETURNED. */
  slot: number;
}
export const RETURNED = -1;

export interface Way {
  /** What is branched to; null for `return` and the end of the run. */
  target: Node | null;
  returns: boolean;
  /** The branches. */
  edges: Edge[];
  /** Arguments of the branch as the caller has them; null where one is given, in order. */
  args: (Node | null)[];
  gives: Given[];
}

export const newWay = (target: Node | null, returns: boolean): Way => ({ target, returns, edges: [], args: [], gives: [] });
export const given = (kind: Kind, value: Node | null, variable: number): Given => ({ kind, value, variable, slot: RETURNED });
