// What stands in for the DataView of a shared memory. Aligned accesses of two and four bytes must not tear: another thread
// sees all of a store or nothing of it (threads proposal, "tear-free"; C libraries release locks with plain stores). Engines
// access a DataView byte by byte until they have compiled the code, so these go through typed arrays.
/** The element of `size` bytes at an address: an int32 that means an uint32, or a double. Unaligned ones are in no array. */
export function elementAt(at, size) {
    return (at & (size - 1)) !== 0 ? Infinity : at < 0 ? (at >>> 0) / size : at / size;
}
export const sharedViewMethods = {
    getInt8(at) { return this.view.getInt8(at); },
    getUint8(at) { return this.view.getUint8(at); },
    getFloat64(at) { return this.view.getFloat64(at, true); },
    setInt8(at, v) { this.view.setInt8(at, v); },
    setFloat64(at, v) { this.view.setFloat64(at, v, true); },
    getInt16(at) {
        const i = elementAt(at, 2);
        return i < this.i16.length ? this.i16[i] : this.view.getInt16(at, true);
    },
    getUint16(at) {
        const i = elementAt(at, 2);
        return i < this.u16.length ? this.u16[i] : this.view.getUint16(at, true);
    },
    getInt32(at) {
        const i = elementAt(at, 4);
        return i < this.i32.length ? this.i32[i] : this.view.getInt32(at, true);
    },
    getFloat32(at) {
        const i = elementAt(at, 4);
        return i < this.f32.length ? this.f32[i] : this.view.getFloat32(at, true);
    },
    setInt16(at, v) {
        const i = elementAt(at, 2);
        if (i < this.i16.length)
            this.i16[i] = v;
        else
            this.view.setInt16(at, v, true);
    },
    setInt32(at, v) {
        const i = elementAt(at, 4);
        if (i < this.i32.length)
            this.i32[i] = v;
        else
            this.view.setInt32(at, v, true);
    },
    setFloat32(at, v) {
        const i = elementAt(at, 4);
        if (i < this.f32.length)
            this.f32[i] = v;
        else
            this.view.setFloat32(at, v, true);
    },
};
export function sharedView(view, buffer, bytes) {
    const made = Object.create(sharedViewMethods);
    made.view = view;
    made.i16 = new Int16Array(buffer, 0, Math.floor(bytes / 2));
    made.u16 = new Uint16Array(buffer, 0, Math.floor(bytes / 2));
    made.i32 = new Int32Array(buffer, 0, Math.floor(bytes / 4));
    made.f32 = new Float32Array(buffer, 0, Math.floor(bytes / 4));
    return made;
}
