// Iteration counts of the Mandelbrot set on an f64 grid: floating point in
// locals, no memory.
#include "kernel.h"

EXPORT(run) s32 run(s32 n) {
  s32 sum = 0;
  for (s32 py = 0; py < n; py++)
    for (s32 px = 0; px < n; px++) {
      double cx = px * 3.0 / n - 2.25, cy = py * 2.5 / n - 1.25, x = 0, y = 0;
      s32 i = 0;
      for (; i < 200; i++) {
        double xx = x * x, yy = y * y;
        if (xx + yy > 4) break;
        y = 2 * x * y + cy;
        x = xx - yy + cx;
      }
      sum += i;
    }
  return sum;
}
