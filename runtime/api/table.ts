// WebAssembly.Table: the JS object over a TableRec.

import { fromRef, toRef } from '../references.js';
import { table, tableGrow, tableSizeLimit } from '../table.js';
import type { TableRec } from '../types.js';
import { setBrand, tableBrand, tableRecOf } from './brand.js';
import { fromAddress, toAddress, toAddressType, toDictionary, toSizes, toText } from './convert.js';
import { defineInterface, illegalReceiver, missingArguments } from './define-interface.js';
import { defaultWords, isOpaqueType, nameOfValueType, valueTypeNamed } from './values.js';

export function tableObject(rec: TableRec): object {
  if (rec.o === null) setBrand(Object.create(Table.prototype) as object, tableBrand, rec);
  return rec.o as object;
}

export const Table = /*#__PURE__*/ defineInterface('Table', 1, initializeTable, {
  methods: {
    grow(delta: unknown): number | bigint {
      const rec = tableOf(this);
      if (arguments.length < 1) throw missingArguments('WebAssembly.Table.grow()', 0, 1);
      const count = toAddress(delta, rec.i64, 'WebAssembly.Table.grow(): Argument 0');
      const entry = entryFor(rec, arguments, 'WebAssembly.Table.grow()');
      const size = rec.a.length;
      if (size + count > tableSizeLimit() || tableGrow(rec, entry, count) === -1) throw new RangeError('WebAssembly.Table.grow(): failed to grow table by ' + count);
      return fromAddress(size, rec.i64);
    },
    get(index: unknown): unknown {
      const rec = tableOf(this);
      if (arguments.length < 1) throw missingArguments('WebAssembly.Table.get()', 0, 1);
      refuseOpaque(rec, 'WebAssembly.Table.get()');
      const at = indexFor(rec, index, 'WebAssembly.Table.get()');
      if (at >= rec.a.length) throw outOfTable('WebAssembly.Table.get()', at);
      return fromRef(rec.a[at], rec.t);
    },
    set(index: unknown): void {
      const rec = tableOf(this);
      if (arguments.length < 1) throw missingArguments('WebAssembly.Table.set()', 0, 1);
      refuseOpaque(rec, 'WebAssembly.Table.set()');
      const at = indexFor(rec, index, 'WebAssembly.Table.set()');
      const entry = entryFor(rec, arguments, 'WebAssembly.Table.set()');
      if (at >= rec.a.length) throw outOfTable('WebAssembly.Table.set()', at);
      rec.a[at] = entry as (typeof rec.a)[number];
    },
    type(): object {
      const rec = tableOf(this);
      const type: { [key: string]: unknown } = { element: nameOfValueType(rec.t), minimum: fromAddress(rec.a.length, rec.i64) };
      if (rec.max !== undefined) type.maximum = fromAddress(Number(rec.max), rec.i64);
      type.address = rec.i64 ? 'i64' : 'i32';
      return type;
    },
  },
  getters: {
    length(): number | bigint {
      const rec = tableOf(this);
      return fromAddress(rec.a.length, rec.i64);
    },
  },
});

function initializeTable(self: object, args: unknown[]): void {
  const descriptor = toDictionary(args[0], 'WebAssembly.Table(): Argument 0');
  const element = descriptor.element;
  if (element === undefined) throw new TypeError("WebAssembly.Table(): Property 'element' is required");
  const type = valueTypeNamed(toText(element));
  if (type === undefined || type[0] !== '?') throw new TypeError("WebAssembly.Table(): Descriptor property 'element' must be a WebAssembly reference type");
  const i64 = toAddressType(descriptor.address);
  const [initial, maximum] = toSizes(descriptor, i64, 'WebAssembly.Table()');
  if (maximum !== undefined && maximum < initial) throw new RangeError("WebAssembly.Table(): Property 'maximum': value " + maximum + ' is below the lower bound ' + initial);
  if (initial > tableSizeLimit()) throw new RangeError("WebAssembly.Table(): Property 'initial': value " + initial + ' is above the upper bound ' + tableSizeLimit());
  // An explicit undefined counts as missing, but for externref, where it is a value: engines agree on this.
  const value = args.length < 2 || (args[1] === undefined && type !== '?x') ? (defaultWords(type) as unknown[])[0] : toRef(args[1], type, []);
  setBrand(self, tableBrand, table(initial, maximum, i64 ? 2 : 0, type, [], value));
}

function tableOf(receiver: unknown): TableRec {
  const rec = tableRecOf(receiver);
  if (rec === undefined) throw illegalReceiver('Table');
  return rec;
}

function indexFor(rec: TableRec, index: unknown, where: string): number {
  return toAddress(index, rec.i64, where + ': Argument 0');
}

/** The second argument as an entry; the element type's default if it is missing. */
function entryFor(rec: TableRec, args: IArguments, where: string): unknown {
  if (args.length > 1) {
    refuseOpaque(rec, where);
    return toRef(args[1], rec.t, rec.m);
  }
  const words = defaultWords(rec.t);
  if (words === undefined) throw new TypeError(where + ': a value is required for a table of non-null references');
  return words[0];
}

function refuseOpaque(rec: TableRec, where: string): void {
  if (isOpaqueType(rec.t)) throw new TypeError(where + ': exception references cannot be seen from JS');
}

function outOfTable(where: string, index: number): RangeError {
  return new RangeError(where + ': invalid index ' + index + ' into table');
}
