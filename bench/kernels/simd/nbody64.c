// Floats of 64 bits: planets pull at one another, coordinates in pairs, as the fastest entries of the benchmarks game do.
#include "../kernel.h"

typedef double v2 __attribute__((vector_size(16)));
#define BODIES 5
typedef struct { v2 xy, zm, vxy, vz; } Body;
static Body bodies[BODIES];

static NOINLINE void advance(double dt) {
  for (u32 i = 0; i < BODIES; i++) {
    Body *a = &bodies[i];
    for (u32 j = i + 1; j < BODIES; j++) {
      Body *b = &bodies[j];
      v2 dxy = a->xy - b->xy, dz = {a->zm[0] - b->zm[0], 0};
      v2 squares = dxy * dxy + dz * dz;
      double d2 = squares[0] + squares[1], pull = dt / (d2 * __builtin_sqrt(d2));
      double ma = a->zm[1] * pull, mb = b->zm[1] * pull;
      a->vxy -= dxy * mb, a->vz -= dz * mb;
      b->vxy += dxy * ma, b->vz += dz * ma;
    }
  }
  for (u32 i = 0; i < BODIES; i++) {
    bodies[i].xy += bodies[i].vxy * dt;
    bodies[i].zm += bodies[i].vz * (v2){dt, 0};
  }
}

EXPORT(run) double run(s32 n) {
  u32 seed = 7;
  for (u32 k = 0; k < BODIES; k++) {
    bodies[k].xy = (v2){(double)(next_random(&seed) & 1023) / 64, (double)(seed >> 20) / 256};
    bodies[k].zm = (v2){(double)(seed >> 10 & 1023) / 64, (double)(k + 1) / 4};
    bodies[k].vxy = (v2){(double)(next_random(&seed) & 1023) / 4096, (double)(seed >> 20) / 16384};
    bodies[k].vz = (v2){0, 0};
  }
  for (s32 k = 0; k < n * 100; k++) advance(0.001);
  double sum = 0;
  for (u32 k = 0; k < BODIES; k++) sum += bodies[k].xy[0] + bodies[k].xy[1] + bodies[k].vz[0];
  return sum;
}
