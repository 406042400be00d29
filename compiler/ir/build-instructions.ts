// How each instruction that is not control becomes a node: one small builder per family, looked up by
// opcode. An instruction without one is of a proposal that is not compiled yet and is refused by name.
import type { Instruction } from '../spec/instruction.js';
import { funcTypeAt, type FuncType } from '../spec/module.js';
import { OPCODES, opId, type OpName } from '../spec/opcodes.js';
import { Imm, type Proposal } from '../spec/opcode-row.js';
import { Kind, kindOf } from '../spec/types.js';
import { address, index } from './addresses.js';
import type { FunctionBuilder } from './build.js';
import { Flag, type Node } from './node.js';

type Build = (b: FunctionBuilder, i: Instruction) => void;
const builders: (Build | undefined)[] = new Array<Build | undefined>(OPCODES.length).fill(undefined);
/** Registers the builder of instructions; proposals with much to do register theirs from a file of their own. */
export function onInstructions(names: readonly OpName[], build: Build): void {
  for (const n of names) builders[opId(n)] = build;
}
const on = onInstructions;

/** Proposals whose fixed-signature instructions need nothing but a node. */
const PLAIN: ReadonlySet<Proposal> = new Set(['mvp', 'sign-extension', 'saturating-float-to-int']);
const FEATURE_NAMES: Partial<Record<Proposal, string>> = {
  simd: 'SIMD', 'relaxed-simd': 'relaxed SIMD', gc: 'garbage collection', exceptions: 'exception handling', 'legacy-exceptions': 'legacy exception handling',
  threads: 'threads', 'wide-arithmetic': 'wide arithmetic', 'custom-descriptors': 'custom descriptors',
};

export function buildInstruction(b: FunctionBuilder, i: Instruction): void {
  const build = builders[i.op.id];
  if (build === undefined) b.fail(`${i.op.name}: ${FEATURE_NAMES[i.op.proposal] ?? i.op.proposal} is not supported yet`, i.offset);
  build(b, i);
}

/** Of instructions with a fixed signature: how many operands they have, and the kind of their result. */
const PARAM_COUNTS = new Uint8Array(OPCODES.length), RESULT_KINDS = new Uint8Array(OPCODES.length);
for (const row of OPCODES) {
  PARAM_COUNTS[row.id] = row.params === null ? 0 : row.params.length;
  RESULT_KINDS[row.id] = row.results === null || row.results.length === 0 ? Kind.None : kindOf(row.results[0]);
}

function plain(b: FunctionBuilder, i: Instruction): void {
  const { id } = i.op, kind = RESULT_KINDS[id] as Kind;
  const n = b.add(id, kind, b.popMany(PARAM_COUNTS[id]));
  if (kind !== Kind.None) b.push(n);
}

function constant(b: FunctionBuilder, i: Instruction): void {
  const n = b.add(i.op.id, RESULT_KINDS[i.op.id] as Kind, []);
  n.imm = i.lo;
  n.imm2 = i.hi;
  b.push(n);
}

/** The alignment (log2) that makes all accesses an instruction becomes aligned: of i64 two of 32 bits, of vectors perhaps two of 64. */
const ALIGNMENTS = OPCODES.map(({ width, name }) => (width === 16 ? 3 : width === 8 && name.startsWith('i64') ? 2 : Math.log2(width)));
export const isUnaligned = (i: Instruction): boolean => i.align < ALIGNMENTS[i.op.id];

function access(b: FunctionBuilder, i: Instruction): void {
  const { id } = i.op, kind = RESULT_KINDS[id] as Kind;
  const args = b.popMany(PARAM_COUNTS[id]);
  args[0] = address(b, args[0]);
  const n = b.add(id, kind, args);
  // As a small integer where it is one: engines box the results of other arithmetic.
  n.imm = i.hi === 0 && i.lo >= 0 ? i.lo : (i.hi >>> 0) * 4294967296 + (i.lo >>> 0);
  n.imm2 = i.memory;
  if (isUnaligned(i)) n.flags |= Flag.unaligned;
  if (kind !== Kind.None) b.push(n);
}

