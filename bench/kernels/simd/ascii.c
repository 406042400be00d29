// Bytes: text scanned and changed as vectorising compilers do it: letters to upper case, a test for ASCII, lines counted.
#include "../kernel.h"

#define SIZE 65536
static u8 text[SIZE], upper[SIZE];

static NOINLINE void to_upper(u8 *to, const u8 *from) {
  for (u32 k = 0; k < SIZE; k++) {
    u8 c = from[k];
    to[k] = c >= 'a' && c <= 'z' ? (u8)(c - 32) : c;
  }
}
static NOINLINE u32 all_bits(const u8 *p) {
  u8 bits = 0;
  for (u32 k = 0; k < SIZE; k++) bits |= p[k];
  return bits;
}
static NOINLINE u32 count(const u8 *p, u8 what) {
  u32 sum = 0;
  for (u32 k = 0; k < SIZE; k += 128) {
    u8 some = 0;
    for (u32 i = 0; i < 128; i++) some += p[k + i] == what;
    sum += some;
  }
  return sum;
}

EXPORT(run) s32 run(s32 n) {
  fill_random(text, SIZE, 5);
  u32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    to_upper(upper, text);
    sum = sum * 31 + all_bits(upper) + count(upper, (u8)k);
    text[(u32)k * 77u % SIZE]++;
  }
  return (s32)sum;
}
