// Adding, multiplying, dividing and bitwise operations with constants and with themselves. Constants stand on the
// right and subtracting one is adding its negative, so that chains of them meet in one form.
import { bothWidths, oneWidth, type CompiledRule } from './pattern.js';
import { isBool, isPowerOfTwo } from './facts.js';

export const ARITHMETIC: readonly CompiledRule[] = [
  ...bothWidths([
    ['T.add x 0', 'x'],
    ['T.sub x 0', 'x'],
    ['T.sub x x', '0'],
    ['T.sub x A', 'T.add x (T.sub 0 A)'],
    ['T.add (T.add x A) B', 'T.add x (T.add A B)'],
    ['T.add (T.sub A x) B', 'T.sub (T.add A B) x'],
    ['T.sub A (T.add x B)', 'T.sub (T.sub A B) x'],
    ['T.sub A (T.sub B x)', 'T.add x (T.sub A B)'],
    ['T.sub (T.add x y) x', 'y'],
    ['T.sub (T.add x y) y', 'x'],
    ['T.add (T.sub x y) y', 'x'],
    ['T.add y (T.sub x y)', 'x'],
    ['T.sub x (T.sub x y)', 'y'],
    ['T.sub 0 (T.sub x y)', 'T.sub y x'],
    ['T.add x (T.sub 0 y)', 'T.sub x y'],
    ['T.add (T.sub 0 x) y', 'T.sub y x'],
    ['T.sub x (T.sub 0 y)', 'T.add x y'],

    ['T.mul x 0', '0'],
    ['T.mul x 1', 'x'],
    ['T.mul x -1', 'T.sub 0 x'],
    ['T.mul x A', 'T.shl x (T.ctz A)', ({ A }, bits) => isPowerOfTwo(A, bits)],
    ['T.mul (T.mul x A) B', 'T.mul x (T.mul A B)'],
    ['T.mul (T.shl x A) B', 'T.mul x (T.shl B A)'],
    ['T.div_u x 1', 'x'],
    ['T.div_s x 1', 'x'],
    ['T.div_u x A', 'T.shr_u x (T.ctz A)', ({ A }, bits) => isPowerOfTwo(A, bits)],
    ['T.rem_u x A', 'T.and x (T.sub A 1)', ({ A }, bits) => isPowerOfTwo(A, bits)],
    ['T.rem_s x 1', '0'],
    ['T.rem_s x -1', '0'],

    ['T.and x 0', '0'],
    ['T.and x -1', 'x'],
    ['T.and x x', 'x'],
    ['T.and (T.and x A) B', 'T.and x (T.and A B)'],
    ['T.and (T.or x A) B', 'T.and x B', ({ A, B }) => (A.imm & B.imm) === 0 && (A.imm2 & B.imm2) === 0],
    ['T.and (T.or x A) B', 'B', ({ A, B }) => (~A.imm & B.imm) === 0 && (~A.imm2 & B.imm2) === 0],
    ['T.or x 0', 'x'],
    ['T.or x -1', '-1'],
    ['T.or x x', 'x'],
    ['T.or (T.or x A) B', 'T.or x (T.or A B)'],
    ['T.xor x 0', 'x'],
    ['T.xor x x', '0'],
    ['T.xor (T.xor x A) B', 'T.xor x (T.xor A B)'],
    ['T.xor (T.xor x y) x', 'y'],
    ['T.xor (T.xor x y) y', 'x'],
  ]),
  ...oneWidth(32, [
    ['i32.and x 1', 'x', ({ x }) => isBool(x)],
    ['i32.xor x 1', 'i32.eqz x', ({ x }) => isBool(x)],
    // Masks of lanes, 0 or -1: what asks whether any or all are set needs no masks.
    ['i32.or (i32.sub 0 x) (i32.sub 0 y)', 'i32.sub 0 (i32.or x y)', ({ x, y }) => isBool(x) && isBool(y)],
    ['i32.and (i32.sub 0 x) (i32.sub 0 y)', 'i32.sub 0 (i32.and x y)', ({ x, y }) => isBool(x) && isBool(y)],
  ]),
];
