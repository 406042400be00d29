// i32 instructions that JavaScript has no operator for. Arguments and results are int32.
import { trap } from './traps.js';
export function i32DivS(a, b) {
    if (b === 0)
        trap('divide by zero');
    if (b === -1 && a === -2147483648)
        trap('divide result unrepresentable');
    return (a / b) | 0;
}
export function i32DivU(a, b) {
    if (b === 0)
        trap('divide by zero');
    return ((a >>> 0) / (b >>> 0)) | 0;
}
export function i32RemS(a, b) {
    if (b === 0)
        trap('remainder by zero');
    return (a % b) | 0;
}
export function i32RemU(a, b) {
    if (b === 0)
        trap('remainder by zero');
    return ((a >>> 0) % (b >>> 0)) | 0;
}
export function i32Ctz(a) {
    return 32 - Math.clz32(~a & (a - 1));
}
export function i32Popcnt(a) {
    a = (a - ((a >>> 1) & 0x55555555)) | 0;
    a = ((a & 0x33333333) + ((a >>> 2) & 0x33333333)) | 0;
    return Math.imul((a + (a >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
