// Shorts: YUV to RGB in fixed point, in planes.
#include "../kernel.h"

#define SIZE 16384
static s16 y[SIZE], u[SIZE], v[SIZE], r[SIZE], g[SIZE], b[SIZE];

static inline s16 clamp(s16 x) { return x < 0 ? 0 : x > 255 ? 255 : x; }

static NOINLINE void convert(void) {
  for (u32 k = 0; k < SIZE; k++) {
    s16 l = (s16)(y[k] * 37), cb = (s16)(u[k] - 128), cr = (s16)(v[k] - 128);
    r[k] = clamp((s16)((s16)(l + (s16)(cr * 51)) >> 5));
    g[k] = clamp((s16)((s16)(l - (s16)(cb * 13) - (s16)(cr * 26)) >> 5));
    b[k] = clamp((s16)((s16)(l + (s16)(cb * 65)) >> 5));
  }
}

EXPORT(run) s32 run(s32 n) {
  u32 seed = 7, sum = 0;
  for (u32 k = 0; k < SIZE; k++) y[k] = (s16)(next_random(&seed) & 255), u[k] = (s16)(seed >> 8 & 255), v[k] = (s16)(seed >> 16 & 255);
  for (s32 k = 0; k < n; k++) {
    convert();
    y[(u32)k * 31u % SIZE] ^= 1;
    sum = sum * 31 + (u32)(r[(u32)k * 77u % SIZE] ^ g[(u32)k * 99u % SIZE] << 8 ^ b[(u32)k * 55u % SIZE] << 16);
  }
  return (s32)sum;
}
