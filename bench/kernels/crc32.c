// CRC-32 with one table, a byte at a time: a dependent load in every step.
#include "kernel.h"

#define SIZE 65536
static u8 buffer[SIZE];
static u32 table[256];

EXPORT(run) s32 run(s32 n) {
  for (u32 i = 0; i < 256; i++) {
    u32 c = i;
    for (int k = 0; k < 8; k++) c = c & 1 ? c >> 1 ^ 0xedb88320 : c >> 1;
    table[i] = c;
  }
  fill_random(buffer, SIZE, 10);
  u32 crc = ~0u;
  for (s32 k = 0; k < n; k++)
    for (u32 i = 0; i < SIZE; i++) crc = crc >> 8 ^ table[(crc ^ buffer[i]) & 255];
  return (s32)~crc;
}
