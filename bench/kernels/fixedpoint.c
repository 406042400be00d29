// 16.16 and 32.32 fixed-point arithmetic: products of two widened 32-bit
// values, shifted back. The i64 operations here come from i32 values.
#include "kernel.h"

#define COUNT 1024
static s32 samples[COUNT];

static s32 multiply(s32 a, s32 b) { return (s32)((s64)a * b >> 16); }

EXPORT(run) s32 run(s32 n) {
  u32 seed = 8;
  for (int i = 0; i < COUNT; i++) samples[i] = (s32)next_random(&seed) >> 8;
  s32 sum = 0;
  s64 total = 0;
  for (s32 k = 0; k < n; k++) {
    s32 y1 = 0, y2 = 0, gain = 60000 + k % 1000;  // a biquad filter
    for (int i = 0; i < COUNT; i++) {
      s32 x = multiply(samples[i], gain);
      s32 y = x + multiply(y1, 93000) - multiply(y2, 51000);
      y2 = y1, y1 = y;
      total += (s64)y * y;  // its energy, in 64 bits
      sum += y;
    }
  }
  return sum ^ fold64((u64)total);
}
