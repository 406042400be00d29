// What every kernel shares: fixed-width names, the export attribute and one
// small random generator for test data. The generator is 32-bit on purpose, so
// that kernels meant to be free of i64 arithmetic stay free of it.
#pragma once

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef signed char s8;
typedef short s16;
typedef int s32;
typedef long long s64;

#define EXPORT(name) __attribute__((export_name(#name)))
#define NOINLINE __attribute__((noinline))

static inline u32 next_random(u32 *state) {
  u32 x = *state;
  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  return *state = x;
}

static inline void fill_random(u8 *bytes, u32 length, u32 seed) {
  for (u32 i = 0; i < length; i++) bytes[i] = (u8)(next_random(&seed) >> 11);
}

// Folds a 64-bit result to the 32-bit checksum that every peer can return.
static inline s32 fold64(u64 x) { return (s32)(u32)(x ^ (x >> 32)); }
