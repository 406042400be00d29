// Loops that only copy bytes from one place to another, as `memcpy` of modules built without bulk memory is one: all rounds but
// the last by the method of typed arrays, where the places do not overlap. As in fill-loops.ts, the loop stays for what is left.
import { opId, type OpName } from '../spec/opcodes.js';
import type { FunctionIR, Node } from '../ir/node.js';
import { IR_OP_COUNT, irOp } from '../ir/ops.js';
import { CountedLoop, isSamePlace, type Access } from './counted-loops.js';

const COPY = irOp('copy.rounds');
/** By operation: bytes loaded, and bytes stored, whatever is between being lost in the store. */
const LOADED = new Uint8Array(IR_OP_COUNT), STORED = new Uint8Array(IR_OP_COUNT), IS_ACCESS = new Uint8Array(IR_OP_COUNT);
const PAIRS: readonly (readonly [number, readonly OpName[], OpName])[] = [
  [1, ['i32.load8_u', 'i32.load8_s'], 'i32.store8'], [2, ['i32.load16_u', 'i32.load16_s'], 'i32.store16'], [4, ['i32.load'], 'i32.store'], [8, ['f64.load'], 'f64.store'],
];
for (const [bytes, loads, store] of PAIRS) {
  for (const load of loads) LOADED[opId(load)] = bytes;
  STORED[opId(store)] = bytes;
}
for (let op = 0; op < IR_OP_COUNT; op++) IS_ACCESS[op] = LOADED[op] | STORED[op];

const accessOf = (n: Node): Access => ({ offset: n.imm, width: LOADED[n.op] | STORED[n.op] });

class CopyLoop extends CountedLoop {
  replace(): readonly Node[] | null {
    if (!this.isMadeOf(IS_ACCESS)) return null;
    const loads = this.accesses.filter((n) => LOADED[n.op] !== 0), stores = this.accesses.filter((n) => STORED[n.op] !== 0), steps = this.steps();
    if (steps === null || loads.length === 0 || stores.length === 0) return null;
    const [load] = loads, [store] = stores, from = this.place(load.args[0]), to = this.place(store.args[0]), memory = store.imm2;
    if (from === null || to === null || steps[from.param.imm] !== steps[to.param.imm]) return null;
    const distance = store.imm - store.args[1].imm;
    if (loads.some((n) => n.imm2 !== memory || !isSamePlace(this.place(n.args[0]), from))) return null;
    if (stores.some((n) => n.imm2 !== memory || !isSamePlace(this.place(n.args[0]), to) || !loads.includes(n.args[1])
      || LOADED[n.args[1].op] !== STORED[n.op] || n.imm - n.args[1].imm !== distance)) return null;
    const read = this.covered(loads.map(accessOf), steps[from.param.imm]), written = this.covered(stores.map(accessOf), steps[to.param.imm]);
    if (read === null || written === null) return null;
    const rounds = this.rounds(COPY, [this.first(to), this.constant(written.start), this.first(from), this.constant(read.start)], stores.length, steps);
    if (rounds === null) return null;
    rounds.imm = written.bytes;
    rounds.imm2 = memory;
    return this.after(rounds, steps);
  }
}

/** What takes the place of the loop, or null. */
export const copyLoop = (fn: FunctionIR, loop: Node): readonly Node[] | null => new CopyLoop(fn, loop).replace();
