// The sieve of Eratosthenes on bytes: stores at growing strides, then a count.
#include "kernel.h"

#define LIMIT 200000
static u8 composite[LIMIT];

EXPORT(run) s32 run(s32 n) {
  s32 primes = 0;
  for (s32 k = 0; k < n; k++) {
    for (u32 i = 0; i < LIMIT; i++) composite[i] = 0;
    for (u32 i = 2; i * i < LIMIT; i++)
      if (!composite[i])
        for (u32 j = i * i; j < LIMIT; j += i) composite[j] = 1;
    for (u32 i = 2; i < LIMIT; i++) primes += !composite[i];
  }
  return primes;
}
