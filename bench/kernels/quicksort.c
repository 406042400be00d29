// Quicksort of random i32, recursing into the smaller half, and insertion sort
// for the small pieces: compares that no predictor knows.
#include "kernel.h"

#define COUNT 16384
static s32 values[COUNT];

static void sort(s32 *low, s32 *high) {
  while (high - low > 12) {
    s32 *middle = low + (high - low) / 2;
    s32 a = *low, b = *middle, c = high[-1];
    s32 pivot = a < b ? (b < c ? b : a < c ? c : a) : (a < c ? a : b < c ? c : b);
    s32 *i = low, *j = high - 1;
    for (;; i++, j--) {
      while (*i < pivot) i++;
      while (*j > pivot) j--;
      if (i >= j) break;
      s32 t = *i;
      *i = *j, *j = t;
    }
    if (i - low < high - i) sort(low, i), low = i;
    else sort(i, high), high = i;
  }
  for (s32 *i = low + 1; i < high; i++) {
    s32 x = *i, *j = i;
    for (; j > low && j[-1] > x; j--) *j = j[-1];
    *j = x;
  }
}

EXPORT(run) s32 run(s32 n) {
  u32 seed = 15;
  s32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    for (int i = 0; i < COUNT; i++) values[i] = (s32)next_random(&seed);
    sort(values, values + COUNT);
    for (int i = 1; i < COUNT; i++) sum += (values[i - 1] <= values[i]) + (values[i] >> 24);
  }
  return sum;
}
