// Nussinov's RNA folding: dynamic programming over a triangle of i32 with the
// largest of several cells.
#include "kernel.h"

#define N 120
static s32 table[N][N];
static u8 bases[N];

static s32 larger(s32 a, s32 b) { return a > b ? a : b; }

EXPORT(run) s32 run(s32 n) {
  u32 seed = 17;
  s32 sum = 0;
  for (s32 round = 0; round < n; round++) {
    for (int i = 0; i < N; i++) bases[i] = next_random(&seed) >> 9 & 3;
    for (int i = 0; i < N; i++)
      for (int j = 0; j < N; j++) table[i][j] = 0;
    for (int i = N - 2; i >= 0; i--)
      for (int j = i + 1; j < N; j++) {
        s32 best = larger(table[i][j - 1], table[i + 1][j]);
        s32 pair = i < j - 1 ? bases[i] + bases[j] == 3 : 0;
        best = larger(best, table[i + 1][j - 1] + pair);
        for (int k = i + 1; k < j; k++) best = larger(best, table[i][k] + table[k + 1][j]);
        table[i][j] = best;
      }
    sum = sum * 31 + table[0][N - 1];
  }
  return sum;
}
