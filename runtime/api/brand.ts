// What makes an object a Memory, a Table, a Global … : a hidden property that leads to the record. Its keys are in the
// realm's symbol registry, so that objects made by one bundled copy of the runtime are known to every other one. The record
// points back to its object, which is what inherited, copied or proxied properties cannot fake: each record has one object.

import type { ExnRec, GlobalRec, MemoryRec, TableRec, TagRec } from '../types.js';

export const memoryBrand: symbol = /*#__PURE__*/ Symbol.for('dewasm.memory');
export const tableBrand: symbol = /*#__PURE__*/ Symbol.for('dewasm.table');
export const globalBrand: symbol = /*#__PURE__*/ Symbol.for('dewasm.global');
export const tagBrand: symbol = /*#__PURE__*/ Symbol.for('dewasm.tag');
export const exceptionBrand: symbol = /*#__PURE__*/ Symbol.for('dewasm.exception');

/** Makes `object` the one JS object of `record`. */
export function setBrand(object: object, brand: symbol, record: { o: object | null }): void {
  Object.defineProperty(object, brand, { value: record });
  record.o = object;
}

/** The record behind `value`, or undefined if `value` does not carry `brand`. */
export function brandedRecord(value: unknown, brand: symbol): { o: object | null } | undefined {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  const record = (value as { [brand: symbol]: { o: object | null } | undefined })[brand];
  return record !== undefined && record.o === value ? record : undefined;
}

export function memoryRecOf(value: unknown): MemoryRec | undefined {
  return brandedRecord(value, memoryBrand) as MemoryRec | undefined;
}

export function tableRecOf(value: unknown): TableRec | undefined {
  return brandedRecord(value, tableBrand) as TableRec | undefined;
}

export function globalRecOf(value: unknown): GlobalRec | undefined {
  return brandedRecord(value, globalBrand) as GlobalRec | undefined;
}

export function tagRecOf(value: unknown): TagRec | undefined {
  return brandedRecord(value, tagBrand) as TagRec | undefined;
}

export function exnRecOf(value: unknown): ExnRec | undefined {
  return brandedRecord(value, exceptionBrand) as ExnRec | undefined;
}
