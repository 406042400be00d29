// Registers the lowering of all SIMD instructions, family by family. Vectors become scalars: four int32 words, four f32 or
// two f64, or eight shorts (shape.ts), and every instruction straight-line code on them.
//
// The relaxed instructions may choose among results; these are the choices, the same everywhere:
//
//   relaxed_swizzle            as swizzle: lane numbers of 16 and more give 0
//   relaxed_trunc…             as trunc_sat: NaN gives 0, out of range the nearest integer
//   relaxed_madd, relaxed_nmadd  not fused: rounded twice
//   relaxed_laneselect         as bitselect
//   relaxed_min, relaxed_max   as min and max: NaN wins, -0 is less than 0
//   relaxed_q15mulr_s          saturates
//   relaxed_dot_i8x16_i7x16    both operands signed; sums of two products wrap to 16 bits
import './bitwise.js';
import './floats.js';
import './i64x2.js';
import './integers.js';
import './lanes.js';
import './memory.js';
import './widening.js';
import './shorts.js';