for (const row of OPCODES) {
  if (row.params === null || row.results === null) continue;
  if (row.imm === Imm.none && PLAIN.has(row.proposal)) builders[row.id] = plain;
  if (row.imm === Imm.memarg && row.proposal === 'mvp') builders[row.id] = access;
}
on(['i32.const'], (b, i) => b.push(b.i32Constant(i.lo)));
on(['i64.const', 'f32.const', 'f64.const'], constant);
on(['nop'], () => {});

on(['select', 'select_t'], (b, i) => {
  const args = b.popMany(3);
  b.push(b.add(opId('select'), args[0].kind, args));
  void i;
});

on(['global.get'], (b, i) => {
  const n = b.add(i.op.id, kindOf(b.m.globals[i.index].type.type), []);
  n.imm = i.index;
  b.push(n);
});
on(['global.set'], (b, i) => { b.add(i.op.id, Kind.None, [b.pop()]).imm = i.index; });

on(['data.drop', 'elem.drop'], (b, i) => { b.add(i.op.id, Kind.None, []).imm = i.index; });

// References.
const IS_NULL = opId('ref.is_null'), EQZ = opId('i32.eqz');
on(['ref.null'], (b, i) => b.push(b.add(i.op.id, Kind.Ref, [])));
on(['ref.is_null'], (b, i) => b.push(b.add(i.op.id, Kind.I32, [b.pop()])));
on(['ref.as_non_null'], (b, i) => b.push(b.add(i.op.id, Kind.Ref, [b.pop()])));
on(['ref.func'], (b, i) => { const n = b.add(i.op.id, Kind.Ref, []); n.imm = i.index; b.push(n); });
on(['br_on_null'], (b, i) => {
  const r = b.pop();
  b.branchIf(b.add(IS_NULL, Kind.I32, [r]), i.index);
  b.push(r);
});
on(['br_on_non_null'], (b, i) => {
  const r = b.pop();
  const isNull = b.add(IS_NULL, Kind.I32, [r]);
  b.push(r);
  b.branchIf(b.add(EQZ, Kind.I32, [isNull]), i.index);
  b.pop();
});

// Calls. Operands beyond the parameters: the table index of call_indirect, the reference of call_ref.
function callOperands(b: FunctionBuilder, i: Instruction, type: FuncType, extra: number): Node[] {
  const last = type.params.length;
  const args = b.popMany(last + extra);
  if (i.op.imm === Imm.callIndirect) args[last] = index(b, args[last]);
  return args;
}
function call(b: FunctionBuilder, i: Instruction, type: FuncType, imm: number, imm2: number, extra: number): void {
  const args = callOperands(b, i, type, extra), results = type.results;
  const n = b.add(i.op.id, results.length === 1 ? kindOf(results[0]) : Kind.None, args);
  n.imm = imm;
  n.imm2 = imm2;
  if (i.op.imm === Imm.func) b.fn.callees.push(imm);
  if (results.length === 1) { b.push(n); return; }
  n.results = [];
  for (const t of results) b.push(b.result(n, kindOf(t)));
}
function tailCall(b: FunctionBuilder, i: Instruction, type: FuncType, imm: number, imm2: number, extra: number): void {
  const n = b.terminate(i.op.id, callOperands(b, i, type, extra));
  b.fn.hasReturnCalls = true;
  n.imm = imm;
  n.imm2 = imm2;
}
on(['call'], (b, i) => call(b, i, funcTypeAt(b.m, b.m.funcs[i.index].type), i.index, 0, 0));
on(['call_indirect'], (b, i) => call(b, i, funcTypeAt(b.m, i.index), i.index, i.index2, 1));
on(['call_ref'], (b, i) => call(b, i, funcTypeAt(b.m, i.index), i.index, 0, 1));
on(['return_call'], (b, i) => tailCall(b, i, funcTypeAt(b.m, b.m.funcs[i.index].type), i.index, 0, 0));
on(['return_call_indirect'], (b, i) => tailCall(b, i, funcTypeAt(b.m, i.index), i.index, i.index2, 1));
on(['return_call_ref'], (b, i) => tailCall(b, i, funcTypeAt(b.m, i.index), i.index, 0, 1));
