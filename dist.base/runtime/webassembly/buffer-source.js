// BufferSource arguments: "get a copy of the bytes held by the buffer".
/** A copy of the bytes of an ArrayBuffer or of a view (its part of the buffer only). */
export function copyBytes(source, where) {
    if (ArrayBuffer.isView(source)) {
        refuseShared(source.buffer, where);
        if (!isDetached(source.buffer))
            return new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();
        return new Uint8Array(0);
    }
    if (isArrayBuffer(source))
        return isDetached(source) ? new Uint8Array(0) : new Uint8Array(source).slice();
    throw new TypeError(where + ': Argument 0 must be a buffer source');
}
/** An ArrayBuffer of any realm: `instanceof` would only know this one's. */
export function isArrayBuffer(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    try {
        byteLengthGetter.call(value);
        return true;
    }
    catch (_a) {
        return false;
    }
}
const byteLengthGetter = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;
/** A detached buffer has no bytes; typed arrays over it cannot be made. */
function isDetached(buffer) {
    if (buffer.byteLength > 0)
        return false;
    try {
        return new Uint8Array(buffer).length !== 0;
    }
    catch (_a) {
        return true;
    }
}
/** BufferSource is not [AllowShared]: another thread could change the bytes while they are read. */
function refuseShared(buffer, where) {
    if (!isArrayBuffer(buffer))
        throw new TypeError(where + ': Argument 0 must not be shared');
}
