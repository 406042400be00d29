import { Imm } from '../../spec/opcode-row.js';
import { OPCODES } from '../../spec/opcodes.js';
import { I32 } from '../../spec/types.js';
import { smallerAddress } from '../walk-state.js';
/** Checks memory, alignment and offset; pops the operands after the address, then the address, and pushes. */
function access(w, i) {
    const { op } = i;
    const address = w.memoryAddress(i.memory);
    const natural = 31 - Math.clz32(op.width);
    if (i.align > natural)
        w.fail('alignment must not be larger than natural');
    if (address === I32 && i.hi !== 0)
        w.fail('offset out of range');
    // Rows give the address as i32.
    const params = op.params;
    for (let k = params.length - 1; k > 0; k--)
        w.pop(params[k]);
    w.pop(address);
    w.pushAll(op.results);
}
/** Atomic accesses must be aligned, so their hint is the natural alignment and no other. */
function atomicAccess(w, i) {
    access(w, i);
    if (1 << i.align !== i.op.width)
        w.fail('alignment of an atomic access must be natural');
}
function laneAccess(w, i) {
    if (i.lane >= 16 / i.op.width)
        w.fail(`invalid lane index ${i.lane}`);
    access(w, i);
}
/** `i32x4.extract_lane` has four lanes. */
function laneOf(row) {
    const lanes = Number(/x(\d+)\./.exec(row.name)?.[1]);
    const params = row.params;
    const results = row.results;
    return (w, i) => {
        if (i.lane >= lanes)
            w.fail(`invalid lane index ${i.lane}`);
        w.popAll(params);
        w.pushAll(results);
    };
}
function handlersByImmediate() {
    const handlers = {};
    for (const row of OPCODES) {
        if (row.imm === Imm.memarg)
            handlers[row.name] = row.proposal === 'threads' ? atomicAccess : access;
        else if (row.imm === Imm.memargLane)
            handlers[row.name] = laneAccess;
        else if (row.imm === Imm.lane)
            handlers[row.name] = laneOf(row);
    }
    return handlers;
}
export const memory = {
    ...handlersByImmediate(),
    'i8x16.shuffle': (w, i) => {
        const bytes = i.bytes;
        for (let k = 0; k < 16; k++)
            if (bytes[k] >= 32)
                w.fail(`invalid lane index ${bytes[k]}`);
        w.popAll(i.op.params);
        w.pushAll(i.op.results);
    },
    'memory.size': (w, i) => w.push(w.memoryAddress(i.memory)),
    'memory.grow': (w, i) => {
        const address = w.memoryAddress(i.memory);
        w.pop(address);
        w.push(address);
    },
    'memory.fill': (w, i) => {
        const address = w.memoryAddress(i.memory);
        w.pop(address);
        w.pop(I32);
        w.pop(address);
    },
    'memory.copy': (w, i) => {
        const to = w.memoryAddress(i.index);
        const from = w.memoryAddress(i.index2);
        w.pop(smallerAddress(to, from));
        w.pop(from);
        w.pop(to);
    },
    'memory.init': (w, i) => {
        const address = w.memoryAddress(i.memory);
        w.checkData(i.index);
        w.pop(I32);
        w.pop(I32);
        w.pop(address);
    },
    'data.drop': (w, i) => w.checkData(i.index),
};
