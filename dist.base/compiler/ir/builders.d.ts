import './build-atomics.js';
import './build-gc.js';
import './build-memory.js';
import './build-simd.js';
import './build-wide.js';
