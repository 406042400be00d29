// The number of ways to put n queens on a board: recursion over bit masks.
#include "kernel.h"

static s32 place(u32 all, u32 columns, u32 left, u32 right) {
  if (columns == all) return 1;
  s32 found = 0;
  for (u32 open = all & ~(columns | left | right); open; open &= open - 1) {
    u32 bit = open & -open;
    found += place(all, columns | bit, (left | bit) << 1, (right | bit) >> 1);
  }
  return found;
}

EXPORT(run) s32 run(s32 n) { return place((1u << n) - 1, 0, 0, 0); }
