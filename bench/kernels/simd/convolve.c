// Shorts: a sharpening filter of 3 by 3, and a dot product of two rows in 32 bits.
#include "../kernel.h"

#define WIDTH 256
#define HEIGHT 64
static s16 in[HEIGHT][WIDTH], out[HEIGHT][WIDTH];

typedef s16 v8 __attribute__((vector_size(16), aligned(2)));
#define AT(row, i) (*(const v8 *)((row) + (i)))

static NOINLINE void sharpen_row(s16 *to, const s16 *above, const s16 *row, const s16 *below) {
  for (u32 i = 1; i + 8 < WIDTH; i += 8) {
    v8 near = AT(above, i) + AT(below, i) + AT(row, i - 1) + AT(row, i + 1);
    v8 far = AT(above, i - 1) + AT(above, i + 1) + AT(below, i - 1) + AT(below, i + 1);
    *(v8 *)(to + i) = (AT(row, i) * 20 - near * 3 - far) >> 2;
  }
}
static void sharpen(void) {
  for (u32 j = 1; j < HEIGHT - 1; j++) sharpen_row(out[j], in[j - 1], in[j], in[j + 1]);
}
static NOINLINE s32 dot(const s16 *p, const s16 *q, u32 length) {
  s32 sum = 0;
  for (u32 k = 0; k < length; k++) sum += p[k] * q[k];
  return sum;
}

EXPORT(run) s32 run(s32 n) {
  u32 seed = 7, sum = 0;
  for (u32 k = 0; k < WIDTH * HEIGHT; k++) in[0][k] = (s16)(next_random(&seed) & 255);
  for (s32 k = 0; k < n; k++) {
    sharpen();
    in[0][(u32)k * 31u % (WIDTH * HEIGHT)] ^= 1;
    sum = sum * 31 + (u32)dot(in[1], out[1], WIDTH * (HEIGHT - 2));
  }
  return (s32)sum;
}
