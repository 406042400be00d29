// A priority queue as a binary heap, popped and refilled: compares that decide
// which child to follow.
#include "kernel.h"

#define SIZE 4096
static u32 heap[SIZE + 2];

static void sift_down(u32 length) {
  u32 x = heap[1], i = 1;
  for (u32 child; (child = 2 * i) <= length; i = child) {
    if (child < length && heap[child + 1] < heap[child]) child++;
    if (heap[child] >= x) break;
    heap[i] = heap[child];
  }
  heap[i] = x;
}

static void sift_up(u32 i) {
  u32 x = heap[i];
  for (; i > 1 && heap[i / 2] > x; i /= 2) heap[i] = heap[i / 2];
  heap[i] = x;
}

EXPORT(run) s32 run(s32 n) {
  u32 seed = 22, sum = 0;
  for (u32 i = 1; i <= SIZE; i++) heap[i] = next_random(&seed) >> 8, sift_up(i);
  for (s32 k = 0; k < n * 1000; k++) {
    u32 least = heap[1];
    sum = sum * 31 + least;
    heap[1] = least + (next_random(&seed) >> 10);
    sift_down(SIZE);
  }
  return (s32)sum;
}
