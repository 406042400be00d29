// Bytes widened to shorts: one image blended over another by its alpha, as painting libraries do.
#include "../kernel.h"

#define SIZE 32768
static u8 above[SIZE], below[SIZE], alpha[SIZE];

static NOINLINE void blend(u8 *to, const u8 *from, const u8 *weights) {
  for (u32 k = 0; k < SIZE; k++) {
    u16 w = weights[k];
    u16 t = (u16)(from[k] * w + to[k] * (255 - w) + 128);
    to[k] = (u8)((u16)(t + (t >> 8)) >> 8);
  }
}

EXPORT(run) s32 run(s32 n) {
  fill_random(above, SIZE, 1);
  fill_random(below, SIZE, 2);
  fill_random(alpha, SIZE, 3);
  u32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    blend(below, above, alpha);
    above[(u32)k * 55u % SIZE]++;
    sum = sum * 31 + below[(u32)k * 77u % SIZE];
  }
  return (s32)sum;
}
