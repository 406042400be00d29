// The type section: recursive groups of function, structure and array types.
import { LIMITS } from '../spec/limits.js';
import type { CompositeType, FieldType, Module, SubType } from '../spec/module.js';
import type { ValType } from '../spec/types.js';
import type { ByteReader } from './reader.js';
import { readMutability, readStorageType, readValType } from './value-types.js';

const REC = 0x4e;
const SUB = 0x50;
const SUB_FINAL = 0x4f;
const DESCRIPTOR = 0x4d;
const DESCRIBES = 0x4c;
const FUNC = 0x60;
const STRUCT = 0x5f;
const ARRAY = 0x5e;

export function decodeTypeSection(r: ByteReader, m: Module): void {
  const n = r.count(LIMITS.recGroups, 'recursive groups');
  for (let i = 0; i < n; i++) {
    const groupStart = m.types.length;
    let groupSize = 1;
    const isGroup = r.peek() === REC;
    if (isGroup) {
      r.pos++;
      groupSize = r.count(LIMITS.recGroupSize, 'types in a recursive group');
    }
    if (groupStart + groupSize > LIMITS.types) r.fail(`too many types, the limit is ${LIMITS.types}`);
    for (let k = 0; k < groupSize; k++) m.types.push(readSubType(r, groupStart, groupSize));
    if (isGroup && groupSize === 1) m.types[groupStart].inGroup = true;
  }
}

function readSubType(r: ByteReader, groupStart: number, groupSize: number): SubType {
  const offset = r.pos;
  const form = r.peek();
  let final = true;
  let supers: number[] = [];
  if (form === SUB || form === SUB_FINAL) {
    r.pos++;
    final = form === SUB_FINAL;
    supers = readIndices(r, 'supertypes');
  }
  // The two clauses come in this order, each at most once.
  const describes = readClause(r, DESCRIBES);
  const descriptor = readClause(r, DESCRIPTOR);
  const type: SubType = { composite: readCompositeType(r), final, supers, groupStart, groupSize, offset };
  if (describes !== undefined) type.describes = describes;
  if (descriptor !== undefined) type.descriptor = descriptor;
  return type;
}

function readClause(r: ByteReader, code: number): number | undefined {
  if (r.peek() !== code) return undefined;
  r.pos++;
  return r.u32();
}

function readIndices(r: ByteReader, what: string): number[] {
  const n = r.count(LIMITS.types, what);
  const indices: number[] = [];
  for (let i = 0; i < n; i++) indices.push(r.u32());
  return indices;
}

function readCompositeType(r: ByteReader): CompositeType {
  const offset = r.pos;
  switch (r.byte()) {
    case FUNC: {
      const params = readValTypes(r, LIMITS.params, 'parameters');
      return { kind: 'func', params, results: readValTypes(r, LIMITS.results, 'results') };
    }
    case STRUCT: {
      const n = r.count(LIMITS.structFields, 'fields');
      const fields: FieldType[] = [];
      for (let i = 0; i < n; i++) fields.push(readField(r));
      return { kind: 'struct', fields };
    }
    case ARRAY:
      return { kind: 'array', field: readField(r) };
    default:
      return r.fail('malformed definition type', offset);
  }
}

function readValTypes(r: ByteReader, limit: number, what: string): ValType[] {
  const n = r.count(limit, what);
  const types: ValType[] = [];
  for (let i = 0; i < n; i++) types.push(readValType(r));
  return types;
}

function readField(r: ByteReader): FieldType {
  const type = readStorageType(r);
  return { type, mutable: readMutability(r) };
}
