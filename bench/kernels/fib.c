// Naive Fibonacci numbers: nothing but calls. Kept from being turned into a
// loop, so that both calls stay.
#include "kernel.h"

EXPORT(fib) NOINLINE s32 fib(s32 n) {
  if (n < 2) return n;
  s32 first = fib(n - 1);
  __asm__ volatile("");
  return first + fib(n - 2);
}

EXPORT(run) s32 run(s32 n) { return fib(n); }
