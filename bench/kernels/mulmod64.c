// Montgomery multiplication modulo a 64-bit prime: 64 by 64 to 128 bit
// products put together from 32-bit halves, as portable bignum code does.
#include "kernel.h"

static u64 multiply_wide(u64 a, u64 b, u64 *high) {
  u64 al = (u32)a, ah = a >> 32, bl = (u32)b, bh = b >> 32;
  u64 ll = al * bl, lh = al * bh, hl = ah * bl, hh = ah * bh;
  u64 middle = (ll >> 32) + (u32)lh + (u32)hl;
  *high = hh + (lh >> 32) + (hl >> 32) + (middle >> 32);
  return middle << 32 | (u32)ll;
}

static const u64 PRIME = 0xffffffffffffffc5;  // 2^64 - 59

static u64 montgomery(u64 a, u64 b, u64 inverse) {
  u64 high, reduced;
  u64 low = multiply_wide(a, b, &high);
  multiply_wide(low * inverse, PRIME, &reduced);
  return high >= reduced ? high - reduced : high - reduced + PRIME;
}

EXPORT(run) s32 run(s32 n) {
  u64 inverse = PRIME;  // of PRIME modulo 2^64, by Newton's method
  for (int i = 0; i < 5; i++) inverse *= 2 - PRIME * inverse;
  u64 x = 0x123456789abcdef, sum = 0;
  for (s32 i = 0; i < n * 1000; i++) {
    x = montgomery(x, x + i, inverse);
    sum ^= x;
  }
  return fold64(sum);
}
