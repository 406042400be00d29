// Choices between floats that are made with their bits. Code for vectors that is compiled without them, as Rust's `wide` is, chooses lanes by
// masks, `y ^ ((x ^ y) & m)` with m 0 or -1, and each way between a float and its bits is a store and a load through a typed array. Such a
// choice is a `select` of floats. Where only one side is bits of a float, it stays one of integers until its result is used as a float.
//
// What becomes of NaNs is as before: a float whose bits are taken is a number already, and so is one that is made of bits.
import { opId, type OpName } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import { isNaNBits } from '../../ir/float-bits.js';
import type { Node } from '../../ir/node.js';
import { maxOf, minOf } from '../ranges.js';
import type { NodeSink } from '../rewrite.js';
import { i32Const, onFacts } from './fact-rules.js';
import { I32_CONST, I64_CONST, IS_CONSTANT } from './pattern.js';

const SELECT = opId('select'), SUB = opId('i32.sub'), SHR_S = opId('i32.shr_s'), LT = opId('i32.lt_s'), EQZ = opId('i32.eqz');
const AND = opId('i32.and'), OR = opId('i32.or'), XOR = opId('i32.xor');
const EXTEND_S = opId('i64.extend_i32_s'), EXTEND_U = opId('i64.extend_i32_u'), SUB64 = opId('i64.sub'), NE64 = opId('i64.ne');

/** Masks of masks, and choices between choices, are followed so far. */
const MAX_DEPTH = 3;

const isZero = (n: Node): boolean => IS_CONSTANT[n.op] !== 0 && n.imm === 0 && n.imm2 === 0;
const isAllOnes = (n: Node): boolean => n.op === I32_CONST && (n.imm | 0) === -1;
const isSame = (a: Node, b: Node): boolean => a === b || (IS_CONSTANT[a.op] !== 0 && a.op === b.op && a.imm === b.imm && a.imm2 === b.imm2);
/** Is it 0 or -1? */
const isMask = (n: Node): boolean => IS_CONSTANT[n.op] === 0 && minOf(n) >= -1 && maxOf(n) <= 0;
const isBit = (n: Node): boolean => minOf(n) >= 0 && maxOf(n) <= 1;

/** What is 0 where the mask is, and otherwise 1 or -1, as conditions need not be masks. */
function condition(sink: NodeSink, m: Node, depth = 0): Node {
  const [a, b, c] = m.args;
  const inside = (n: Node): Node => condition(sink, n, depth + 1);
  if (depth < MAX_DEPTH) {
    if (m.op === EXTEND_S) return inside(a);
    if (m.op === SUB && isZero(a)) return b;
    if (m.op === SUB64 && isZero(a) && b.op === EXTEND_U) return b.args[0];
    if (m.op === SHR_S && b.op === I32_CONST && b.imm === 31) return sink.create(LT, Kind.I32, [a, i32Const(sink, 0)]);
    if (m.op === SELECT && isAllOnes(a) && isZero(b) && isBit(c)) return c;
    if (m.op === XOR && isAllOnes(b)) return sink.create(EQZ, Kind.I32, [inside(a)]);
    if ((m.op === AND || m.op === OR) && isMask(a) && isMask(b)) {
      const x = inside(a);
      return sink.create(m.op, Kind.I32, [x, inside(b)]);
    }
  }
  if (m.kind === Kind.I32) return m;
  return sink.create(NE64, Kind.I32, [m, emitted(sink, I64_CONST, Kind.I64)]);
}
function emitted(sink: NodeSink, op: number, kind: Kind): Node {
  const n = sink.fn.node(op, kind, []);
  sink.emit(n);
  return n;
}

