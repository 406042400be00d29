// String search after Boyer, Moore and Horspool, and a naive count of bytes.
#include "kernel.h"

#define SIZE 65536
static u8 text[SIZE];
static u32 skip[256];

static s32 find(const u8 *pattern, u32 length, u32 from) {
  for (u32 i = 0; i < 256; i++) skip[i] = length;
  for (u32 i = 0; i + 1 < length; i++) skip[pattern[i]] = length - 1 - i;
  for (u32 i = from; i + length <= SIZE; i += skip[text[i + length - 1]]) {
    u32 k = length;
    while (k && text[i + k - 1] == pattern[k - 1]) k--;
    if (k == 0) return (s32)i;
  }
  return -1;
}

EXPORT(run) s32 run(s32 n) {
  u32 seed = 23;
  for (u32 i = 0; i < SIZE; i++) text[i] = "aaeeiotnsrhl dcu"[next_random(&seed) >> 9 & 15];
  s32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    u8 pattern[16];
    u32 from = next_random(&seed) >> 3 & (SIZE / 2 - 1), length = 3 + (next_random(&seed) >> 5 & 7);
    for (u32 i = 0; i < length; i++) pattern[i] = text[SIZE - 16 - from / 4 + i];
    sum += find(pattern, length, from);
    for (u32 i = from; i < from + 4096; i++) sum += text[i] == pattern[0];
  }
  return sum;
}
