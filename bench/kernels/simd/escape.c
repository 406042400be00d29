// Floats of 32 bits with masks: the Mandelbrot set, four points at a time, until all have escaped.
#include "../kernel.h"

typedef float v4 __attribute__((vector_size(16)));
typedef s32 i4 __attribute__((vector_size(16)));

static NOINLINE i4 iterate(v4 x, v4 y) {
  v4 re = x, im = y;
  i4 count = {0, 0, 0, 0};
  for (u32 k = 0; k < 200; k++) {
    v4 r2 = re * re, i2 = im * im;
    i4 inside = r2 + i2 < 4.0f;
    if (!(inside[0] | inside[1] | inside[2] | inside[3])) break;
    count -= inside;
    v4 next = (re + re) * im + y;
    re = r2 - i2 + x;
    im = next;
  }
  return count;
}

EXPORT(run) s32 run(s32 n) {
  u32 sum = 0;
  for (s32 j = 0; j < n; j++)
    for (s32 i = 0; i < n; i += 4) {
      float x = -2.2f + 3.0f * (float)i / (float)n, step = 3.0f / (float)n, y = -1.2f + 2.4f * (float)j / (float)n;
      i4 count = iterate((v4){x, x + step, x + 2 * step, x + 3 * step}, (v4){y, y, y, y});
      sum = sum * 31 + (u32)(count[0] + count[1] + count[2] + count[3]);
    }
  return (s32)sum;
}
