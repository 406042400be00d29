// Base64 encoding and decoding: bytes in, table look-ups, bytes out.
#include "kernel.h"

#define SIZE 49152
static u8 input[SIZE], text[SIZE / 3 * 4], output[SIZE];
static u8 value_of[256];
static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static NOINLINE void encode(void) {
  for (u32 i = 0, o = 0; i < SIZE; i += 3, o += 4) {
    u32 x = input[i] << 16 | input[i + 1] << 8 | input[i + 2];
    text[o] = (u8)alphabet[x >> 18];
    text[o + 1] = (u8)alphabet[x >> 12 & 63];
    text[o + 2] = (u8)alphabet[x >> 6 & 63];
    text[o + 3] = (u8)alphabet[x & 63];
  }
}

static NOINLINE u32 decode(void) {
  u32 bad = 0;
  for (u32 i = 0, o = 0; o < SIZE; i += 4, o += 3) {
    u32 a = value_of[text[i]], b = value_of[text[i + 1]], c = value_of[text[i + 2]], d = value_of[text[i + 3]];
    bad |= a | b | c | d;
    u32 x = a << 18 | b << 12 | c << 6 | d;
    output[o] = (u8)(x >> 16);
    output[o + 1] = (u8)(x >> 8);
    output[o + 2] = (u8)x;
  }
  return bad >> 6;
}

EXPORT(run) s32 run(s32 n) {
  for (int i = 0; i < 256; i++) value_of[i] = 64;
  for (int i = 0; i < 64; i++) value_of[(u8)alphabet[i]] = (u8)i;
  fill_random(input, SIZE, 11);
  u32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    input[k % SIZE]++;
    encode();
    sum += decode();
    sum = sum * 33 + text[k % SIZE] + output[k % SIZE];
  }
  return (s32)sum;
}
