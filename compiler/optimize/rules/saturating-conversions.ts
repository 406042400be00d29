// Conversions of floats to integers that saturate, as Rust's `as` does. Without the instructions for it, which came later than the first
// WebAssembly, compilers spell them out: a branch that keeps the truncation from trapping, and three selects for what is too small, too large
// or no number. JavaScript's truncation traps nowhere and makes 0 of what is no number, so two selects are enough, and the branch is left to
// dead code elimination. They are not a call of a helper, as V8 puts only some twenty of these into a function.
import { opId } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import { f32FromBits, f64FromBits } from '../../ir/float-bits.js';
import type { Node } from '../../ir/node.js';
import { IS_CONTROL } from '../../ir/op-classes.js';
import { irOp } from '../../ir/ops.js';
import { onFacts } from './fact-rules.js';
import { F32_CONST, F64_CONST, I32_CONST } from './pattern.js';

const SELECT = opId('select'), EQZ = opId('i32.eqz'), TRUNC_IN_RANGE = irOp('i32.trunc_in_range'), RESULT = irOp('result');
const BLOCK = opId('block'), IF = opId('if'), BR = opId('br'), BR_IF = opId('br_if'), YIELD = irOp('yield');
const MIN = -2147483648, MAX = 2147483647;
/** Bits of 2^31 as a single, and the high ones as a double. */
const TOP_SINGLE = 0x4f000000, TOP_HIGH = 0x41e00000;

const isWord = (n: Node, value: number): boolean => n.op === I32_CONST && (n.imm | 0) === value;
function isFloat(n: Node, value: number): boolean {
  return (n.op === F32_CONST && f32FromBits(n.imm) === value) || (n.op === F64_CONST && f64FromBits(n.imm, n.imm2) === value);
}

const control: Node[] = [];
/** The control nodes of a region, where there are this many. */
function controlOf(nodes: readonly Node[], count: number): readonly Node[] | null {
  control.length = 0;
  for (const n of nodes) if (IS_CONTROL[n.op] !== 0 && control.push(n) > count) break;
  return control.length === count ? control.slice() : null;
}

/** What a value is if a condition holds and if not, where that is all its control is about. An `if` that gives both is a select by now. */
interface Choice { condition: Node; chosen: Node; other: Node }
function choiceOf(n: Node): Choice | null {
  if (n.op === SELECT) return { condition: n.args[2], chosen: n.args[0], other: n.args[1] };
  const owner = n.owner;
  if (n.op !== RESULT || owner === null || owner.op !== BLOCK || owner.regions === null || owner.results?.length !== 1) return null;
  const [inner, end] = controlOf(owner.regions[0].nodes, 2) ?? [];
  if (end?.op !== YIELD || inner.regions === null) return null;
  const leaves = (n: Node | undefined): n is Node => n?.op === BR && n.edges![0].target === owner;
  if (inner.op === IF) {
    const out = controlOf(inner.regions[0].nodes, 1)?.[0], on = controlOf(inner.regions[1].nodes, 1)?.[0];
    return leaves(out) && on?.op === YIELD ? { condition: inner.args[0], chosen: out.edges![0].args[0], other: end.args[0] } : null;
  }
  const [around, out] = inner.op === BLOCK ? controlOf(inner.regions[0].nodes, 2) ?? [] : [];
  if (around?.op !== BR_IF || around.edges![0].target !== inner || around.args[0].op !== EQZ || !leaves(out)) return null;
  return { condition: around.args[0].args[0], chosen: out.edges![0].args[0], other: end.args[0] };
}

for (const [f, most] of [['f32', 2147483520], ['f64', MAX]] as const) {
  const EQ = opId(`${f}.eq`), GT = opId(`${f}.gt`), GE = opId(`${f}.ge`), LT = opId(`${f}.lt`), ABS = opId(`${f}.abs`);
  const LE = opId(`${f}.le`), CONST = opId(`${f}.const`), FLOAT = f === 'f32' ? Kind.F32 : Kind.F64;

  onFacts('select', (sink, n) => {
    const [high, zero, number] = n.args;
    if (high.op !== SELECT || number.op !== EQ || number.args[0] !== number.args[1] || !isWord(zero, 0)) return null;
    const x = number.args[0], [largest, low, above] = high.args;
    if (low.op !== SELECT || !isWord(largest, MAX) || above.op !== GT || above.args[0] !== x || !isFloat(above.args[1], most)) return null;
    const [within, least, from] = low.args;
    if (!isWord(least, MIN) || from.op !== GE || from.args[0] !== x || !isFloat(from.args[1], MIN)) return null;
    const choice = choiceOf(within);
    if (choice === null || choice.chosen.op !== TRUNC_IN_RANGE || choice.chosen.args[0] !== x || !isWord(choice.other, MIN)) return null;
    const { op, args: [magnitude, limit] } = choice.condition;
    if (op !== LT || magnitude.op !== ABS || magnitude.args[0] !== x || !isFloat(limit, -MIN)) return null;
    const top = sink.fn.node(CONST, FLOAT, []);
    if (f === 'f32') top.imm = TOP_SINGLE; else top.imm2 = TOP_HIGH;
    sink.emit(top);
    const truncated = sink.create(TRUNC_IN_RANGE, Kind.I32, [x]), isLow = sink.create(LE, Kind.I32, [x, from.args[1]]);
    const result = sink.create(SELECT, Kind.I32, [least, truncated, isLow]);
    return sink.create(SELECT, Kind.I32, [largest, result, sink.create(GE, Kind.I32, [x, top])]);
  });
}
