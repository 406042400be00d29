// Loops that only fill memory with one byte, as `memset` of modules built without bulk memory is one: all rounds but the last
// are done by the method of typed arrays, at a tenth of the time.
//
// It is the number of rounds that is computed, and the loop stays as it is for what is left: the last round, few rounds, and
// those that would leave the memory, which trap where they always did.
import { opId } from '../spec/opcodes.js';
import type { FunctionIR, Node } from '../ir/node.js';
import { opTable } from '../ir/op-classes.js';
import { irOp } from '../ir/ops.js';
import { CountedLoop, isSamePlace } from './counted-loops.js';

const I32_CONST = opId('i32.const'), F64_CONST = opId('f64.const'), MUL = opId('i32.mul'), AND = opId('i32.and'), LOAD8 = opId('i32.load8_u');
const STORE8 = opId('i32.store8'), STORE16 = opId('i32.store16'), STORE = opId('i32.store'), STORE_FLOAT = opId('f64.store'), FILL = irOp('fill.rounds');
const ALL_FOUR = 0x01010101, BOTH = 0x0101;
const IS_STORE = opTable('i32.store8', 'i32.store16', 'i32.store', 'f64.store');
const WIDTH = new Map([[STORE8, 1], [STORE16, 2], [STORE, 4], [STORE_FLOAT, 8]]);

/** A byte that a store writes to all its places: of a constant, or a value whose low byte it is. */
function byteOf(store: Node): Node | number | null {
  const value = store.args[1];
  if (value.op === F64_CONST) return value.imm === value.imm2 ? uniform(value.imm, 4) : null;
  if (value.op === I32_CONST) return uniform(value.imm, WIDTH.get(store.op)!);
  if (store.op === STORE8) return value;
  return isRepeated(value) && (value.args[1].imm === ALL_FOUR || store.op === STORE16) ? value : null;
}
/** Is it a byte, twice or four times? */
function isRepeated({ op, args: [byte, times] }: Node): boolean {
  if (op !== MUL || times.op !== I32_CONST || (times.imm !== ALL_FOUR && times.imm !== BOTH)) return false;
  return byte.op === LOAD8 || (byte.op === AND && byte.args[1].op === I32_CONST && (byte.args[1].imm & ~255) === 0);
}
function uniform(word: number, bytes: number): number | null {
  const byte = word & 255;
  for (let k = 1; k < Math.min(bytes, 4); k++) if (((word >>> (8 * k)) & 255) !== byte) return null;
  return byte;
}

/** The low byte of a product is the byte that others store alone, all of whose bits may be cut off. */
const isSame = (a: Node | number | null, b: Node | number): boolean => a === b || (a !== null && typeof a !== 'number' && typeof b !== 'number' && lowByte(a) === lowByte(b));
const lowByte = (n: Node): Node => {
  const x = isRepeated(n) ? n.args[0] : n;
  return x.op === AND && x.args[1].op === I32_CONST && (x.args[1].imm & 255) === 255 ? x.args[0] : x;
};

class FillLoop extends CountedLoop {
  replace(): readonly Node[] | null {
    if (!this.isMadeOf(IS_STORE)) return null;
    const steps = this.steps(), stores = this.accesses, [first] = stores, at = this.place(first.args[0]), fill = byteOf(first);
    if (steps === null || fill === null || at === null || stores.some((s) => !isSamePlace(this.place(s.args[0]), at) || s.imm2 !== first.imm2 || !isSame(byteOf(s), fill))) return null;
    const span = this.covered(stores.map((s) => ({ offset: s.imm, width: WIDTH.get(s.op)! })), steps[at.param.imm]);
    const value = typeof fill === 'number' ? this.constant(fill) : fill;
    if (span === null || !this.isInvariant(value)) return null;
    const rounds = this.rounds(FILL, [this.first(at), this.constant(span.start), value], stores.length, steps);
    if (rounds === null) return null;
    rounds.imm = span.bytes;
    rounds.imm2 = first.imm2;
    return this.after(rounds, steps);
  }
}

/** What takes the place of the loop, or null. */
export const fillLoop = (fn: FunctionIR, loop: Node): readonly Node[] | null => new FillLoop(fn, loop).replace();
