// Conversions that undo each other, sign bits of floats, selects, and stores that look at part of a word only.
import { oneWidth, type CompiledRule } from './pattern.js';
import { coversLow, isBool } from './facts.js';

export const CONVERSIONS: readonly CompiledRule[] = oneWidth(32, [
  ['i32.wrap_i64 (i64.extend_i32_s x)', 'x'],
  ['i32.wrap_i64 (i64.extend_i32_u x)', 'x'],
  ['i32.wrap_i64 (i64.extend32_s x)', 'i32.wrap_i64 x'],
  ['i32.wrap_i64 (i64.and x A)', 'i32.wrap_i64 x', ({ A }) => A.imm === -1],
  ['i32.reinterpret_f32 (f32.reinterpret_i32 x)', 'x'],
  ['f32.reinterpret_i32 (i32.reinterpret_f32 x)', 'x'],
  ['i64.reinterpret_f64 (f64.reinterpret_i64 x)', 'x'],
  ['f64.reinterpret_i64 (i64.reinterpret_f64 x)', 'x'],
  ['i32.trunc_f64_s (f64.convert_i32_s x)', 'x'],
  ['i32.trunc_f64_u (f64.convert_i32_u x)', 'x'],
  ['i32.trunc_sat_f64_s (f64.convert_i32_s x)', 'x'],
  ['i32.trunc_sat_f64_u (f64.convert_i32_u x)', 'x'],

  ['f32.neg (f32.neg x)', 'x'],
  ['f64.neg (f64.neg x)', 'x'],
  ['f32.abs (f32.neg x)', 'f32.abs x'],
  ['f64.abs (f64.neg x)', 'f64.abs x'],
  ['f32.abs (f32.abs x)', 'f32.abs x'],
  ['f64.abs (f64.abs x)', 'f64.abs x'],
]);

export const SELECTS: readonly CompiledRule[] = oneWidth(32, [
  ['select x x c', 'x'],
  ['select A B c', 'A', ({ A, B }) => A.imm === B.imm && A.imm2 === B.imm2],
  ['select x y A', 'x', ({ A }) => A.imm !== 0],
  ['select x y 0', 'y'],
  ['select 1 0 c', 'c', ({ c }) => isBool(c)],
  ['select 1 0 c', 'i32.ne c 0', ({ c }) => !isBool(c)],
  ['select 0 1 c', 'i32.eqz c'],
  ['select x y (i32.eqz c)', 'select y x c'],
  ['select x y (i32.ne c 0)', 'select x y c'],
]);

export const STORES: readonly CompiledRule[] = oneWidth(32, [
  ['i32.store8 p (i32.and x A)', 'i32.store8 p x', ({ A }) => coversLow(A, 8)],
  ['i32.store8 p (i32.extend8_s x)', 'i32.store8 p x'],
  ['i32.store8 p (i32.extend16_s x)', 'i32.store8 p x'],
  ['i32.store16 p (i32.and x A)', 'i32.store16 p x', ({ A }) => coversLow(A, 16)],
  ['i32.store16 p (i32.extend16_s x)', 'i32.store16 p x'],
  ['i64.store8 p (i64.extend_i32_u x)', 'i32.store8 p x'],
  ['i64.store8 p (i64.extend_i32_s x)', 'i32.store8 p x'],
  ['i64.store16 p (i64.extend_i32_u x)', 'i32.store16 p x'],
  ['i64.store16 p (i64.extend_i32_s x)', 'i32.store16 p x'],
  ['i64.store32 p (i64.extend_i32_u x)', 'i32.store p x'],
  ['i64.store32 p (i64.extend_i32_s x)', 'i32.store p x'],
  ['i32.store p (i32.reinterpret_f32 x)', 'f32.store p x'],
  ['i64.store p (i64.reinterpret_f64 x)', 'f64.store p x'],
]);
