// Sphere tracing of a small scene in f32: function calls with float arguments,
// square roots, minima and unpredictable exits from the loop.
#include "kernel.h"

static float minimum(float a, float b) { return a < b ? a : b; }
static float length(float x, float y, float z) { return __builtin_sqrtf(x * x + y * y + z * z); }
static float wrap(float x) { return x - 2.0f * __builtin_floorf(x * 0.5f) - 1.0f; }

static NOINLINE float scene(float x, float y, float z) {
  float balls = length(wrap(x), y - 0.2f, wrap(z)) - 0.55f;
  float pillar = length(x - 1.0f, 0, z - 3.0f) - 0.35f;
  return minimum(minimum(balls, pillar), y + 0.6f);
}

static float march(float dx, float dy, float dz) {
  float t = 0.1f;
  for (int i = 0; i < 64; i++) {
    float d = scene(dx * t, 0.4f + dy * t, dz * t);
    if (d < 0.001f) break;
    t += d;
    if (t > 20.0f) break;
  }
  return t;
}

EXPORT(run) double run(s32 n) {
  double sum = 0;
  for (s32 y = 0; y < n; y++)
    for (s32 x = 0; x < n; x++) {
      float dx = (float)(2 * x - n) / (float)n, dy = (float)(n - 2 * y) / (float)n;
      float inverse = 1.0f / length(dx, dy, 1.5f);
      sum += march(dx * inverse, dy * inverse, 1.5f * inverse);
    }
  return sum;
}
