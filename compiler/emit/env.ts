// What code of a function needs to know of the module around it: how everything outside the function is
// called in the output. The module emitter implements it, function emission only asks.
import type { Expression } from './ast.js';
import type { Node } from '../ir/node.js';
import type { MemoryAccess } from './memory-access.js';

export interface EmitEnv {
  /** Identifier of the raw function at a function index. */
  func(index: number): string;
  /** Identifier of the DataView of a memory; always current after growth. */
  view(memory: number): string;
  /** The same of what takes accesses that may tear, of a shared memory (shared-access.ts). */
  plainView(memory: number): string;
  /** Does the engine asked for interpret all code? Then the first thing that counts is how many steps there are. */
  readonly interprets: boolean;
  /** Does the engine asked for compare unsigned integers as doubles? SpiderMonkey does, if one was above 2^31 once. */
  readonly comparesDoubles: boolean;
  /** Do methods of views have names of one letter (runtime/short-view.ts)? */
  readonly shortMethods: boolean;
  /** How memories are accessed in the engine asked for. */
  readonly access: MemoryAccess;
  /** Are there loads and stores that go through typed arrays? */
  readonly hasElements: boolean;
  /** Does the node? */
  takesElement(n: Node): boolean;
  /** Identifier of the typed array over a memory (its type by number, memory-views.ts), current after growth. */
  elements(memory: number, type: number): string;
  /** Identifier of the number of its elements. */
  elementCount(memory: number, type: number): string;
  /** Identifiers of functions that load and store where there is no element, by an address and an offset. */
  slowLoad(memory: number, type: number): string;
  slowStore(memory: number, type: number): string;
  /** Bytes that a memory has from the start. */
  leastBytes(memory: number): number;
  /** Do functions copy the first memory's view? */
  readonly copiesView: boolean;
  /** Identifiers of records: MemoryRec, TableRec, and of a data or element segment. */
  memory(index: number): string;
  table(index: number): string;
  data(index: number): string;
  elem(index: number): string;
  /** Place of a global's word (0: value or low word, 1: high word, up to 3 for v128); a fresh node, also assignable. */
  global(index: number, word: number): Expression;
  /** Identifier of the record of a tag. */
  tag(index: number): string;
  /** Identifier of the Rtt at a type index. */
  rtt(typeIndex: number): string;
  /** Identifier of the constructor of the structs at a type index (docs/gc.md). */
  shape(typeIndex: number): string;
  /** The `Func` record of a function. */
  funcRef(index: number): Expression;
  /** Identifier of a runtime helper (docs/abi.md); asking marks it as used. */
  helper(name: string): string;
  /** Identifier of the function that makes calls of this type through references, if there is one (dispatch.ts). */
  refCall(type: number): string | undefined;
  /** The same through a table. */
  tableCall(table: number, type: number): string | undefined;
  /** The tail form's identifier of a function that has one, else undefined (docs/abi.md, Tail calls). */
  tailForm(index: number): string | undefined;
  /** The suspend form's identifier of a function that may suspend, if calls are to use it: in suspend forms (docs/jspi.md). */
  suspendForm(index: number): string | undefined;
  /** The same of the form that leaves its tail calls to its caller. */
  suspendTailForm(index: number): string | undefined;
  /** Whether a call by table or reference of this type goes to suspend forms. */
  suspendsIndirectly(typeIndex: number): boolean;
  /** Traps that may be left out: true with `--traps none`. */
  readonly noTraps: boolean;
  /** Long, named, commented output. */
  readonly readable: boolean;
}
