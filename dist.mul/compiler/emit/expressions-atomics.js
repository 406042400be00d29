// Atomic operations: helpers that take the memory's record, because what they work on are views the record has.
import { Kind } from '../spec/types.js';
import { call, identifier } from './ast.js';
import { effectiveAddress } from './memory-access.js';
import { emits, fromDouble } from './writer.js';
emits((w, n, want) => {
    const args = [identifier(w.env.memory(n.imm2))];
    const [address, ...words] = n.args;
    if (address !== undefined)
        args.push(effectiveAddress(w, address, n.imm), ...w.operands(words));
    const value = call(w.helper(n.aux), args);
    return n.kind === Kind.I32 ? fromDouble(value, want) : value;
}, 'atomic');
