// UTF-8 validation and code point counting by the definition (overlong forms,
// surrogates and values beyond U+10FFFF refused): branches on byte values.
#include "kernel.h"

#define SIZE 65536
static u8 text[SIZE + 4];

static u32 put(u8 *p, u32 c) {
  if (c < 0x80) return p[0] = (u8)c, 1;
  if (c < 0x800) return p[0] = (u8)(0xc0 | c >> 6), p[1] = (u8)(0x80 | (c & 63)), 2;
  if (c < 0x10000)
    return p[0] = (u8)(0xe0 | c >> 12), p[1] = (u8)(0x80 | (c >> 6 & 63)), p[2] = (u8)(0x80 | (c & 63)), 3;
  p[0] = (u8)(0xf0 | c >> 18), p[1] = (u8)(0x80 | (c >> 12 & 63));
  return p[2] = (u8)(0x80 | (c >> 6 & 63)), p[3] = (u8)(0x80 | (c & 63)), 4;
}

static s32 count_code_points(const u8 *p, const u8 *end) {
  s32 count = 0;
  while (p < end) {
    u8 lead = *p++;
    count++;
    if (lead < 0x80) continue;
    u32 more, least, c;
    if (lead >= 0xc2 && lead < 0xe0) more = 1, least = 0x80, c = lead & 31;
    else if (lead >= 0xe0 && lead < 0xf0) more = 2, least = 0x800, c = lead & 15;
    else if (lead >= 0xf0 && lead < 0xf5) more = 3, least = 0x10000, c = lead & 7;
    else return -1;
    if ((u32)(end - p) < more) return -2;
    for (; more; more--) {
      if ((*p & 0xc0) != 0x80) return -3;
      c = c << 6 | (*p++ & 63);
    }
    if (c < least || c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) return -4;
  }
  return count;
}

EXPORT(run) s32 run(s32 n) {
  u32 seed = 12, length = 0;
  while (length < SIZE) {
    u32 r = next_random(&seed), kind = r & 15, c = r >> 8;
    c = kind < 9 ? 32 + c % 95 : kind < 12 ? 0xc0 + c % 0x500 : kind < 15 ? 0x3040 + c % 0x6000 : 0x1f300 + c % 0x300;
    length += put(text + length, c);
  }
  s32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    u32 at = (u32)k * 7919u % SIZE;
    u8 kept = text[at];
    if (k & 1) text[at] = 0xff;  // every other text is broken somewhere
    sum = sum * 31 + count_code_points(text, text + length);
    text[at] = kept;
  }
  return sum;
}
