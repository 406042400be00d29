// A hash map with open addressing: inserts, look-ups and deletions of u32 keys.
#include "kernel.h"

#define SLOTS 16384
static u32 keys[SLOTS];  // 0 is empty
static u32 values[SLOTS];

static u32 slot_of(u32 key) {
  key ^= key >> 16;
  key *= 0x7feb352du;
  key ^= key >> 15;
  return key & (SLOTS - 1);
}

static u32 find(u32 key) {
  u32 i = slot_of(key);
  while (keys[i] && keys[i] != key) i = (i + 1) & (SLOTS - 1);
  return i;
}

static void remove_at(u32 hole) {
  keys[hole] = 0;
  for (u32 i = (hole + 1) & (SLOTS - 1); keys[i]; i = (i + 1) & (SLOTS - 1)) {
    u32 home = slot_of(keys[i]);
    if (((i - home) & (SLOTS - 1)) >= ((i - hole) & (SLOTS - 1))) {
      keys[hole] = keys[i], values[hole] = values[i];
      keys[i] = 0;
      hole = i;
    }
  }
}

EXPORT(run) s32 run(s32 n) {
  for (int i = 0; i < SLOTS; i++) keys[i] = 0;
  u32 seed = 20, sum = 0, held = 0;
  for (s32 k = 0; k < n * 1000; k++) {
    u32 r = next_random(&seed), key = (r >> 8) % 20000 + 1, i = find(key);
    if (keys[i]) {
      sum += values[i];
      if ((r & 3) == 0 || held > SLOTS / 2) remove_at(i), held--;
      else values[i] += (u32)k;
    } else if (held < SLOTS * 5 / 8) {
      keys[i] = key, values[i] = (u32)k;
      held++;
    }
  }
  return (s32)(sum ^ held);
}
