// Eight bytes seen as every type, to move bits between integers and floats. Like everything that copies typed arrays
// around, this takes the host to be little-endian, as all JavaScript hosts of note are.
export const scratch = /*#__PURE__*/ new ArrayBuffer(8);
export const scratchI32 = /*#__PURE__*/ new Int32Array(scratch);
export const scratchF32 = /*#__PURE__*/ new Float32Array(scratch);
export const scratchF64 = /*#__PURE__*/ new Float64Array(scratch);
/** Null on engines without BigInt, which the runtime must survive as long as no module needs it. */
export const scratchI64 = /*#__PURE__*/ bigScratch();
export function bigScratch() {
    return typeof BigInt64Array === 'function' ? new BigInt64Array(scratch) : null;
}
