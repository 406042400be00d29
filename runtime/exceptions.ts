// Exceptions inside wasm: a small record is thrown, which costs no stack trace and, unlike an Error, next to nothing to make.
// It becomes its WebAssembly.Exception object only where it leaves for JS (`toTrap`), and whatever comes from there becomes a
// record where wasm catches it. An exnref is the record.

import { exnRecOf } from './api/brand.js';
import { exceptionObject } from './api/exception.js';
import { jsTag } from './api/tag.js';
import { realmValue } from './registry.js';
import { isTrap, trap } from './traps.js';
import type { TagRec } from './types.js';

export interface ExnRec {
  /** The tag it was thrown with. */
  t: TagRec;
  /** The payload as words, see "Values inside a module" in docs/abi.md; never written to. */
  a: unknown[];
  /** Its WebAssembly.Exception object, once made. */
  o: object | null;
  /** `stack`, where the maker asked for one. */
  s: string | undefined;
}

export interface ExnClass {
  new (tag: TagRec, words: unknown[]): ExnRec;
  /** What JS gets to see of an exception; here, so that modules without exceptions need not have it to pass them on. */
  out(rec: ExnRec): unknown;
}

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

/** What a catch clause has caught; throws on what wasm cannot catch. */
export function caught(e: unknown): ExnRec {
  return e instanceof Exn ? (e as ExnRec) : caughtFromHost(e);
}

/** A WebAssembly.Exception that JS threw is the exception it stands for, anything else the payload of one with the tag JSTag. */
export function caughtFromHost(e: unknown): ExnRec {
  if (isTrap(e)) throw e;
  const rec = exnRecOf(e);
  return rec === undefined ? exn(jsTag(), [e]) : rec;
}

/** The operand of `throw_ref`. */
export function throwable(r: ExnRec | null): ExnRec {
  if (r === null) trap('rethrowing null value');
  return r as ExnRec;
}
