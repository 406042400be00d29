// Words: many integers hashed, summed and compared at once: multiplications, shifts, minima, masks.
#include "../kernel.h"

#define SIZE 16384
static u32 in[SIZE], out[SIZE];

static NOINLINE void mix(u32 seed) {
  for (u32 k = 0; k < SIZE; k++) {
    u32 x = in[k] ^ seed;
    x ^= x >> 16, x *= 0x85ebca6b, x ^= x >> 13, x *= 0xc2b2ae35, x ^= x >> 16;
    out[k] = x;
  }
}
static NOINLINE u32 least(const u32 *p) {
  u32 result = ~0u;
  for (u32 k = 0; k < SIZE; k++) result = p[k] < result ? p[k] : result;
  return result;
}
static NOINLINE u32 below(const u32 *p, u32 limit) {
  u32 sum = 0;
  for (u32 k = 0; k < SIZE; k++) if (p[k] < limit) sum += p[k] >> 8;
  return sum;
}

EXPORT(run) s32 run(s32 n) {
  u32 seed = 7, sum = 0;
  for (u32 k = 0; k < SIZE; k++) in[k] = next_random(&seed);
  for (s32 k = 0; k < n; k++) {
    mix((u32)k * 0x9e3779b9u);
    sum = sum * 31 + least(out) + below(out, 0x80000000u + (u32)k);
  }
  return (s32)sum;
}
