// Floats to integers. JavaScript's ToInt32 truncates and wraps at 2^32 whatever the size, which gives the low word of any
// result that is in range. Writing the range so that NaN fails the comparison saves a test.
import { R } from './registry.js';
import { trap } from './traps.js';
export function i32TruncS(x) {
    if (!(x > -2147483649 && x < 2147483648))
        trap('float unrepresentable in integer range');
    return x | 0;
}
export function i32TruncU(x) {
    if (!(x > -1 && x < 4294967296))
        trap('float unrepresentable in integer range');
    return x | 0;
}
export function i32TruncSatS(x) {
    return x >= 2147483647 ? 2147483647 : x <= -2147483648 ? -2147483648 : x | 0;
}
export function i32TruncSatU(x) {
    return x >= 4294967295 ? -1 : x <= 0 ? 0 : x | 0;
}
export function i64TruncS(x) {
    if (!(x >= -9223372036854775808 && x < 9223372036854775808))
        trap('float unrepresentable in integer range');
    return i64Truncate(x);
}
export function i64TruncU(x) {
    if (!(x > -1 && x < 18446744073709551616))
        trap('float unrepresentable in integer range');
    return i64Truncate(x);
}
export function i64TruncSatS(x) {
    if (x >= 9223372036854775808) {
        R[0] = 2147483647;
        return -1;
    }
    if (x < -9223372036854775808)
        x = -9223372036854775808;
    return i64Truncate(x);
}
export function i64TruncSatU(x) {
    if (x >= 18446744073709551616) {
        R[0] = -1;
        return -1;
    }
    return i64Truncate(x > 0 ? x : 0);
}
/** `x` is in range, or NaN, which becomes 0. */
export function i64Truncate(x) {
    x = Math.trunc(x);
    R[0] = Math.floor(x * 2.3283064365386963e-10);
    return x | 0;
}
