// Floyd-Warshall shortest paths on i32 distances: two loads, an addition, a
// compare and a store in the innermost loop.
#include "kernel.h"

#define N 128
static s32 distance[N][N];

EXPORT(run) s32 run(s32 n) {
  u32 seed = 16;
  s32 sum = 0;
  for (s32 round = 0; round < n; round++) {
    for (int i = 0; i < N; i++)
      for (int j = 0; j < N; j++) {
        u32 r = next_random(&seed);
        distance[i][j] = i == j ? 0 : r & 7 ? 100000 : (s32)(r >> 8 & 1023) + 1;
      }
    for (int k = 0; k < N; k++)
      for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
          s32 through = distance[i][k] + distance[k][j];
          if (through < distance[i][j]) distance[i][j] = through;
        }
    for (int i = 0; i < N; i++) sum = sum * 31 + distance[i][(i * 7 + round) % N];
  }
  return sum;
}
