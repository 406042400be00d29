// What structuring finds out about the nodes of one function, in flat arrays by node id. One instance serves all
// functions: the arrays grow to the largest and are cleared for the next.

/** What becomes of a node in the output. */
export const Place = {
  /** Not met yet, or without use. */
  none: 0,
  /** Written out again at every use. */
  constant: 1,
  /** Assigned to a JavaScript variable. */
  variable: 2,
  /** Written inside the expression of its only user. */
  folded: 3,
  /** A statement without a value, or a control node. */
  statement: 4,
  // While folding:
  /** Single use, movable anywhere. */
  pure: 5,
  /** Single use, movable as long as it meets nothing it conflicts with. */
  pending: 6,
} as const;
export type Place = (typeof Place)[keyof typeof Place];

export class Marks {
  private capacity = 0;
  /** Uses by live nodes, saturating at 3. */
  uses = new Uint8Array(0);
  place = new Uint8Array(0);
  /** Depth of the expression tree under a folded node. */
  depth = new Uint8Array(0);
  /** Effects of the node and of everything folded into it. */
  effects = new Int32Array(0);
  /** 1 if evaluating the expression of a folded node may go two ways. */
  forks = new Uint8Array(0);
  /** Innermost loop around the definition, as its number in order of appearance; 0 outside all. */
  loop = new Int32Array(0);
  /** Index in the stack of pending nodes. */
  slot = new Int32Array(0);
  /** JavaScript variable of a value in `Place.variable`. */
  variable = new Int32Array(0);
  /** Control nodes: index of their last item, and how many edges branch to them. */
  leave = new Int32Array(0);
  branches = new Int32Array(0);

  reset(nodeCount: number): void {
    if (nodeCount > this.capacity) {
      const size = this.capacity = Math.max(nodeCount, this.capacity * 2, 1024);
      this.uses = new Uint8Array(size);
      this.place = new Uint8Array(size);
      this.depth = new Uint8Array(size);
      this.forks = new Uint8Array(size);
      this.effects = new Int32Array(size);
      this.loop = new Int32Array(size);
      this.slot = new Int32Array(size);
      this.variable = new Int32Array(size);
      this.leave = new Int32Array(size);
      this.branches = new Int32Array(size);
      return;
    }
    this.uses.fill(0, 0, nodeCount);
    this.place.fill(0, 0, nodeCount);
    this.depth.fill(0, 0, nodeCount);
    this.forks.fill(0, 0, nodeCount);
    this.branches.fill(0, 0, nodeCount);
  }
}
