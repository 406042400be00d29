// i32 instructions that JavaScript has no operator for. Arguments and results are int32, which a signed remainder has to say to
// engines: where they know no type they take that of doubles, ten times as slow, once one was -0.

import { trap } from './traps.js';

export function i32DivS(a: number, b: number): number {
  if (b === 0) trap('divide by zero');
  if (b === -1 && a === -2147483648) trap('divide result unrepresentable');
  return (a / b) | 0;
}

export function i32DivU(a: number, b: number): number {
  if (b === 0) trap('divide by zero');
  return ((a >>> 0) / (b >>> 0)) | 0;
}

export function i32RemS(a: number, b: number): number {
  if (b === 0) trap('remainder by zero');
  return ((a | 0) % (b | 0)) | 0;
}

export function i32RemU(a: number, b: number): number {
  if (b === 0) trap('remainder by zero');
  return ((a >>> 0) % (b >>> 0)) | 0;
}

export function i32Ctz(a: number): number {
  return 32 - Math.clz32(~a & (a - 1));
}

export function i32Popcnt(a: number): number {
  a = (a - ((a >>> 1) & 0x55555555)) | 0;
  a = ((a & 0x33333333) + ((a >>> 2) & 0x33333333)) | 0;
  return Math.imul((a + (a >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
