// XXH64 over a 64 KiB buffer, n times: 64-bit multiplications by constants.
#include "kernel.h"

#define SIZE 65536
static u8 buffer[SIZE];

static const u64 P1 = 0x9e3779b185ebca87, P2 = 0xc2b2ae3d27d4eb4f, P3 = 0x165667b19e3779f9;
static const u64 P4 = 0x85ebca77c2b2ae63, P5 = 0x27d4eb2f165667c5;

static u64 rotate(u64 x, int k) { return x << k | x >> (64 - k); }
static u64 round_of(u64 acc, u64 lane) { return rotate(acc + lane * P2, 31) * P1; }
static u64 merge(u64 hash, u64 acc) { return (hash ^ round_of(0, acc)) * P1 + P4; }

static u64 xxh64(const u8 *p, u32 length, u64 seed) {
  const u8 *end = p + length;
  u64 hash = seed + P5;
  if (length >= 32) {
    u64 a = seed + P1 + P2, b = seed + P2, c = seed, d = seed - P1;
    for (; p + 32 <= end; p += 32) {
      const u64 *lane = (const u64 *)p;
      a = round_of(a, lane[0]), b = round_of(b, lane[1]);
      c = round_of(c, lane[2]), d = round_of(d, lane[3]);
    }
    hash = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
    hash = merge(merge(merge(merge(hash, a), b), c), d);
  }
  hash += length;
  for (; p + 8 <= end; p += 8) hash = rotate(hash ^ round_of(0, *(const u64 *)p), 27) * P1 + P4;
  for (; p < end; p++) hash = rotate(hash ^ *p * P5, 11) * P1;
  hash = (hash ^ hash >> 33) * P2;
  hash = (hash ^ hash >> 29) * P3;
  return hash ^ hash >> 32;
}

EXPORT(run) s32 run(s32 n) {
  fill_random(buffer, SIZE, 3);
  u64 sum = 0;
  for (s32 k = 0; k < n; k++) sum = xxh64(buffer, SIZE - (k & 31), sum);
  return fold64(sum);
}
