// SIMD instructions as IR nodes: one node of kind v128 each, and their immediates kept as they are. What they mean in words
// is decided when they are lowered (lower/simd/).
import type { Instruction } from '../spec/instruction.js';
import { Imm } from '../spec/opcode-row.js';
import { OPCODES } from '../spec/opcodes.js';
import { Kind, kindOf } from '../spec/types.js';
import { address } from './addresses.js';
import type { FunctionBuilder } from './build.js';
import { isUnaligned, onInstructions } from './build-instructions.js';
import { Flag, type Node } from './node.js';

function node(b: FunctionBuilder, i: Instruction): Node {
  const { params, results, id } = i.op;
  const hasValue = results!.length !== 0;
  const args = b.popMany(params!.length);
  if (i.op.width > 0) args[0] = address(b, args[0]);
  const n = b.add(id, hasValue ? kindOf(results![0]) : Kind.None, args);
  if (hasValue) b.push(n);
  return n;
}

function access(b: FunctionBuilder, i: Instruction): Node {
  const n = node(b, i);
  n.imm = (i.hi >>> 0) * 4294967296 + (i.lo >>> 0);
  n.imm2 = i.memory;
  if (isUnaligned(i)) n.flags |= Flag.unaligned;
  return n;
}

for (const row of OPCODES) {
  if (row.proposal !== 'simd' && row.proposal !== 'relaxed-simd') continue;
  switch (row.imm) {
    case Imm.memarg: onInstructions([row.name], access); break;
    case Imm.memargLane: onInstructions([row.name], (b, i) => { access(b, i).aux = i.lane; }); break;
    case Imm.lane: onInstructions([row.name], (b, i) => { node(b, i).imm = i.lane; }); break;
    case Imm.v128: case Imm.lanes16: onInstructions([row.name], (b, i) => { node(b, i).aux = i.bytes; }); break;
    default: onInstructions([row.name], node);
  }
}
