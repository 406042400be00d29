// A 32-tap finite impulse response filter and a mix on f32 samples: loads,
// multiplications and additions that each round to single precision.
#include "kernel.h"

#define COUNT 4096
#define TAPS 32
static float input[COUNT + TAPS], output[COUNT], taps[TAPS];

EXPORT(run) double run(s32 n) {
  u32 seed = 18;
  for (int i = 0; i < COUNT + TAPS; i++) input[i] = (float)(s32)next_random(&seed) * 4.656613e-10f;
  for (int i = 0; i < TAPS; i++) taps[i] = 1.0f / (float)(i + 2);
  for (int i = 0; i < COUNT; i++) output[i] = 0;
  for (s32 k = 0; k < n; k++) {
    for (int i = 0; i < COUNT; i++) {
      float s = 0;
      for (int t = 0; t < TAPS; t++) s += input[i + t] * taps[t];
      output[i] = output[i] * 0.5f + s;
    }
    taps[k % TAPS] += 0.01f;
  }
  double sum = 0;
  for (int i = 0; i < COUNT; i++) sum += output[i];
  return sum;
}
