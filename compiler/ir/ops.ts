// IR operations. Those of wasm keep the ids of their opcode rows; this file adds the few that only the IR
// has, in the same form, and answers for every operation what it may do (`effectsOf`).
//
// Conventions of the wasm operations as IR nodes:
//   constants      imm, imm2 = low and high word of the bits (floats too; f32 bits in imm)
//   loads, stores  args [address] or [address, value]; imm = offset (exact double), imm2 = memory index; an address
//                  of 64 bits is a double (addresses.ts)
//   global.get/set imm = global index, imm2 = word (0 low, 1 high; 0 to 3 of v128) once values are lowered to words
//   v128.const     aux = 16 bytes, or null for zeros; i8x16.shuffle: aux = its 16 lane numbers
//   …_lane         imm = lane; of loads and stores, which are as above otherwise, aux = lane
//   call           imm = function index; args = parameters; one result: the node is the value, several: `results`
//   call_indirect  imm = type index, imm2 = table; args = parameters, then the table index
//   call_ref       imm = type index; args = parameters, then the reference
//   return_call*   as the calls, terminators
//   memory.*       imm2 = memory (destination), imm = source memory or data segment
//   table.*        imm = table (destination), imm2 = source table or element segment
//   ref.func       imm = function index
//   block          regions [body]; results
//   loop           args = initial values of params; regions [body]; results
//   if             args [condition]; regions [then, else]; results
//   br             edges [e];  br_if: args [condition], edges [e];
//   br_table       args [index]; edges = the distinct ways out; aux = Int32Array of edge indices, default last
//   select         args [a, b, condition]
//   try_table      regions [body]; results; edges = where its clauses lead; aux = TryHandlers, its clauses beside them
//   try            regions [body, handler, …]; results; aux = TryHandlers; rethrow: owner = the try, imm = its clause
//   throw          imm = tag; args = payload
import { Effect } from '../spec/opcode-row.js';
import { OPCODES, opId, type OpName } from '../spec/opcodes.js';
import type { Node } from './node.js';

const E = Effect;
const IR_ONLY = [
  // structure and values
  ['param', E.none], // parameter word imm
  ['loop.param', E.none],
  ['result', E.none],
  ['yield', E.control], // args = the owner's results
  ['var.get', E.readVar],
  ['var.set', E.writeVar],
  // lowered forms: result words and i64 halves
  ['caught', E.none], // word of a caught exception's payload, set on entry to a catch clause; owner = the try
  ['ret.i32', E.readReg], // R[imm]
  ['ret.f64', E.readReg], // RF[imm]
  ['ret.ref', E.readReg], // RR[imm]
  ['set.ret.i32', E.writeReg], // R[imm] = arg, before `return`
  ['set.ret.f64', E.writeReg],
  ['set.ret.ref', E.writeReg],
  ['i32.mulhi_u', E.none], // [a, b, low word of their product]: high word of the unsigned product
  ['i32.mulhi_s', E.none], // of the signed product
  ['i32.mulhi_su', E.none], // with a signed, b unsigned
  ['i32.mulhi53_u', E.none], // [a, b]: high word of a product below 2^53 in magnitude, a unsigned; b is a constant, signed
  ['i32.mulhi53_s', E.none], // a signed
  ['i32.divlo_u', E.none], // [rest, word, divisor], a constant of at most 2^15, rest below it: low word of the quotient of rest * 2^32 + word
  ['i32.trunc_in_range', E.none], // of a float known to be in the range of the result, signed or unsigned
  ['f64.from_u32', E.none], // [i32] taken unsigned
  ['address64', E.none], // f64 of an i64 taken unsigned, once lowered of [high, low]: a 64-bit address
  ['atomic', E.readMemory | E.writeMemory | E.growMemory | E.trapMemory | E.trap | E.writeReg], // aux = helper; args [] or [address, words…], imm and imm2 as of loads. Growth by other threads is learnt there
  ['i32.index', E.none], // imm = bytes of an element, imm2 = 1 if the address is taken signed: the element at an address (emit/element-indices.ts)
  ['fill.rounds', E.writeMemory], // [at, offset, value, remaining, step, least]; imm = bytes of a round, imm2 = memory: rounds of a loop that are done by it (optimize/fill-loops.ts)
  ['copy.rounds', E.readMemory | E.writeMemory], // [to, offset, from, offset, remaining, step, least]; the same (optimize/copy-loops.ts)
  ['barrier', E.writeMemory], // loads and stores stay on their side of it (optimize/barriers.ts)
  ['piece', E.call | E.readReg | E.writeReg], // calls the piece imm that was taken out of the function (split/)
  /** Runtime helper: aux = name in HELPERS, args = words. */
  ['helper', E.none],
  // objects and arrays as JavaScript has them; imm = type, imm2 = word of a struct; imm = Elements of an array
  ['gc.new', E.alloc], // args = words, the descriptor first
  ['gc.get', E.readHeap | E.trap],
  ['gc.get.nonnull', E.readHeap],
  ['gc.get.const', E.trap], // of an immutable field
  ['gc.get.pure', E.none], // of an immutable field, the object not being null
  ['gc.set', E.writeHeap | E.trap],
  ['gc.index', E.trap], // [array, index]: the index, checked
  ['gc.elem', E.readHeap], // [array, checked index]
  ['gc.elem.const', E.none],
  ['gc.elem.set', E.writeHeap], // [array, checked index, word]
  ['gc.at', E.readHeap | E.trap], // [array, index]: not checked, and may give undefined
  ['gc.at.const', E.trap],
  ['gc.guard', E.trap], // [value of gc.at]: traps if it is undefined
  ['gc.test', E.none], // imm = type, aux = CastInfo (build-gc.ts)
  ['gc.test.desc', E.none], // [object, descriptor, which is not null]; imm, aux as gc.test
  ['gc.cast.desc', E.trap],
  ['gc.cast', E.trap], // the same; no value, checks its operand
  /** i64 put together from [low, high] where a pair must become one value again. */
  ['i64.pair', E.none],
] as const;
export type IrOnlyName = (typeof IR_ONLY)[number][0];
export type IrOpName = OpName | IrOnlyName;

