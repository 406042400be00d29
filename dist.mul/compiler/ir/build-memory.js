// Memories and tables as wholes, and 64-bit addresses. Past this file nobody has to know how wide an address is: one of 64 bits
// becomes `address64`, which is a double (exact up to 2^53, and beyond that far out of any bounds), an index into a table
// saturates to 32 bits, and sizes are extended where they are asked for.
//
// Memory: imm2 = memory (destination), imm = source memory or data segment. Tables: imm = table (destination), imm2 = source
// table or element segment.
import { opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { address, index } from './addresses.js';
import { onInstructions as on } from './build-instructions.js';
import { irOp } from './ops.js';
import { mapped } from './mapped.js';
const EXTEND_S = opId('i64.extend_i32_s'), EXTEND_U = opId('i64.extend_i32_u'), TRUNC = opId('i64.trunc_sat_f64_s');
const ATOMIC = irOp('atomic');
const isWide = (b, memory) => b.m.memories[memory].type.limits.index64;
/** Sizes in pages of one byte may be beyond 32 bits. */
const hasLongSizes = (b, memory) => isWide(b, memory) && b.m.memories[memory].type.pageSizeLog2 < 16;
const addresses = (b, args) => mapped(args, (a) => address(b, a));
/** Pushes a size in pages: `n` gives it, `extend` widens it if it is known to fit 31 bits or 32. */
function pushPages(b, memory, n, extend) {
    n.imm2 = memory;
    if (hasLongSizes(b, memory)) {
        n.kind = Kind.F64;
        b.push(b.add(TRUNC, Kind.I64, [n]));
    }
    else
        b.push(isWide(b, memory) ? b.add(extend, Kind.I64, [n]) : n);
}
on(['memory.size'], (b, i) => {
    // Another thread may have changed it.
    const { shared } = b.m.memories[i.memory].type.limits;
    const n = b.add(shared ? ATOMIC : i.op.id, Kind.I32, []);
    if (shared)
        n.aux = 'sharedSize';
    pushPages(b, i.memory, n, EXTEND_U);
});
on(['memory.grow'], (b, i) => { pushPages(b, i.memory, b.add(i.op.id, Kind.I32, addresses(b, [b.pop()])), EXTEND_S); });
on(['memory.fill'], (b, i) => {
    const [at, value, count] = b.popMany(3);
    b.add(i.op.id, Kind.None, [address(b, at), value, address(b, count)]).imm2 = i.memory;
});
on(['memory.copy'], (b, i) => {
    const n = b.add(i.op.id, Kind.None, addresses(b, b.popMany(3)));
    n.imm2 = i.index;
    n.imm = i.index2;
});
on(['memory.init'], (b, i) => {
    const n = b.add(i.op.id, Kind.None, addresses(b, b.popMany(3)));
    n.imm2 = i.memory;
    n.imm = i.index;
});
const pushEntries = (b, table, n, extend) => {
    n.imm = table;
    b.push(b.m.tables[table].type.limits.index64 ? b.add(extend, Kind.I64, [n]) : n);
};
on(['table.get'], (b, i) => { const n = b.add(i.op.id, Kind.Ref, [index(b, b.pop())]); n.imm = i.index; b.push(n); });
on(['table.set'], (b, i) => {
    const [at, value] = b.popMany(2);
    b.add(i.op.id, Kind.None, [index(b, at), value]).imm = i.index;
});
on(['table.size'], (b, i) => { pushEntries(b, i.index, b.add(i.op.id, Kind.I32, []), EXTEND_U); });
on(['table.grow'], (b, i) => {
    const [value, count] = b.popMany(2);
    pushEntries(b, i.index, b.add(i.op.id, Kind.I32, [value, index(b, count)]), EXTEND_S);
});
on(['table.fill'], (b, i) => {
    const [at, value, count] = b.popMany(3);
    b.add(i.op.id, Kind.None, [index(b, at), value, index(b, count)]).imm = i.index;
});
on(['table.copy'], (b, i) => {
    const n = b.add(i.op.id, Kind.None, mapped(b.popMany(3), (a) => index(b, a)));
    n.imm = i.index;
    n.imm2 = i.index2;
});
on(['table.init'], (b, i) => {
    const n = b.add(i.op.id, Kind.None, mapped(b.popMany(3), (a) => index(b, a)));
    n.imm = i.index2;
    n.imm2 = i.index;
});
