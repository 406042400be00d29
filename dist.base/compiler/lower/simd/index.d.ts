import './bitwise.js';
import './floats.js';
import './i64x2.js';
import './integers.js';
import './lanes.js';
import './memory.js';
import './widening.js';
import './shorts.js';
