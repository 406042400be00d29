// SIMD instructions that would be long in straight-line code, word by word: each gives one int32 word of a vector.
/** Numbers above 15 find zeros behind the vector. */
export const swizzledWords = /*#__PURE__*/ new Int32Array(64);
export const swizzledBytes = /*#__PURE__*/ new Uint8Array(swizzledWords.buffer);
/** Byte k is byte `s` byte k of the vector a b c d, or 0 where that is above 15. */
export function i8x16SwizzleWord(a, b, c, d, s) {
    swizzledWords[0] = a;
    swizzledWords[1] = b;
    swizzledWords[2] = c;
    swizzledWords[3] = d;
    return swizzledBytes[s & 255] | (swizzledBytes[(s >>> 8) & 255] << 8) | (swizzledBytes[(s >>> 16) & 255] << 16) | (swizzledBytes[s >>> 24] << 24);
}
// Four lanes of two words, saturated to half their size. A word without lanes to saturate, the usual case, is only packed.
export function narrow16WordS(a, b) {
    // Whether a short fits a byte shows after adding 128: then its high byte is 0.
    if ((((a & 0x7fff7fff) + 0x00800080) ^ (a & 0x80008000)) & 0xff00ff00)
        a = clampShortsS(a);
    if ((((b & 0x7fff7fff) + 0x00800080) ^ (b & 0x80008000)) & 0xff00ff00)
        b = clampShortsS(b);
    return (a & 255) | ((a >>> 8) & 0xff00) | ((b & 255) << 16) | ((b << 8) & 0xff000000);
}
export function clampShortsS(a) {
    const l = (a << 16) >> 16;
    const h = a >> 16;
    return ((l > 127 ? 127 : l < -128 ? -128 : l) & 0xffff) | ((h > 127 ? 127 : h < -128 ? -128 : h) << 16);
}
export function narrow16WordU(a, b) {
    if (a & 0xff00ff00)
        a = clampShortsU(a);
    if (b & 0xff00ff00)
        b = clampShortsU(b);
    return (a & 255) | ((a >>> 8) & 0xff00) | ((b & 255) << 16) | ((b << 8) & 0xff000000);
}
export function clampShortsU(a) {
    const l = (a << 16) >> 16;
    const h = a >> 16;
    return (l > 255 ? 255 : l < 0 ? 0 : l) | ((h > 255 ? 255 : h < 0 ? 0 : h) << 16);
}
// The same for lanes that are int32 each.
export function narrowShortsS(a, b, c, d) {
    if (((a + 128) | (b + 128) | (c + 128) | (d + 128)) & -256) {
        a = clampByteS(a);
        b = clampByteS(b);
        c = clampByteS(c);
        d = clampByteS(d);
    }
    return (a & 255) | ((b & 255) << 8) | ((c & 255) << 16) | (d << 24);
}
export function clampByteS(a) {
    return a > 127 ? 127 : a < -128 ? -128 : a;
}
export function narrowShortsU(a, b, c, d) {
    if ((a | b | c | d) & -256) {
        a = clampByteU(a);
        b = clampByteU(b);
        c = clampByteU(c);
        d = clampByteU(d);
    }
    return a | (b << 8) | (c << 16) | (d << 24);
}
export function clampByteU(a) {
    return a > 255 ? 255 : a < 0 ? 0 : a;
}
export function narrow32WordS(a, b) {
    return ((a > 32767 ? 32767 : a < -32768 ? -32768 : a) & 0xffff) | ((b > 32767 ? 32767 : b < -32768 ? -32768 : b) << 16);
}
export function narrow32WordU(a, b) {
    return (a > 65535 ? 65535 : a < 0 ? 0 : a) | ((b > 65535 ? 65535 : b < 0 ? 0 : b) << 16);
}
