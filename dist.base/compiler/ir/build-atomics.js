import { OPCODES, opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { address } from './addresses.js';
import { onInstructions } from './build-instructions.js';
import { irOp } from './ops.js';
const ATOMIC = irOp('atomic'), WRAP = opId('i32.wrap_i64'), EXTEND = opId('i64.extend_i32_u');
const OPERATIONS = {
    load: 'Load', store: 'Store', add: 'Add', sub: 'Sub', and: 'And', or: 'Or', xor: 'Xor', xchg: 'Exchange', cmpxchg: 'CompareExchange',
};
/** `args` begin with the address. */
function atomic(b, i, helper, kind, args) {
    const n = b.add(ATOMIC, kind, [address(b, args[0]), ...args.slice(1)]);
    n.aux = helper;
    n.imm = (i.hi >>> 0) * 4294967296 + (i.lo >>> 0);
    n.imm2 = i.memory;
    return n;
}
for (const row of OPCODES) {
    const match = /^(i32|i64)\.atomic\.(?:rmw(?:8|16|32)?\.)?(load|store|add|sub|and|or|xor|xchg|cmpxchg)/.exec(row.name);
    if (match === null)
        continue;
    const bits = row.width * 8, helper = `atomic${OPERATIONS[match[2]]}${bits}`;
    const narrowed = match[1] === 'i64' && bits < 64;
    const kind = match[2] === 'store' ? Kind.None : bits === 64 ? Kind.I64 : Kind.I32;
    onInstructions([row.name], (b, i) => {
        const [at, ...values] = b.popMany(row.params.length);
        const n = atomic(b, i, helper, kind, [at, ...(narrowed ? values.map((v) => b.add(WRAP, Kind.I32, [v])) : values)]);
        if (kind !== Kind.None)
            b.push(narrowed ? b.add(EXTEND, Kind.I64, [n]) : n);
    });
}
onInstructions(['memory.atomic.notify'], (b, i) => b.push(atomic(b, i, 'atomicNotify', Kind.I32, b.popMany(2))));
onInstructions(['memory.atomic.wait32'], (b, i) => b.push(atomic(b, i, 'atomicWait32', Kind.I32, b.popMany(3))));
onInstructions(['memory.atomic.wait64'], (b, i) => b.push(atomic(b, i, 'atomicWait64', Kind.I32, b.popMany(3))));
// Every operation on memory is a node that keeps its place among atomic ones, and the engine orders `Atomics`.
onInstructions(['atomic.fence'], () => { });
