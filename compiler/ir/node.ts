// The IR: structured SSA. A function is a tree of regions; a region is a list of nodes in evaluation
// order; a node is an operation whose operands are earlier nodes. Every value is assigned once, and is
// visible from its definition to the end of its region and in the regions nested there; what leaves a
// region otherwise does so as an argument of a branch, so dominance is nesting and no block graph exists.
//
// Merges: `block`, `if`, `loop` own `results` (nodes of op `result`), which get their values from the
// `yield` that ends a region by falling through, or from branches to a block. A loop also owns `params`
// (op `loop.param`), set by its operands on entry and by the arguments of branches to it. Calls with several
// results own `results` too. Lists of arguments always match the list they set.
import type { MemorySizes } from '../spec/memory-sizes.js';
import { Kind } from '../spec/types.js';

const V128 = Kind.V128, I64 = Kind.I64, F32 = Kind.F32, F64 = Kind.F64;

/** A way out of a branch: to a `block` (sets its results and leaves it) or a `loop` (sets its params and continues it). */
export interface Edge { target: Node; args: Node[] }

/** Nodes in evaluation order. It ends with a terminator (br, br_table, yield, return, unreachable, throw,
 * return_call*), or with a control node that is never left (`Flag.noExit`). */
export interface Region { nodes: Node[] }

export const Flag = {
  /** Control: no path leaves it forwards. */
  noExit: 1,
  /** The value is known to be 0 or 1. */
  bool: 2,
  /** The i32 is not negative, so signed and unsigned agree. */
  nonNegative: 4,
  /** The high word of the i64 is 0, or repeats the sign of the low one. */
  highZero: 8,
  highSign: 16,
  /** Must keep the bits of NaNs (lower/exact-nans.ts). */
  nan: 32,
  /** Of stores: the number may be a NaN, and is to be stored as the canonical one. */
  nanNumber: 64,
  /** Of `if`: a hint says that it mostly goes one way. */
  predictable: 128,
  /** Of loads and stores: the module says that the address may not be a multiple of what is accessed. */
  unaligned: 256,
  /** Of loads and stores: the address is aligned, and inside of what the memory has from the start (optimize/memory-bounds.ts). */
  inBounds: 512,
  /** Of loads and stores: the address, without the offset, is not negative as an int32. */
  plainAddress: 1024,
  /** Of sums, differences, products and shifts to the left: they do not wrap around (optimize/exact-results.ts). */
  exact: 2048,
  /** Of loads and stores of up to four bytes: they are a part of a wider one, of which other threads may see some bytes without the others. */
  mayTear: 4096,
} as const;
/** What an access says of itself that is as true of its parts: where it is, and whether it may tear. */
export const ACCESS_FLAGS = Flag.unaligned | Flag.inBounds | Flag.plainAddress | Flag.mayTear;

/** Fields are in the order of how often passes look at them: the first ones share a cache line. All are set in the constructor, as
 * engines lay them out in the order of their first assignments. */
export class Node {
  /** Id of the opcode row or IR operation. */
  op: number;
  args: Node[];
  /** Dense within a function; only splitting renumbers. */
  id: number;
  kind: Kind;
  flags: number;
  /** Set when the node was replaced; `resolve` follows it. */
  forward: Node | null;
  /** Immediates by operation: constant words, offset, index. */
  imm: number;
  imm2: number;
  edges: Edge[] | null;
  regions: Region[] | null;
  results: Node[] | null;
  params: Node[] | null;
  /** The wasm local the value was last assigned to, or -1: a hint for names and for sharing variables. */
  local: number;
  /** Of `result` and `loop.param`: the node that owns it, and `imm` its index there. */
  owner: Node | null;
  /** The rest of the immediates where two numbers do not suffice; which type is said in ops.ts. */
  aux: unknown;

  constructor(id: number, op: number, kind: Kind, args: Node[]) {
    this.op = op;
    this.args = args;
    this.id = id;
    this.kind = kind;
    this.flags = 0;
    this.forward = null;
    this.imm = 0;
    this.imm2 = 0;
    this.edges = null;
    this.regions = null;
    this.results = null;
    this.params = null;
    this.local = -1;
    this.owner = null;
    this.aux = null;
  }
}

// Only splitting changes ids and targets of edges. V8 takes a field that was never changed for constant, and would throw away at the first
// large function what it had optimised by that, which is nearly all of the compiler (RATIONALE.md).
const changed = new Node(0, 0, Kind.None, []), edge: Edge = { target: changed, args: [] };
changed.id = 1;
edge.target = new Node(0, 0, Kind.None, []);

/** The node that stands for `n` now. */
export function resolve(n: Node): Node {
  while (n.forward !== null) n = n.forward;
  return n;
}

/** One function in IR form. Ids are dense, so passes keep side tables in typed arrays of `nodeCount` entries. */
export class FunctionIR {
  readonly index: number;
  readonly name: string | undefined;
  /** Ops `param`, `imm` = word index in the parameter list. */
  params: Node[] = [];
  /** Kinds of the result words `return` carries. */
  results: Kind[];
  body: Region = { nodes: [] };
  /** Kinds of the IR variables that `var.get`/`var.set` (imm = index) name: locals kept out of SSA form. */
  vars: Kind[] = [];
  nodeCount = 0;
  /** Of a piece taken out of a function (split/): its number there, from 1. Else 0. */
  piece = 0;
  /** What was taken out of this function. */
  pieces: FunctionIR[] = [];
  /** Only the host calls it: it is exported, and no function of the module calls it by name. */
  isEntry = false;
  /** Makes tail calls other than to itself, and so needs a tail form (docs/abi.md). */
  tailCalls = false;
  /** Has instructions that are tail calls. */
  hasReturnCalls = false;
  /** Functions of this module it calls directly, some more than once. */
  readonly callees: number[] = [];
  /** Was built with merges that nobody may read. */
  hasDeadMerges = false;
  /** Some node is, or was, of kind v128. */
  hasVectors = false;
  /** Some node is, or was, of kind i64. */
  hasWide = false;
  /** Some node is, or was, of kind f32 or f64. */
  hasFloats = false;
  /** Has a chain of minima or maxima that begins with what a loop carries (optimize/carried-extremes.ts). */
  hasCarriedExtremes = false;
  /** NaNs may be objects (lower/exact-nans.ts). */
  keepsNaNs = false;
  /** Other threads may write a memory of the module. */
  sharesMemory = false;
  /** Of output for interpreters: how large the memories are, which decides what is left out of accesses. */
  memorySizes: MemorySizes | null = null;

  constructor(index: number, name: string | undefined, results: Kind[]) {
    this.index = index;
    this.name = name;
    this.results = results;
  }

  node(op: number, kind: Kind, args: Node[]): Node {
    if (kind === V128) this.hasVectors = true;
    else if (kind === I64) this.hasWide = true;
    else if (kind === F32 || kind === F64) this.hasFloats = true;
    return new Node(this.nodeCount++, op, kind, args);
  }
}
