// Tests of bit masks that were put together from conditions, as code for vectors asks whether all or any of the lanes compared
// are equal (`bitmask(a == b) == 0xffff`): the conditions alone answer them.
import { opId } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import type { Node } from '../../ir/node.js';
import type { NodeSink } from '../rewrite.js';
import { isBool } from './facts.js';
import { i32Const, onFacts } from './fact-rules.js';
import { I32_CONST } from './pattern.js';

const OR = opId('i32.or'), AND = opId('i32.and'), SHL = opId('i32.shl'), MUL = opId('i32.mul'), EQ = opId('i32.eq'), NE = opId('i32.ne'), EQZ = opId('i32.eqz'), XOR = opId('i32.xor');
/** A vector has at most 16 lanes. */
const MOST = 16;

/** The number that gives 1 when multiplied by an odd one, in 32 bits (Newton's method). */
function inverse(odd: number): number {
  let x = odd;
  for (let bits = 3; bits < 32; bits *= 2) x = Math.imul(x, 2 - Math.imul(odd, x));
  return x;
}

/** What `conditionsOf` found: the conditions, and which bits they are. */
const found: Node[] = [];
let mask = 0;
/** Is `n` made of conditions that are bits, each another one? Few operations are looked at, as others are asked about in turn. */
function conditionsOf(n: Node): boolean {
  const work = [n];
  found.length = mask = 0;
  for (let looked = 0; work.length > 0; looked++) {
    const x = work.pop()!;
    if (x.op === OR) {
      if (looked > 2 * MOST) return false;
      work.push(x.args[1], x.args[0]);
      continue;
    }
    const isShifted = x.op === SHL && x.args[1].op === I32_CONST, bit = 1 << (isShifted ? x.args[1].imm : 0), condition = isShifted ? x.args[0] : x;
    if (!isBool(condition) || mask & bit) return false;
    mask |= bit;
    found.push(condition);
  }
  return true;
}

function isEqual(sink: NodeSink, n: Node, isNot: boolean): Node | null {
  const [x, to] = n.args;
  if (to.op !== I32_CONST) return null;
  if (x.op === MUL && x.args[1].op === I32_CONST && x.args[1].imm & 1) {
    return sink.create(n.op, Kind.I32, [x.args[0], i32Const(sink, Math.imul(to.imm, inverse(x.args[1].imm)))]);
  }
  if (x.op !== OR || to.imm === 0) return null;
  if (!conditionsOf(x) || mask !== (to.imm | 0)) return null;
  const all = allOf(sink, found.slice());
  return isNot ? sink.create(EQZ, Kind.I32, [all]) : all;
}
onFacts('i32.eq', (sink, n) => isEqual(sink, n, false));
onFacts('i32.ne', (sink, n) => isEqual(sink, n, true) ?? isAny(sink, n, NE));
onFacts('i32.eqz', (sink, n) => isAny(sink, n, EQZ));

/** Are any of the conditions so? Their places do not matter. */
function isAny(sink: NodeSink, n: Node, op: number): Node | null {
  const x = n.args[0];
  if (op === NE && (n.args[1].op !== I32_CONST || n.args[1].imm !== 0)) return null;
  if (x.op === MUL && x.args[1].op === I32_CONST && x.args[1].imm & 1) return sink.create(op, Kind.I32, op === NE ? [x.args[0], n.args[1]] : [x.args[0]]);
  // Two conditions as they are would be one bit.
  if (x.op !== OR || !conditionsOf(x)) return null;
  const any = found.slice().reduce((a, b) => sink.create(OR, Kind.I32, [a, b]));
  return op === NE ? any : sink.create(EQZ, Kind.I32, [any]);
}

/** Are all of the conditions so? Differences are all 0 if together they have no bit. */
function allOf(sink: NodeSink, conditions: readonly Node[]): Node {
  if (!conditions.every((c) => c.op === EQ || isZero(c))) return conditions.reduce((a, b) => sink.create(AND, Kind.I32, [a, b]));
  const differences = conditions.map((c) => (c.op === EQ ? sink.create(XOR, Kind.I32, [c.args[0], c.args[1]]) : c.args[0]));
  return sink.create(EQZ, Kind.I32, [differences.reduce((a, b) => sink.create(OR, Kind.I32, [a, b]))]);
}
const isZero = (n: Node): boolean => n.op === EQZ && n.args[0].kind === Kind.I32;
onFacts('i32.and', (sink, n) => (isZero(n.args[0]) && isZero(n.args[1]) ? allOf(sink, n.args) : null));