const byName = new Map<string, number>();
const names: string[] = [];
const effects: number[] = [];
for (const row of OPCODES) { byName.set(row.name, row.id); names[row.id] = row.name; effects[row.id] = row.effects; }
for (const [name, effect] of IR_ONLY) { byName.set(name, names.length); effects.push(effect); names.push(name); }

/** Id of an operation by name; resolve once, at module load. */
export function irOp(name: IrOpName): number {
  const id = byName.get(name);
  if (id === undefined) throw new Error(`no IR operation ${name}`);
  return id;
}
export const irOpName = (op: number): string => names[op];
export const IR_OP_COUNT = names.length;
export { opId };

/** Effects of the runtime helpers a `helper` node may name; a helper that leaves words in R writes registers. */
const HELPERS: Readonly<Record<string, number>> = {
  i32DivS: E.trap, i32DivU: E.trap, i32RemS: E.trap, i32RemU: E.trap, i32Ctz: E.none, i32Popcnt: E.none,
  i32TruncS: E.trap, i32TruncU: E.trap, i32TruncSatS: E.none, i32TruncSatU: E.none,
  i64DivS: E.trap | E.writeReg, i64DivU: E.trap | E.writeReg, i64RemS: E.trap | E.writeReg, i64RemU: E.trap | E.writeReg,
  i64Shl: E.writeReg, i64ShrS: E.writeReg, i64ShrU: E.writeReg, i64Rotl: E.writeReg, i64Rotr: E.writeReg, i64Mul: E.writeReg,
  i64Clz: E.none, i64Ctz: E.none, i64Popcnt: E.none,
  i64TruncS: E.trap | E.writeReg, i64TruncU: E.trap | E.writeReg, i64TruncSatS: E.writeReg, i64TruncSatU: E.writeReg,
  i64ToF64S: E.none, i64ToF64U: E.none, i64ToF32S: E.none, i64ToF32U: E.none,
  nearest: E.none, copysign: E.none, f32Bits: E.none, f32FromBits: E.none, f64Bits: E.writeReg, f64FromBits: E.none, exactBitsF64: E.writeReg, exactF64: E.none,
  i8x16SwizzleWord: E.none, narrow16WordS: E.none, narrow16WordU: E.none, narrow32WordS: E.none, narrow32WordU: E.none, narrowShortsS: E.none, narrowShortsU: E.none,
};

const HELPER = irOp('helper');
/** Bits of `Effect`. */
export function effectsOf(n: Node): number {
  return n.op === HELPER ? HELPERS[n.aux as string] : effects[n.op];
}

const WRITES = E.writeMemory | E.writeGlobal | E.writeTable | E.writeHeap | E.writeVar | E.writeReg;
const WRITE_TO_READ = [
  [E.writeMemory, E.readMemory], [E.writeGlobal, E.readGlobal], [E.writeTable, E.readTable], [E.writeHeap, E.readHeap],
  [E.writeVar, E.readVar], [E.writeReg, E.readReg],
] as const;

/** May two operations not change places? Traps are visible, so no trap crosses a write or a trap of another kind;
 * two out-of-bounds traps look the same whichever comes first. Register and variable writes die with the function,
 * so traps may cross them; a call may not, as it may throw and a handler may read the variable. */
export function conflicts(a: number, b: number): boolean {
  if ((a | b) & E.control) return true;
  if ((a & E.writeVar && b & E.readVar) || (b & E.writeVar && a & E.readVar)) return true;
  if (a & E.call) return (b & ~(E.readVar | E.alloc)) !== 0;
  if (b & E.call) return (a & ~(E.readVar | E.alloc)) !== 0;
  const aw = a & WRITES, bw = b & WRITES;
  if (aw !== 0 || bw !== 0) {
    for (const [w, r] of WRITE_TO_READ) if ((a & w && b & (w | r)) || (b & w && a & (w | r))) return true;
  }
  const visible = E.writeMemory | E.writeGlobal | E.writeTable | E.writeHeap;
  const at = a & (E.trap | E.trapMemory), bt = b & (E.trap | E.trapMemory);
  if ((at && b & visible) || (bt && a & visible)) return true;
  return at !== 0 && bt !== 0 && !(at === E.trapMemory && bt === E.trapMemory);
}
