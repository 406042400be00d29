// Fannkuch: flips of permutations of n elements, in small arrays of i32.
#include "kernel.h"

EXPORT(run) s32 run(s32 n) {
  s32 perm[16], start[16], count[16];
  s32 flips_most = 0, checksum = 0, r = n, index = 0;
  if (n < 2 || n > 16) return -1;
  for (s32 i = 0; i < n; i++) start[i] = i;
  for (;;) {
    for (; r != 1; r--) count[r - 1] = r;
    for (s32 i = 0; i < n; i++) perm[i] = start[i];
    s32 flips = 0;
    for (s32 first = perm[0]; first != 0; first = perm[0]) {
      for (s32 low = 0, high = first; low < high; low++, high--) {
        s32 t = perm[low];
        perm[low] = perm[high];
        perm[high] = t;
      }
      flips++;
    }
    if (flips > flips_most) flips_most = flips;
    checksum += index & 1 ? -flips : flips;
    for (;; r++) {
      if (r == n) return checksum * 100 + flips_most;
      s32 first = start[0];
      for (s32 i = 0; i < r; i++) start[i] = start[i + 1];
      start[r] = first;
      if (--count[r] > 0) break;
    }
    index++;
  }
}
