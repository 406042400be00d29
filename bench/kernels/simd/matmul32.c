// Floats of 32 bits: a product of matrices, and 4 by 4 transformations of vectors.
#include "../kernel.h"

#define N 64
static float a[N][N], b[N][N], c[N][N];

static NOINLINE void multiply(void) {
  for (u32 i = 0; i < N; i++)
    for (u32 k = 0; k < N; k++) {
      float factor = a[i][k];
      for (u32 j = 0; j < N; j++) c[i][j] += factor * b[k][j];
    }
}

typedef float v4 __attribute__((vector_size(16)));
#define POINTS 4096
static v4 points[POINTS];

static NOINLINE void transform(v4 p, v4 q, v4 r, v4 s) {
  for (u32 k = 0; k < POINTS; k++) {
    v4 x = points[k];
    points[k] = p * __builtin_shufflevector(x, x, 0, 0, 0, 0) + q * __builtin_shufflevector(x, x, 1, 1, 1, 1)
      + r * __builtin_shufflevector(x, x, 2, 2, 2, 2) + s * __builtin_shufflevector(x, x, 3, 3, 3, 3);
  }
}

EXPORT(run) float run(s32 n) {
  u32 seed = 7;
  for (u32 k = 0; k < N * N; k++) a[0][k] = (float)(next_random(&seed) & 1023) / 1024, b[0][k] = (float)(seed >> 20) / 4096, c[0][k] = 0;
  for (u32 k = 0; k < POINTS; k++) points[k] = (v4){(float)(next_random(&seed) & 255), (float)(seed >> 8 & 255), (float)(seed >> 16 & 255), 1};
  v4 p = {0, 1, 0, 0}, q = {-1, 0, 0, 0}, r = {0, 0, 1, 0}, s = {1, 0, 0.5f, 1};
  float sum = 0;
  for (s32 k = 0; k < n; k++) {
    multiply();
    transform(p, q, r, s);
    sum += c[k % N][k % N] / 1024 + points[k % POINTS][2];
  }
  return sum;
}
