// Every SIMD instruction by itself: on operands from memory, on a constant operand, and on its own result in a loop,
// compared with the engine's.
import { expect, test } from 'vitest';
import { Imm } from '../../compiler/spec/opcode-row.js';
import { OPCODES, type OpRow } from '../../compiler/spec/opcodes.js';
import { F32, F64, I32, I64, V128, type ValType } from '../../compiler/spec/types.js';
import { randomInts } from '../runtime/native.js';
import { difference, instances, type LaneType } from './engines.js';
import { vectors } from './inputs.js';

const COUNT = 240, STRIDE = 64, RESULT = 48;
const PREFIX: Record<ValType, string> = { [I32]: 'i32', [I64]: 'i64', [F32]: 'f32', [F64]: 'f64', [V128]: 'v128' };

/** Of which type the result's lanes are, as far as NaNs are concerned that may differ. */
function laneType(row: OpRow): LaneType {
  const { name } = row, op = name.slice(6);
  if (/^(eq|ne|lt|gt|le|ge|abs|neg|pmin|pmax)$/.test(op)) return 'bits';
  return name.startsWith('f32x4') ? 'f32' : name.startsWith('f64x2') ? 'f64' : 'bits';
}

const random = randomInts(77);
const constant = (): string => `(v128.const i32x4 ${Array.from({ length: 4 }, () => random()).join(' ')})`;
const byteSwap = Array.from({ length: 16 }, (_, k) => k ^ 3), rotate = Array.from({ length: 16 }, (_, k) => (k & 12) | ((k + 1) & 3));
const SHUFFLES = [
  byteSwap, rotate, Array.from({ length: 16 }, (_, k) => k + 5), Array.from({ length: 16 }, (_, k) => ((k >> 2) * 12 + (k & 3)) & 31),
  Array.from({ length: 16 }, (_, k) => ((k >> 3) * 24 + (k & 7)) & 31), Array.from({ length: 16 }, (_, k) => (k >> 1) + (k & 1) * 16),
  ...Array.from({ length: 6 }, () => Array.from({ length: 16 }, () => random() & 31)),
];

/** The instruction with each of its immediates worth trying. */
function forms(row: OpRow): string[] {
  switch (row.imm) {
    case Imm.lane: case Imm.memargLane: {
      const lanes = 16 / (row.imm === Imm.lane ? { i8x16: 1, i16x8: 2, i32x4: 4, i64x2: 8, f32x4: 4, f64x2: 8 }[row.name.slice(0, 5)] ?? 1 : row.width);
      return Array.from({ length: lanes }, (_, k) => `${row.name} ${k}`);
    }
    case Imm.lanes16: return SHUFFLES.map((lanes) => `${row.name} ${lanes.join(' ')}`);
    case Imm.v128: return [constant().slice(1, -1)];
    default: return [row.name];
  }
}

/** A function that does the instruction on every case; `operand(k)` is the code of operand k. */
function loop(name: string, body: string): string {
  return `(func (export "${name}") (param $n i32) (local $p i32) (local $a v128) (local $k i32)
    (loop $l ${body}
      (local.set $p (i32.add (local.get $p) (i32.const ${STRIDE})))
      (br_if $l (i32.lt_u (local.get $p) (i32.mul (local.get $n) (i32.const ${STRIDE}))))))\n`;
}
const store = (t: ValType | undefined, value: string): string => (t === undefined ? value : `(${PREFIX[t]}.store offset=${RESULT} (local.get $p) ${value})`);

function functions(row: OpRow): Record<string, string> {
  const made: Record<string, string> = {}, params = row.params!, result = row.results![0], stores = row.effects !== 0 && result === undefined;
  forms(row).forEach((form, f) => {
    const operand = (t: ValType, k: number): string => {
      if (row.width > 0 && k === 0) return stores ? `(i32.add (local.get $p) (i32.const ${RESULT}))` : '(local.get $p)';
      return `(${PREFIX[t]}.load offset=${16 * k} (local.get $p))`;
    };
    const call = (operands: string[]): string => `(${form} ${operands.join(' ')})`;
    const plain = params.map(operand);
    made[`plain${f}`] = store(result, call(plain));
    params.forEach((t, k) => {
      if (row.width > 0 && k === 0) return;
      const known = t === V128 ? [constant(), '(v128.const i32x4 0 0 0 0)'] : t === I32 ? ['(i32.const 0)', `(i32.const ${random() % 77})`] : t === I64 ? [`(i64.const ${random()})`] : [`(${PREFIX[t]}.const 1.25)`];
      known.forEach((c, j) => { made[`const${f}_${k}_${j}`] = store(result, call(plain.map((o, i) => (i === k ? c : o)))); });
    });
    // Fed with its own result, where that makes sense: the shape of the operand is the shape of the result.
    const own = params.findIndex((t, k) => t === V128 && (row.width === 0 || k > 0));
    if (result === V128 && own >= 0) {
      made[`loop${f}`] = `(local.set $a ${plain[own]}) (local.set $k (i32.const 3))
        (loop $i (local.set $a ${call(plain.map((o, i) => (i === own ? '(local.get $a)' : o)))})
          (br_if $i (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))
        ${store(V128, '(local.get $a)')}`;
    }
    // Through a choice of lanes, and both as integers and as floats; a NaN may have other bits only for its own type.
    if (result === V128) {
      const lanes = laneType(row), [x, y] = lanes === 'f32' ? ['f32', 'f32'] : lanes === 'f64' ? ['f64', 'f64'] : ['f64', 'f32'];
      const splat = (t: string): string => `${t}x${t === 'f32' ? 4 : 2}`;
      made[`select${f}`] = store(V128, `(select ${call(plain)} (v128.load offset=16 (local.get $p)) (i32.and (i32.load (local.get $p)) (i32.const 1)))`);
      made[`mask${f}`] = store(V128, `(v128.bitselect ${call(plain)} (v128.load offset=32 (local.get $p)) (f32x4.lt (v128.load (local.get $p)) (v128.load offset=16 (local.get $p))))`);
      made[`both${f}`] = `(local.set $a ${call(plain)}) ${store(V128, '(local.get $a)')}
        (v128.store offset=32 (local.get $p) (${splat(x)}.gt (local.get $a) (${splat(x)}.splat (${x}.const 1))))
        (v128.store offset=16 (local.get $p) (i8x16.add (${splat(y)}.lt (local.get $a) (${splat(y)}.splat (${y}.const 1))) (i32x4.add (i32x4.splat (i32.const 3)) (v128.load (local.get $p)))))`;
    }
  });
  return made;
}

for (const row of OPCODES) {
  if (row.proposal !== 'simd') continue;
  test(row.name, () => {
    const code = functions(row), lanes = laneType(row);
    const wat = `(module (memory (export "m") 1) ${Object.entries(code).map(([name, body]) => loop(name, body)).join('')})`;
    const input = vectors(COUNT * 4, row.id + 1);
    for (const { level, native, ours } of instances(wat)) {
      for (const name of Object.keys(code)) {
        for (const e of [native, ours]) {
          new Uint8Array(e.m.buffer).set(input);
          e[name](COUNT);
        }
        const found = difference(native.m.buffer, ours.m.buffer, 0, COUNT * STRIDE, lanes);
        expect(found && `${name} at level ${level}, ${found}\n${code[name]}`).toBe(undefined);
      }
    }
  });
}
