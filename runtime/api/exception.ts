// Exceptions. Inside wasm a small record is thrown, which costs no stack trace and, unlike an Error, next to nothing to make.
// It gets its WebAssembly.Exception object only where it leaves for JS (`toTrap`).

import { exceptionBrand, exnRecOf, setBrand, tagRecOf } from './brand.js';
import { enforceUint32, toDictionary } from './convert.js';
import { defineInterface, illegalReceiver, missingArguments } from './define-interface.js';
import { jsTag } from './tag.js';
import { realmValue, registry } from '../registry.js';
import { pushWords, readWords, wordCount } from './values.js';
import type { ExnClass, ExnRec, TagRec } from '../types.js';

/** One per realm, so that exceptions are known to every bundled copy of the runtime. */
export const Exn: ExnClass = /*#__PURE__*/ realmValue('Exn', createExn);

export function createExn(): ExnClass {
  const constructor = function (this: ExnRec, tag: TagRec, words: unknown[]): void {
    this.t = tag;
    this.a = words;
    this.o = null;
    this.s = undefined;
  } as unknown as ExnClass;
  constructor.out = (rec) => (rec.t === jsTag() ? rec.a[0] : exceptionObject(rec));
  return constructor;
}

/** The operand of a `throw`. */
export function exn(tag: TagRec, words: unknown[]): ExnRec {
  return new Exn(tag, words);
}

export function exceptionObject(rec: ExnRec): object {
  if (rec.o === null) setBrand(Object.create(Exception.prototype) as object, exceptionBrand, rec);
  return rec.o as object;
}

export const Exception = /*#__PURE__*/ defineInterface('Exception', 2, initializeException, {
  methods: {
    getArg(tag: unknown, index: unknown): unknown {
      const rec = exceptionOf(this);
      if (arguments.length < 2) throw missingArguments('WebAssembly.Exception.getArg()', arguments.length, 2);
      const tagRec = tagArgument(tag, 'WebAssembly.Exception.getArg()');
      const wanted = enforceUint32(index, 'WebAssembly.Exception.getArg(): Index');
      if (tagRec !== rec.t) throw new TypeError('WebAssembly.Exception.getArg(): First argument does not match the exception tag');
      const params = rec.t.t.params;
      if (wanted >= params.length) throw new RangeError('WebAssembly.Exception.getArg(): Index must be convertible to a valid number');
      let word = 0;
      for (let i = 0; i < wanted; i++) word += wordCount(params[i]);
      return readWords(rec.a, word, params[wanted]);
    },
    is(tag: unknown): boolean {
      const rec = exceptionOf(this);
      if (arguments.length < 1) throw missingArguments('WebAssembly.Exception.is()', 0, 1);
      return tagArgument(tag, 'WebAssembly.Exception.is()') === rec.t;
    },
  },
  getters: {
    stack(): string | undefined {
      return exceptionOf(this).s;
    },
  },
});

function initializeException(self: object, args: unknown[]): void {
  const tag = tagArgument(args[0], 'WebAssembly.Exception()');
  const payload = args[1];
  if (Object(payload) !== payload || typeof (payload as Iterable<unknown>)[Symbol.iterator] !== 'function') {
    throw new TypeError('WebAssembly.Exception(): Argument 1 must be iterable');
  }
  const values = Array.from(payload as Iterable<unknown>);
  const options = args[2] === undefined || args[2] === null ? {} : toDictionary(args[2], 'WebAssembly.Exception(): Argument 2');
  const traceStack = !!options.traceStack;
  // What JS throws is itself the exception of this tag; nobody can make another.
  if (tag === jsTag()) throw new TypeError('WebAssembly.Exception(): the JavaScript exception tag cannot be used');
  const params = tag.t.params;
  if (values.length !== params.length) throw new TypeError('WebAssembly.Exception(): Number of exception values does not match signature length');
  const words: unknown[] = [];
  params.forEach((type, i) => pushWords(words, values[i], type, registry.rtts));
  const rec = exn(tag, words);
  if (traceStack) rec.s = new Error().stack;
  setBrand(self, exceptionBrand, rec);
}

function exceptionOf(receiver: unknown): ExnRec {
  const rec = exnRecOf(receiver);
  if (rec === undefined) throw illegalReceiver('Exception');
  return rec;
}

function tagArgument(value: unknown, where: string): TagRec {
  const rec = tagRecOf(value);
  if (rec === undefined) throw new TypeError(where + ': Argument 0 must be a WebAssembly tag');
  return rec;
}
