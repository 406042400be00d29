// A byte-oriented LZ77 compressor with a hash table of positions, and its
// decompressor: unaligned loads, byte stores, unpredictable branches.
#include "kernel.h"

#define SIZE 65536
static u8 input[SIZE], packed[SIZE + SIZE / 16], output[SIZE];
static u32 table[4096];

static u32 load32(const u8 *p) { return p[0] | p[1] << 8 | p[2] << 16 | (u32)p[3] << 24; }

static u8 *put_length(u8 *out, u32 length) {
  for (; length >= 255; length -= 255) *out++ = 255;
  *out++ = (u8)length;
  return out;
}

static u8 *put_sequence(u8 *out, const u8 *literals, u32 count, u32 length, u32 distance) {
  *out++ = (u8)((count < 15 ? count : 15) << 4 | (length < 15 ? length : 15));
  if (count >= 15) out = put_length(out, count - 15);
  for (u32 i = 0; i < count; i++) *out++ = literals[i];
  *out++ = (u8)distance;
  *out++ = (u8)(distance >> 8);
  if (length >= 15) out = put_length(out, length - 15);
  return out;
}

static u32 compress(void) {
  for (int i = 0; i < 4096; i++) table[i] = 0;
  u8 *out = packed;
  u32 i = 1, start = 0;
  while (i + 4 <= SIZE) {
    u32 word = load32(input + i), slot = word * 2654435761u >> 20, candidate = table[slot];
    table[slot] = i;
    if (i - candidate >= 65535 || load32(input + candidate) != word) {
      i++;
      continue;
    }
    u32 length = 4;
    while (i + length < SIZE && input[candidate + length] == input[i + length]) length++;
    out = put_sequence(out, input + start, i - start, length - 4, i - candidate);
    i += length;
    start = i;
  }
  return (u32)(put_sequence(out, input + start, SIZE - start, 0, 0) - packed);
}

static u32 get_length(const u8 **in, u32 length) {
  if (length == 15) {
    u8 more;
    do length += more = *(*in)++;
    while (more == 255);
  }
  return length;
}

static u32 decompress(u32 size) {
  const u8 *in = packed, *end = packed + size;
  u8 *out = output;
  while (in < end) {
    u32 token = *in++, count = get_length(&in, token >> 4);
    for (u32 i = 0; i < count; i++) *out++ = *in++;
    u32 distance = in[0] | in[1] << 8;
    in += 2;
    if (distance == 0) break;
    u32 length = get_length(&in, token & 15) + 4;
    for (u32 i = 0; i < length; i++, out++) *out = out[-(s32)distance];
  }
  return (u32)(out - output);
}

EXPORT(run) s32 run(s32 n) {
  static const char words[] = "the quick brown fox jumps over a lazy dog and then some more of it ";
  u32 seed = 9;
  for (u32 i = 0; i < SIZE;) {
    u32 from = next_random(&seed) % 60, length = 3 + next_random(&seed) % 12;
    for (u32 k = 0; k < length && i < SIZE; k++) input[i++] = (u8)words[(from + k) % (sizeof words - 1)];
  }
  u32 sum = 0;
  for (s32 k = 0; k < n; k++) {
    input[k & 255] ^= 1;
    u32 size = compress();
    sum = sum * 31 + size + decompress(size);
    for (u32 i = 0; i < SIZE; i += 97) sum += output[i] == input[i] ? output[i] : 1u << 30;
  }
  return (s32)sum;
}
