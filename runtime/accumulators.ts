// Where a loop that sums up many floats keeps them (structure/accumulators.ts). One for all modules: only functions that
// call nobody use it, so nobody comes in between. The last element is only ever written (optimize/barriers.ts).

export const AF = new Float32Array(257);
