// Cholesky decomposition of a positive definite f64 matrix: triangular loops,
// square roots and divisions.
#include "kernel.h"

#define N 80
static double source[N][N], a[N][N];

static NOINLINE void decompose(void) {
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < i; j++) {
      double s = a[i][j];
      for (int k = 0; k < j; k++) s -= a[i][k] * a[j][k];
      a[i][j] = s / a[j][j];
    }
    double s = a[i][i];
    for (int k = 0; k < i; k++) s -= a[i][k] * a[i][k];
    a[i][i] = __builtin_sqrt(s);
  }
}

EXPORT(run) double run(s32 n) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) source[i][j] = i == j ? 2 * N : 1.0 / (1 + (i > j ? i - j : j - i));
  double sum = 0;
  for (s32 k = 0; k < n; k++) {
    source[0][0] += 0.5;
    for (int i = 0; i < N; i++)
      for (int j = 0; j < N; j++) a[i][j] = source[i][j];
    decompose();
    sum += a[N - 1][N - 1] + a[N / 2][0];
  }
  return sum;
}
