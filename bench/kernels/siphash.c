// SipHash-2-4 of many short keys, as a hash table would ask for: 64-bit
// additions, xors and rotates, little memory.
#include "kernel.h"

#define KEYS 4096
static u8 keys[KEYS * 8 + 64];

static u64 rotate(u64 x, int k) { return x << k | x >> (64 - k); }

#define ROUND \
  a += b, b = rotate(b, 13) ^ a, a = rotate(a, 32); \
  c += d, d = rotate(d, 16) ^ c; \
  a += d, d = rotate(d, 21) ^ a; \
  c += b, b = rotate(b, 17) ^ c, c = rotate(c, 32)

static u64 siphash(const u8 *p, u32 length, u64 k0, u64 k1) {
  u64 a = k0 ^ 0x736f6d6570736575, b = k1 ^ 0x646f72616e646f6d;
  u64 c = k0 ^ 0x6c7967656e657261, d = k1 ^ 0x7465646279746573;
  u32 tail = length & 7;
  for (const u8 *end = p + (length - tail); p < end; p += 8) {
    u64 word = *(const u64 *)p;
    d ^= word;
    ROUND;
    ROUND;
    a ^= word;
  }
  u64 word = (u64)length << 56;
  for (u32 i = 0; i < tail; i++) word |= (u64)p[i] << 8 * i;
  d ^= word;
  ROUND;
  ROUND;
  a ^= word;
  c ^= 0xff;
  ROUND;
  ROUND;
  ROUND;
  ROUND;
  return a ^ b ^ c ^ d;
}

EXPORT(run) s32 run(s32 n) {
  fill_random(keys, sizeof keys, 4);
  u64 sum = 0;
  for (s32 k = 0; k < n; k++)
    for (u32 i = 0; i < KEYS; i++) sum += siphash(keys + 8 * i, 8 + (i & 31), k, 0x0f0e0d0c0b0a0908);
  return fold64(sum);
}
