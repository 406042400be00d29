// Conway's game of life, a byte for a cell, with edges that wrap.
#include "kernel.h"

#define N 128
static u8 cells[N * N], next[N * N];

EXPORT(run) s32 run(s32 n) {
  u32 seed = 19;
  for (int i = 0; i < N * N; i++) cells[i] = (next_random(&seed) >> 13 & 3) == 0;
  for (s32 k = 0; k < n; k++) {
    for (int y = 0; y < N; y++) {
      const u8 *row = cells + y * N, *up = cells + ((y + N - 1) % N) * N, *down = cells + ((y + 1) % N) * N;
      for (int x = 0; x < N; x++) {
        int w = (x + N - 1) % N, e = (x + 1) % N;
        int around = up[w] + up[x] + up[e] + row[w] + row[e] + down[w] + down[x] + down[e];
        next[y * N + x] = around == 3 || (around == 2 && row[x]);
      }
    }
    for (int i = 0; i < N * N; i++) cells[i] = next[i];
  }
  s32 sum = 0;
  for (int i = 0; i < N * N; i++) sum = sum * 3 + cells[i];
  return sum;
}
