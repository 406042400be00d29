// Floats of 64 bits: heat spreading on a grid, and a vector added to another.
#include "../kernel.h"

#define N 128
static double from[N][N], to[N][N];

static NOINLINE void step(double (*restrict p)[N], double (*restrict q)[N]) {
  for (u32 j = 1; j < N - 1; j++)
    for (u32 i = 1; i < N - 1; i++) q[j][i] = 0.2 * (p[j][i] + p[j - 1][i] + p[j + 1][i] + p[j][i - 1] + p[j][i + 1]);
}
static NOINLINE void axpy(double *restrict y, const double *restrict x, double a, u32 length) {
  for (u32 k = 0; k < length; k++) y[k] += a * x[k];
}

EXPORT(run) double run(s32 n) {
  u32 seed = 7;
  for (u32 k = 0; k < N * N; k++) from[0][k] = (double)(next_random(&seed) & 1023) / 1024, to[0][k] = 0;
  double sum = 0;
  for (s32 k = 0; k < n; k++) {
    step(from, to);
    step(to, from);
    axpy(&to[0][0], &from[0][0], 0.01, N * N);
    sum += to[k % N][k * 7 % N];
  }
  return sum;
}
