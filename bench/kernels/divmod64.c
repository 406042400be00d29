// 64-bit division and remainder: decimal digits of numbers of every size and
// greatest common divisors, signed and unsigned.
#include "kernel.h"

static u32 digit_sum(u64 x) {
  u32 sum = 0;
  for (; x; x /= 10) sum += (u32)(x % 10);
  return sum;
}

static s64 gcd(s64 a, s64 b) {
  while (b) {
    s64 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

EXPORT(run) s32 run(s32 n) {
  u32 seed = 7;
  u64 sum = 0;
  for (s32 i = 0; i < n * 100; i++) {
    u64 a = (u64)next_random(&seed) << 32 | next_random(&seed);
    u64 b = (u64)next_random(&seed) << 32 | next_random(&seed);
    a >>= i & 31;
    sum += digit_sum(a);
    sum = sum * 31 + (u64)gcd((s64)a, (s64)(b >> (i & 15)) - 1);
  }
  return fold64(sum);
}
