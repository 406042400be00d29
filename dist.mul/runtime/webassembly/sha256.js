// SHA-256 (FIPS 180-4), synchronous: `new Module(bytes)` cannot wait for crypto.subtle, and not every host has it.
/** Fractional parts of the cube roots of the first 64 primes. */
const roundConstants = Int32Array.from(firstPrimes(64), (p) => fraction(Math.cbrt(p)));
/** Fractional parts of the square roots of the first 8 primes. */
const initialState = Int32Array.from(firstPrimes(8), (p) => fraction(Math.sqrt(p)));
/** The hash of `bytes` as 64 hex digits. */
export function sha256(bytes) {
    const state = initialState.slice();
    const w = new Int32Array(64);
    const whole = bytes.length - (bytes.length % 64);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < whole; at += 64)
        compress(state, w, view, at);
    // The rest, a one bit, zeros, and the length in bits as 64 bits.
    const rest = bytes.length - whole;
    const last = new Uint8Array(rest < 56 ? 64 : 128);
    last.set(bytes.subarray(whole));
    last[rest] = 0x80;
    const tail = new DataView(last.buffer);
    tail.setUint32(last.length - 8, Math.floor(bytes.length / 0x20000000));
    tail.setUint32(last.length - 4, (bytes.length << 3) >>> 0);
    for (let at = 0; at < last.length; at += 64)
        compress(state, w, tail, at);
    let hex = '';
    for (const word of state)
        hex += (word >>> 0).toString(16).padStart(8, '0');
    return hex;
}
function compress(state, w, view, at) {
    for (let i = 0; i < 16; i++)
        w[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
        const x = w[i - 15];
        const y = w[i - 2];
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (let i = 0; i < 64; i++) {
        const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i] + w[i]) | 0;
        const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g;
        g = f;
        f = e;
        e = (d + t1) | 0;
        d = c;
        c = b;
        b = a;
        a = (t1 + t2) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
}
function firstPrimes(count) {
    const primes = [];
    for (let n = 2; primes.length < count; n++)
        if (primes.every((p) => n % p !== 0))
            primes.push(n);
    return primes;
}
function fraction(root) {
    return ((root - Math.floor(root)) * 0x100000000) | 0;
}
