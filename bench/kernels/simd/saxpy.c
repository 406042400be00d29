// Floats of 32 bits: a times x plus y, and dot products with four sums.
#include "../kernel.h"

typedef float v4 __attribute__((vector_size(16)));
#define SIZE 4096
static v4 x[SIZE], y[SIZE];

static NOINLINE void saxpy(float a) {
  for (u32 k = 0; k < SIZE; k++) y[k] = x[k] * a + y[k];
}
static NOINLINE float dot(void) {
  v4 sum = {0, 0, 0, 0};
  for (u32 k = 0; k < SIZE; k++) sum += x[k] * y[k];
  return sum[0] + sum[1] + sum[2] + sum[3];
}

EXPORT(run) float run(s32 n) {
  u32 seed = 7;
  for (u32 k = 0; k < SIZE; k++) for (u32 i = 0; i < 4; i++) x[k][i] = (float)(next_random(&seed) & 1023) / 1024, y[k][i] = (float)(seed >> 20) / 4096;
  float sum = 0;
  for (s32 k = 0; k < n; k++) {
    saxpy((float)k / 1000 - 0.01f);
    sum += dot() / 4096;
  }
  return sum;
}
