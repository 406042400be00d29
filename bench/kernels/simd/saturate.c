// Bytes: images added, subtracted and averaged with saturation, and their largest values kept.
#include "../kernel.h"

#define SIZE 32768
static u8 a[SIZE], b[SIZE], c[SIZE], d[SIZE];

static NOINLINE void brighten(u8 *to, const u8 *p, const u8 *q) {
  for (u32 k = 0; k < SIZE; k++) {
    u32 sum = (u32)p[k] + q[k];
    to[k] = (u8)(sum > 255 ? 255 : sum);
  }
}
static NOINLINE void darken(u8 *to, const u8 *p, const u8 *q) {
  for (u32 k = 0; k < SIZE; k++) {
    s32 difference = (s32)p[k] - q[k];
    to[k] = (u8)(difference < 0 ? 0 : difference);
  }
}
static NOINLINE void average(u8 *to, const u8 *p, const u8 *q) {
  for (u32 k = 0; k < SIZE; k++) to[k] = (u8)(((u32)p[k] + q[k] + 1) >> 1);
}
static NOINLINE void largest(u8 *to, const u8 *p, const u8 *q) {
  for (u32 k = 0; k < SIZE; k++) to[k] = p[k] > q[k] ? p[k] : q[k];
}

EXPORT(run) s32 run(s32 n) {
  fill_random(a, SIZE, 1);
  fill_random(b, SIZE, 2);
  u32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    brighten(c, a, b);
    darken(d, c, b);
    average(c, c, d);
    largest(a, c, d);
    sum = sum * 31 + a[(u32)k * 77u % SIZE] + d[(u32)k * 99u % SIZE];
  }
  return (s32)sum;
}
