// All proposals whose instructions are built into nodes: each file registers its own when it is loaded. Whoever builds
// functions imports this one, so that none is forgotten.
import './build-atomics.js';
import './build-gc.js';
import './build-memory.js';
import './build-simd.js';
import './build-wide.js';
