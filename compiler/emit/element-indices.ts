// Indices into the typed arrays over a memory, for output that interpreters run, and of shared memories (element-access.ts). Whether an address is aligned and which
// element it is takes half of an access there, and a base is mostly used several times, as that of a structure or in unrolled loops. So the index of a
// base is a value of its own, computed before the first access to it, and before the loops that the base is not computed in; what stands between base
// and address is added to it. Of a base that is not aligned it is beyond any array. Of one that was shifted to the left, as what is looked up in
// a table, it is what was shifted; and of an access inside of the memory nothing asks for the address then.
import { Kind } from '../spec/types.js';
import { irOp } from '../ir/ops.js';
import { truncate } from '../ir/truncate.js';
import { Flag, type FunctionIR, type Node } from '../ir/node.js';
import { opId } from '../spec/opcodes.js';
import { Item, type Sequence } from '../structure/sequence.js';
import type { EmitEnv } from './env.js';
import { bytesOf, isLoad } from './elements.js';

const CONST = irOp('i32.const'), SHL = opId('i32.shl'), ADD = opId('i32.add'), LOOP = irOp('loop'), INDEX = irOp('i32.index');

/** The value that an access's index is computed from, how many elements further on it is, and whether the base may be negative as an int32. */
export interface IndexedBase { base: Node; distance: number; signed: boolean }

/**
 * Of an access with an element. `base + constant` wraps around, as the arithmetic shift of an int32 and a sum below 2^31 do; the offset does not,
 * nor what is added behind a logical shift.
 */
export function indexedBase(n: Node, bytes: number): IndexedBase {
  const [address] = n.args;
  if (n.imm === 0 && address.op === ADD && address.args[1].op === CONST) {
    const [base, { imm }] = address.args;
    const isNonNegative = (base.flags & Flag.nonNegative) !== 0 && imm > 0;
    // Going back from the index of a base that is not aligned must not come to an element (`beyond`).
    if (imm % bytes === 0 && (bytes > 2 || imm > 0)) return { base, distance: imm / bytes, signed: !isNonNegative };
  }
  return { base: address, distance: n.imm / bytes, signed: false };
}

/** The index of a base that is not aligned: what is added to it is less than 2^30, and so are the elements of 4 bytes and more. */
export const beyond = (bytes: number, signed: boolean): number => (signed ? -(2 ** 31) : bytes === 2 ? 2 ** 31 : 2 ** 30);

/** The shift to the left that made a base, if it lost nothing, so that the index can be made of what was shifted; else -1. */
const scaledBy = (base: Node, signed: boolean): number =>
  (base.op === SHL && base.args[1].op === CONST && (base.flags & Flag.exact) !== 0 && (signed || (base.flags & Flag.nonNegative) !== 0) ? base.args[1].imm & 31 : -1);

export class ElementIndices {
  /** By base, size and sign: the index that is known at the place of the walk. */
  private readonly known = new Map<number, Node>();
  /** What is to be inserted, in the order of places. */
  private readonly added = new Map<number, Node[]>();
  private zero: Node | null = null;

  /** Gives accesses their indices as a last operand, and inserts what computes these. */
  plan(fn: FunctionIR, seq: Sequence, env: EmitEnv): void {
    const { known, added } = this;
    known.clear();
    added.clear();
    this.zero = null;
    /** By value: in how many loops it is computed. */
    const depths = new Map<Node, number>();
    for (const p of fn.params) depths.set(p, 0);
    /** Of the regions that are open: what became known in them. Of the loops: where they start, and the region around them. */
    const regions: number[][] = [[]], loops: number[] = [], around: number[] = [];
    const forget = (): void => { for (const key of regions.pop()!) known.delete(key); };
    const define = (n: Node, values: readonly Node[] | null): void => {
      if (n.kind === Kind.I32) depths.set(n, loops.length);
      if (values !== null) for (const v of values) depths.set(v, loops.length);
    };
    for (let at = 0; at < seq.length; at++) {
      const n = seq.nodes[at];
      switch (seq.items[at]) {
        case Item.enter:
          if (n.op === LOOP) {
            loops.push(at);
            around.push(regions.length - 1);
            if (n.params !== null) for (const p of n.params) depths.set(p, loops.length);
          }
          regions.push([]);
          break;
        case Item.next: forget(); regions.push([]); break;
        case Item.leave:
          forget();
          if (n.op === LOOP) { loops.pop(); around.pop(); }
          define(n, n.results);
          break;
        default: {
          define(n, n.results);
          const bytes = bytesOf(n);
          if (bytes < 2 || n.args[0].kind !== Kind.I32) break;
          truncate(n.args, isLoad(n) ? 1 : 2);
          if (n.args[0].op === CONST || !env.takesElement(n)) break;
          const { base, distance, signed } = indexedBase(n, bytes);
          const key = (base.id * 16 + bytes) * 2 + (signed ? 1 : 0);
          let index = known.get(key);
          const scaled = index === undefined ? scaledBy(base, signed) : -1;
          if (1 << scaled === bytes) index = base.args[0];
          if (index === undefined) {
            index = fn.node(INDEX, Kind.I32, [base]);
            index.imm = bytes;
            index.imm2 = signed ? 1 : 0;
            if (1 << scaled > bytes) { index.args[0] = base.args[0]; index.aux = scaled; }
            known.set(key, index);
            const depth = depths.get(base) ?? loops.length, isOutside = depth < loops.length;
            const place = isOutside ? loops[depth] : at;
            const list = added.get(place);
            if (list === undefined) added.set(place, [index]); else list.push(index);
            regions[isOutside ? around[depth] : regions.length - 1].push(key);
          }
          n.args.push(index);
          if ((n.flags & Flag.inBounds) !== 0) {
            // Nobody asks for the address.
            n.args[0] = this.zero ??= fn.node(CONST, Kind.I32, []);
            n.imm = distance * bytes;
          }
        }
      }
    }
    if (added.size > 0) seq.insert(added);
  }
}
