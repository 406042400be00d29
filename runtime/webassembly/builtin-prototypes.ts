// The builtin of the set `js-prototypes` (custom descriptors): `configureAll` installs functions of a module as constructors, methods
// and accessors of the objects that its descriptors name as prototypes (gc/host.ts). What it is to do is written in an array of bytes:
//
//   data        ::= vec(prototype)
//   prototype   ::= vec(constructor), at most one · vec(method) · index of the parent before it, or -1
//   constructor ::= name · vec(method), which are static
//   method      ::= 0 (method), 1 (getter) or 2 (setter) · name
//
// Prototypes and functions are taken from the other arrays in order. Errors show when they are reached; what was installed before stays.

import { funcToJS } from '../func.js';
import { arrayTrap } from '../gc/arrays.js';
import { isObject } from '../link.js';
import { trap } from '../traps.js';
import type { Func, JSFunction } from '../types.js';
import { arrayOf } from './builtin-arrays.js';

/** The arrays, and how far each was read. */
interface Configuration { bytes: Uint8Array; at: number; prototypes: unknown[]; prototype: number; functions: (Func | null)[]; func: number }

export function configureAll(prototypes: unknown, functions: unknown, data: unknown, constructors: unknown): void {
  const c: Configuration = {
    bytes: arrayOf(data).a as Uint8Array, at: 0, prototypes: arrayOf(prototypes).a as unknown[], prototype: 0, functions: arrayOf(functions).a as (Func | null)[], func: 0,
  };
  for (let left = readSize(c, 'number of prototypes'); left > 0; left--) configureNext(c, constructors);
  if (c.at < c.bytes.length) trap('unconsumed data');
  if (c.prototype < c.prototypes.length) trap('unconsumed prototypes');
  if (c.func < c.functions.length) trap('unconsumed functions');
}

export function configureNext(c: Configuration, constructors: unknown): void {
  const index = c.prototype++;
  if (index >= c.prototypes.length) arrayTrap();
  const prototype = asPrototype(c.prototypes[index]);
  let place = c.at;
  const count = readSize(c, 'number of constructors');
  if (count > 1) trap('invalid constructor count ' + count + ' at data+' + place);
  if (count === 1) {
    const name = readName(c);
    const made = makeConstructor(nextFunction(c), name, prototype);
    Object.defineProperty(prototype, 'constructor', { value: made, writable: true, enumerable: false, configurable: true });
    (constructors as { [name: string]: JSFunction })[name] = made;
    installMethods(c, made, false);
  }
  installMethods(c, prototype, true);
  place = c.at;
  const parent = readIndex(c, 'parentidx');
  if (parent === -1) return;
  if (parent < 0 || parent >= index) trap('invalid parentidx ' + parent + ' at data+' + place);
  Object.setPrototypeOf(prototype, asPrototype(c.prototypes[parent]));
}

/** Those of a prototype take their receiver as first argument. */
export function installMethods(c: Configuration, on: object | null, wrapped: boolean): void {
  for (let left = readSize(c, 'number of methods'); left > 0; left--) {
    const place = c.at;
    const kind = readByte(c, 'method kind');
    if (kind > 2) trap('invalid method kind ' + kind + ' at data+' + place);
    const name = readName(c);
    const f = nextFunction(c);
    const installed = wrapped ? withReceiver(f, name) : f;
    const property: PropertyDescriptor = { enumerable: false, configurable: true };
    if (kind === 0) {
      property.value = installed;
      property.writable = true;
    } else property[kind === 1 ? 'get' : 'set'] = installed as () => unknown;
    Object.defineProperty(on, name, property);
  }
}

export function nextFunction(c: Configuration): JSFunction {
  if (c.func >= c.functions.length) arrayTrap();
  const f = c.functions[c.func++];
  return f === null ? trap('null function') : funcToJS(f);
}

export function asPrototype(value: unknown): object | null {
  if (value !== null && !isObject(value)) throw new TypeError('Object prototype may only be an Object or null: ' + String(value));
  return value as object | null;
}

/** To be called with or without `new`. */
export function makeConstructor(f: JSFunction, name: string, prototype: object | null): JSFunction {
  const made = function (...args: unknown[]): unknown { return f(...args); } as JSFunction;
  Object.defineProperty(made, 'prototype', { value: prototype, writable: false });
  return named(made, name, f.length);
}

export function withReceiver(f: JSFunction, name: string): JSFunction {
  // Written as a method, which makes it no constructor.
  const { method } = { method(this: unknown, ...args: unknown[]): unknown { return f(this, ...args); } };
  return named(method as JSFunction, name, Math.max(0, f.length - 1));
}

export function named(f: JSFunction, name: string, length: number): JSFunction {
  Object.defineProperty(f, 'name', { value: name, configurable: true });
  Object.defineProperty(f, 'length', { value: length, configurable: true });
  return f;
}

export function readByte(c: Configuration, what: string): number {
  return c.at < c.bytes.length ? c.bytes[c.at++] : trap('reached end while decoding ' + what);
}

/** u32 */
export function readSize(c: Configuration, what: string): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = readByte(c, what);
    value |= (byte & 127) << shift;
    if (byte < (shift === 28 ? 16 : 128)) return value >>> 0;
  }
  return trap('invalid ' + what + ' at data+' + (c.at - 5));
}

/** s32 */
export function readIndex(c: Configuration, what: string): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = readByte(c, what);
    value |= (byte & 127) << shift;
    if (shift === 28 ? (byte & 248) === 0 || (byte & 248) === 120 : byte < 128) return shift === 28 ? value : value << 25 - shift >> 25 - shift;
  }
  return trap('invalid ' + what + ' at data+' + (c.at - 5));
}

export function readName(c: Configuration): string {
  const length = readSize(c, 'name length');
  if (length > c.bytes.length - c.at) trap('expected ' + length + ' bytes, fell off end');
  let escaped = '';
  for (const end = c.at + length; c.at < end; c.at++) escaped += '%' + (256 + c.bytes[c.at]).toString(16).slice(1);
  try {
    return decodeURIComponent(escaped);
  } catch (e) {
    return trap('invalid UTF-8 string');
  }
}