for (const [f, i] of [['f32', 'i32'], ['f64', 'i64']] as const) {
  const op = (name: string): number => opId(`${i}.${name}` as OpName);
  const FLOAT = f === 'f32' ? Kind.F32 : Kind.F64, INTEGER = f === 'f32' ? Kind.I32 : Kind.I64;
  const TO_INT = op(`reinterpret_${f}`), FROM_INT = opId(`${f}.reinterpret_${i}` as OpName), CONST = op('const'), LOAD = op('load');
  const ONLY_IF = op('and'), UNLIKE = op('xor');

  const isNumber = (n: Node): boolean => n.op === CONST && !isNaNBits(FLOAT, n.imm, n.imm2);
  const toFloat = (sink: NodeSink, n: Node): Node => sink.create(FROM_INT, FLOAT, [n]);
  const bitsOf = (sink: NodeSink, a: Node, b: Node, c: Node): Node => sink.create(TO_INT, INTEGER, [sink.create(SELECT, FLOAT, [a, b, c])]);
  const zero = (sink: NodeSink): Node => toFloat(sink, emitted(sink, CONST, INTEGER));
  /** Are both bits of floats that are at hand? */
  const areFloats = (a: Node, b: Node): boolean => (a.op === TO_INT ? b.op === TO_INT || isNumber(b) : b.op === TO_INT && isNumber(a));

  // What `findMasked` found: a choice between `chosen`, where `mask` is -1, and `instead`, or 0 if that is null.
  let chosen: Node, instead: Node | null, mask: Node;
  function findMasked(n: Node): boolean {
    if (n.op === ONLY_IF) {
      const at = isMask(n.args[1]) ? 1 : isMask(n.args[0]) ? 0 : -1;
      if (at < 0) return false;
      chosen = n.args[1 - at];
      instead = null;
      mask = n.args[at];
      return true;
    }
    if (n.op !== UNLIKE) return false;
    for (const k of [0, 1]) {
      const y = n.args[k], masked = n.args[1 - k];
      if (masked.op !== ONLY_IF) continue;
      for (const j of [0, 1]) {
        const m = masked.args[j], unlike = masked.args[1 - j];
        if (unlike.op !== UNLIKE || !isMask(m)) continue;
        const at = isSame(unlike.args[0], y) ? 0 : isSame(unlike.args[1], y) ? 1 : -1;
        if (at < 0) continue;
        chosen = unlike.args[1 - at];
        instead = y;
        mask = m;
        return true;
      }
    }
    return false;
  }

  onFacts(`${i}.xor`, (sink, n) => {
    if (!findMasked(n)) return null;
    const a = chosen, b = instead as Node;
    if (areFloats(a, b)) {
      const x = toFloat(sink, a), y = toFloat(sink, b);
      return bitsOf(sink, x, y, condition(sink, mask));
    }
    return a.op === TO_INT || b.op === TO_INT ? sink.create(SELECT, INTEGER, [a, b, condition(sink, mask)]) : null;
  });

  onFacts('select', (sink, n) => {
    const [a, b, c] = n.args;
    if (n.kind !== INTEGER || !areFloats(a, b)) return null;
    const x = toFloat(sink, a);
    return bitsOf(sink, x, toFloat(sink, b), c);
  });

  onFacts(`${i}.and`, (sink, n) => {
    if (!findMasked(n) || chosen.op !== TO_INT) return null;
    const m = mask, x = chosen.args[0];
    return bitsOf(sink, x, zero(sink), condition(sink, m));
  });

  /** `x & m | y & ~m`, of what became of its halves. */
  onFacts(`${i}.or`, (sink, n) => {
    const [p, q] = n.args;
    if (p.op !== TO_INT || q.op !== TO_INT) return null;
    const a = p.args[0], b = q.args[0];
    if (a.op !== SELECT || b.op !== SELECT || a.args[2] !== b.args[2]) return null;
    if (isZero(a.args[1]) && isZero(b.args[0])) return bitsOf(sink, a.args[0], b.args[1], a.args[2]);
    if (isZero(a.args[0]) && isZero(b.args[1])) return bitsOf(sink, b.args[0], a.args[1], a.args[2]);
    return null;
  });

  // A choice that is used as a float

  let converted = 0, others = 0;
  function countLeaves(n: Node, depth: number): void {
    if (n.op === TO_INT) converted++;
    else if (depth < MAX_DEPTH && n.op === SELECT) { countLeaves(n.args[0], depth + 1); countLeaves(n.args[1], depth + 1); }
    else if (n.op !== LOAD && !isNumber(n)) others++;
  }
  function asFloat(sink: NodeSink, n: Node, depth: number): Node {
    if (n.op !== SELECT || depth === MAX_DEPTH) return toFloat(sink, n);
    const a = asFloat(sink, n.args[0], depth + 1);
    return sink.create(SELECT, FLOAT, [a, asFloat(sink, n.args[1], depth + 1), n.args[2]]);
  }
  /** Loads cost nothing, as they are done as floats then (float-loads.ts). */
  onFacts(`${f}.reinterpret_${i}` as OpName, (sink, n) => {
    const choice = n.args[0];
    if (choice.op !== SELECT && !findMasked(choice)) return null;
    converted = others = 0;
    if (choice.op === SELECT) countLeaves(choice, 0);
    else { countLeaves(chosen, 1); if (instead !== null) countLeaves(instead, 1); }
    if (others > 1 || (others === 1 && converted === 0)) return null;
    if (choice.op === SELECT) return asFloat(sink, choice, 0);
    const a = chosen, b = instead, m = mask, x = asFloat(sink, a, 1);
    return sink.create(SELECT, FLOAT, [x, b === null ? zero(sink) : asFloat(sink, b, 1), condition(sink, m)]);
  });
}
