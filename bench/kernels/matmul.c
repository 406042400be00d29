// Multiplication of f64 matrices in the plain order of loops.
#include "kernel.h"

#define N 96
static double a[N][N], b[N][N], c[N][N];

EXPORT(run) double run(s32 n) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) a[i][j] = (i * 3 + j) % 17 / 16.0, b[i][j] = (i + j * 5) % 13 / 12.0;
  double sum = 0;
  for (s32 k = 0; k < n; k++) {
    for (int i = 0; i < N; i++)
      for (int j = 0; j < N; j++) {
        double s = 0;
        for (int m = 0; m < N; m++) s += a[i][m] * b[m][j];
        c[i][j] = s;
      }
    a[k % N][0] += 0.25;
    for (int i = 0; i < N; i++) sum += c[i][(i + k) % N];
  }
  return sum;
}
