// Jacobi iteration of a five-point stencil on an f64 grid.
#include "kernel.h"

#define N 128
static double grid[N][N], next[N][N];

EXPORT(run) double run(s32 n) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) grid[i][j] = i == 0 ? 100 : j == 0 ? 50 : 0;
  for (s32 k = 0; k < n; k++) {
    for (int i = 1; i < N - 1; i++)
      for (int j = 1; j < N - 1; j++)
        next[i][j] = 0.25 * (grid[i - 1][j] + grid[i + 1][j] + grid[i][j - 1] + grid[i][j + 1]);
    for (int i = 1; i < N - 1; i++)
      for (int j = 1; j < N - 1; j++) grid[i][j] = next[i][j];
  }
  double sum = 0;
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) sum += grid[i][j];
  return sum;
}
