interface SharedView {
    /** Takes what is left, and knows where the memory ends. */
    view: DataView;
    i16: Int16Array;
    u16: Uint16Array;
    i32: Int32Array;
    f32: Float32Array;
}
/** The element of `size` bytes at an address: an int32 that means an uint32, or a double. Unaligned ones are in no array. */
export declare function elementAt(at: number, size: number): number;
export declare const sharedViewMethods: {
    getInt8(this: SharedView, at: number): number;
    getUint8(this: SharedView, at: number): number;
    getFloat64(this: SharedView, at: number): number;
    setInt8(this: SharedView, at: number, v: number): void;
    setFloat64(this: SharedView, at: number, v: number): void;
    getInt16(this: SharedView, at: number): number;
    getUint16(this: SharedView, at: number): number;
    getInt32(this: SharedView, at: number): number;
    getFloat32(this: SharedView, at: number): number;
    setInt16(this: SharedView, at: number, v: number): void;
    setInt32(this: SharedView, at: number, v: number): void;
    setFloat32(this: SharedView, at: number, v: number): void;
};
export declare function sharedView(view: DataView, buffer: ArrayBufferLike, bytes: number): DataView;
export {};
