// Reads the binary format's primitives: bytes, LEB128 integers and names, each refused when it
// crosses `end` or breaks the spec's rules on length and range. 64-bit integers come as two 32-bit
// words in `lo` and `hi`, because a BigInt per constant would dominate decoding.
import { CompileError } from '../spec/errors.js';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Up to this length a name is decoded by hand: setting up TextDecoder costs more than short names do. */
const SHORT_NAME = 48;
export class ByteReader {
    constructor(bytes, start = 0, end = bytes.length) {
        /** For error messages: where `pos` is. */
        this.section = undefined;
        this.func = undefined;
        this.funcName = undefined;
        /** The words of the last 64-bit integer: int32 after `s64` and `word64`, uint32 after `u64`. */
        this.lo = 0;
        this.hi = 0;
        this.bytes = bytes;
        this.pos = start;
        this.end = end;
    }
    fail(reason, offset = this.pos) {
        throw new CompileError(reason, { offset, section: this.section, func: this.func, funcName: this.funcName });
    }
    failAtEnd() {
        this.fail(this.section === undefined ? 'unexpected end' : 'unexpected end of section or function', this.end);
    }
    byte() {
        if (this.pos >= this.end)
            this.failAtEnd();
        return this.bytes[this.pos++];
    }
    /** The next byte without consuming it. */
    peek() {
        if (this.pos >= this.end)
            this.failAtEnd();
        return this.bytes[this.pos];
    }
    /** Moves over `length` bytes and returns where they start. */
    skip(length) {
        const start = this.pos;
        if (length > this.end - start)
            this.fail('length out of bounds');
        this.pos = start + length;
        return start;
    }
    u32() {
        if (this.pos < this.end) {
            const b = this.bytes[this.pos];
            if (b < 0x80) {
                this.pos++;
                return b;
            }
        }
        return this.longU32();
    }
    longU32() {
        const start = this.pos;
        let result = 0;
        for (let shift = 0; shift < 28; shift += 7) {
            const b = this.byte();
            result |= (b & 0x7f) << shift;
            if (b < 0x80)
                return result;
        }
        this.checkLast(this.byte(), 0x0f, start);
        return (result | (this.bytes[this.pos - 1] << 28)) >>> 0;
    }
    /** Refuses the last byte an unsigned integer may have when it goes on, or has bits beyond `mask`. */
    checkLast(b, mask, start) {
        if (b >= 0x80)
            this.fail('integer representation too long', start);
        if (b > mask)
            this.fail('integer too large', start);
    }
    /** The same for a signed integer: `unused` are the bits that must all equal the `sign` bit. */
    checkLastSigned(b, sign, unused, start) {
        if (b >= 0x80)
            this.fail('integer representation too long', start);
        if ((b & unused) !== ((b & sign) === 0 ? 0 : unused))
            this.fail('integer too large', start);
    }
    s32() {
        const start = this.pos;
        let result = 0;
        for (let shift = 0; shift < 28; shift += 7) {
            const b = this.byte();
            result |= (b & 0x7f) << shift;
            if (b < 0x80)
                return (result << (25 - shift)) >> (25 - shift);
        }
        const b = this.byte();
        this.checkLastSigned(b, 0x08, 0x70, start);
        return result | (b << 28);
    }
    /** A signed 33-bit integer, as block types and heap types are written. */
    s33() {
        const start = this.pos;
        let result = 0;
        for (let shift = 0; shift < 28; shift += 7) {
            const b = this.byte();
            result |= (b & 0x7f) << shift;
            if (b < 0x80)
                return (result << (25 - shift)) >> (25 - shift);
        }
        const b = this.byte();
        this.checkLastSigned(b, 0x10, 0x60, start);
        const low = (result | (b << 28)) >>> 0;
        return (b & 0x10) === 0 ? low : low - 0x1_0000_0000;
    }
    /** Into `lo` and `hi` as uint32. */
    u64() {
        if (this.pos < this.end && this.bytes[this.pos] < 0x80) {
            this.lo = this.bytes[this.pos++];
            this.hi = 0;
            return;
        }
        const start = this.pos;
        this.words64(start, false);
        this.lo >>>= 0;
        this.hi >>>= 0;
    }
    /** Into `lo` and `hi` as int32. */
    s64() {
        this.words64(this.pos, true);
    }
    words64(start, signed) {
        let lo = 0;
        let hi = 0;
        let shift = 0;
        let b = 0;
        // 28 bits go to the low word, the fifth byte straddles both, the rest to the high word.
        for (; shift < 63; shift += 7) {
            b = this.byte();
            if (shift < 28)
                lo |= (b & 0x7f) << shift;
            else if (shift === 28) {
                lo |= b << 28;
                hi = (b & 0x7f) >> 4;
            }
            else
                hi |= (b & 0x7f) << (shift - 32);
            if (b < 0x80)
                break;
        }
        if (shift === 63) {
            b = this.byte();
            if (signed)
                this.checkLastSigned(b, 0x01, 0x7e, start);
            else
                this.checkLast(b, 0x01, start);
            hi |= b << 31;
        }
        else if (signed && (b & 0x40) !== 0) {
            const bits = shift + 7;
            if (bits < 32) {
                lo |= -1 << bits;
                hi = -1;
            }
            else
                hi |= -1 << (bits - 32); // bits is 35 or more: 32 is no multiple of 7
        }
        this.lo = lo;
        this.hi = hi;
    }
    /** Four bytes, little-endian, as int32. */
    word32() {
        const p = this.pos;
        if (this.end - p < 4)
            this.failAtEnd();
        const b = this.bytes;
        this.pos = p + 4;
        return b[p] | (b[p + 1] << 8) | (b[p + 2] << 16) | (b[p + 3] << 24);
    }
    /**
     * The length of a vector. An item takes at least one byte, so a count beyond what remains fails here,
     * before anything is allocated for it.
     */
    count(limit, what) {
        const start = this.pos;
        const n = this.u32();
        if (n > this.end - this.pos) {
            this.fail(`unexpected end of section or function: ${n} ${what} cannot fit in ${this.end - this.pos} bytes`, start);
        }
        if (n > limit)
            this.fail(`too many ${what}: ${n}, the limit is ${limit}`, start);
        return n;
    }
    /** A length-prefixed string in strict UTF-8. */
    name() {
        const start = this.pos;
        const length = this.u32();
        if (length > this.end - this.pos)
            this.fail('length out of bounds', start);
        const from = this.skip(length);
        if (length <= SHORT_NAME) {
            let text = '';
            let i = from;
            for (; i < this.pos; i++) {
                const b = this.bytes[i];
                if (b >= 0x80)
                    break;
                text += String.fromCharCode(b);
            }
            if (i === this.pos)
                return text;
        }
        try {
            return utf8.decode(this.bytes.subarray(from, this.pos));
        }
        catch {
            this.fail('malformed UTF-8 encoding', from);
        }
    }
}
