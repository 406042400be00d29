// Words: ChaCha20, a row of the state to a vector, as in every implementation for SIMD.
#include "../kernel.h"

typedef u32 v4 __attribute__((vector_size(16)));
#define BLOCKS 256
static v4 stream[BLOCKS][4];

#define ROTATE(x, k) ((x) << (k) | (x) >> (32 - (k)))
#define QUARTERS \
  a += b, d ^= a, d = ROTATE(d, 16), c += d, b ^= c, b = ROTATE(b, 12), a += b, d ^= a, d = ROTATE(d, 8), c += d, b ^= c, b = ROTATE(b, 7)

static NOINLINE void blocks(const v4 key[2], v4 counter) {
  v4 first = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
  for (u32 k = 0; k < BLOCKS; k++) {
    v4 a = first, b = key[0], c = key[1], d = counter;
    for (u32 round = 0; round < 10; round++) {
      QUARTERS;
      b = __builtin_shufflevector(b, b, 1, 2, 3, 0), c = __builtin_shufflevector(c, c, 2, 3, 0, 1), d = __builtin_shufflevector(d, d, 3, 0, 1, 2);
      QUARTERS;
      b = __builtin_shufflevector(b, b, 3, 0, 1, 2), c = __builtin_shufflevector(c, c, 2, 3, 0, 1), d = __builtin_shufflevector(d, d, 1, 2, 3, 0);
    }
    stream[k][0] = a + first, stream[k][1] = b + key[0], stream[k][2] = c + key[1], stream[k][3] = d + counter;
    counter += (v4){1, 0, 0, 0};
  }
}

EXPORT(run) s32 run(s32 n) {
  v4 key[2] = {{1, 2, 3, 4}, {5, 6, 7, 8}}, counter = {0, 9, 10, 11};
  u32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    blocks(key, counter);
    key[0] ^= stream[k & (BLOCKS - 1)][0];
    sum = sum * 31 + stream[BLOCKS - 1][3][k & 3];
  }
  return (s32)sum;
}
