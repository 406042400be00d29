// Two 64-bit random generators interleaved, as simulations use them: PCG
// (multiply and permute) and xoshiro256** (shifts and rotates).
#include "kernel.h"

static u64 rotate(u64 x, int k) { return x << k | x >> (64 - k); }

EXPORT(run) s32 run(s32 n) {
  u64 pcg = 0x853c49e6748fea9b, sum = 0;
  u64 s0 = 1, s1 = 0x9e3779b97f4a7c15, s2 = 0x2545f4914f6cdd1d, s3 = 42;
  for (s32 i = 0; i < n * 1000; i++) {
    u64 old = pcg;
    pcg = old * 6364136223846793005u + 1442695040888963407u;
    u32 mixed = (u32)((old >> 18 ^ old) >> 27), turn = (u32)(old >> 59);
    sum += mixed >> turn | mixed << (-turn & 31);

    sum ^= rotate(s1 * 5, 7) * 9;
    u64 t = s1 << 17;
    s2 ^= s0, s3 ^= s1, s1 ^= s2, s0 ^= s3;
    s2 ^= t;
    s3 = rotate(s3, 45);
  }
  return fold64(sum);
}
