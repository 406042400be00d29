// Content of files to be written, which may not be in memory yet, with its checksum. Large files are looked at through one
// small buffer: reading them whole takes several times as long, most of it for getting fresh memory.
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
export const partOf = (bytes) => ({ size: bytes.length, crc: crc32(bytes), read: () => bytes });
const BUFFER_BYTES = 1 << 19;
let buffer;
/** Calls `take` with pieces of `size` bytes of an open file, valid during the call; false if the file ends before. */
export function scan(fd, position, size, take) {
    buffer ??= Buffer.allocUnsafeSlow(BUFFER_BYTES);
    for (let left = size; left > 0;) {
        const read = readSync(fd, buffer, 0, Math.min(left, buffer.length), position);
        if (read === 0)
            return false;
        take(buffer.subarray(0, read));
        position += read;
        left -= read;
    }
    return true;
}
/** Does a file of as many bytes hold these parts, one after the other? */
export function holds(path, parts) {
    const fd = openSync(path, 'r');
    try {
        let at = 0;
        return parts.every(({ size, crc }) => {
            let sum = 0;
            const whole = scan(fd, at, size, (piece) => { sum = crc32(piece, sum); });
            at += size;
            return whole && sum === crc;
        });
    }
    finally {
        closeSync(fd);
    }
}
