// Calls through a table of function pointers in an unpredictable order, as
// virtual methods and callbacks compile to (call_indirect).
#include "kernel.h"

typedef s32 (*operation)(s32 x, s32 y);

static s32 plus(s32 x, s32 y) { return (s32)((u32)x + (u32)y); }
static s32 minus(s32 x, s32 y) { return (s32)((u32)x - (u32)y); }
static s32 both(s32 x, s32 y) { return (x & y) + 1; }
static s32 either(s32 x, s32 y) { return x | y; }
static s32 differ(s32 x, s32 y) { return x ^ y; }
static s32 larger(s32 x, s32 y) { return x > y ? x : y; }
static s32 scaled(s32 x, s32 y) { return (s32)((u32)x * 31 + (u32)y); }
static s32 turned(s32 x, s32 y) { return (s32)((u32)x << (y & 31) | (u32)x >> (-y & 31)); }

static operation operations[] = {plus, minus, both, either, differ, larger, scaled, turned};
static u8 order[4096];

EXPORT(run) s32 run(s32 n) {
  fill_random(order, sizeof order, 14);
  s32 x = 1;
  for (s32 k = 0; k < n; k++)
    for (u32 i = 0; i < sizeof order; i++) x = operations[order[i] & 7](x, (s32)i);
  return x;
}

// Keeps the table writable: without this the compiler sees a constant table.
EXPORT(exchange) void exchange(s32 a, s32 b) {
  operation kept = operations[a & 7];
  operations[a & 7] = operations[b & 7];
  operations[b & 7] = kept;
}
