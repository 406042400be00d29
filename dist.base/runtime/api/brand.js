// What makes an object a Memory, a Table, a Global … : a hidden property that leads to the record. Its keys are in the
// realm's symbol registry, so that objects made by one bundled copy of the runtime are known to every other one. The record
// points back to its object, which is what inherited, copied or proxied properties cannot fake: each record has one object.
export const memoryBrand = /*#__PURE__*/ Symbol.for('dewasm.memory');
export const tableBrand = /*#__PURE__*/ Symbol.for('dewasm.table');
export const globalBrand = /*#__PURE__*/ Symbol.for('dewasm.global');
export const tagBrand = /*#__PURE__*/ Symbol.for('dewasm.tag');
export const exceptionBrand = /*#__PURE__*/ Symbol.for('dewasm.exception');
/** Makes `object` the one JS object of `record`. */
export function setBrand(object, brand, record) {
    Object.defineProperty(object, brand, { value: record });
    record.o = object;
}
/** The record behind `value`, or undefined if `value` does not carry `brand`. */
export function brandedRecord(value, brand) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null)
        return undefined;
    const record = value[brand];
    return record !== undefined && record.o === value ? record : undefined;
}
export function memoryRecOf(value) {
    return brandedRecord(value, memoryBrand);
}
export function tableRecOf(value) {
    return brandedRecord(value, tableBrand);
}
export function globalRecOf(value) {
    return brandedRecord(value, globalBrand);
}
export function tagRecOf(value) {
    return brandedRecord(value, tagBrand);
}
export function exnRecOf(value) {
    return brandedRecord(value, exceptionBrand);
}
