// Constructor functions as WebIDL defines interfaces: every member enumerable, `prototype` fixed, `length` the number of
// required arguments, `new` required. There is one constructor per name and realm, whichever bundled copy of the runtime
// makes it first, so `instanceof` holds across copies.

import { realmValue } from '../registry.js';

/** A method of an interface; `this` is checked by the method itself. */
export type Method = (this: unknown, ...args: unknown[]) => unknown;

export interface Members {
  /** Methods; a function's own `length` counts. */
  methods?: { [name: string]: Method };
  /** Read-only attributes, and those with a setter below. */
  getters?: { [name: string]: (this: unknown) => unknown };
  setters?: { [name: string]: (this: unknown, value: unknown) => void };
  statics?: { [name: string]: Method };
}

export interface Interface {
  new (...args: unknown[]): object;
  prototype: object;
}

export function defineInterface(
  name: string,
  length: number,
  initialize: (self: object, args: unknown[]) => void,
  members: Members,
): Interface {
  return realmValue(name, () => createInterface(name, length, initialize, members));
}

/** The same without the sharing: for interfaces that differ between namespaces (Module is bound to a compiler). */
export function createInterface(
  name: string,
  length: number,
  initialize: (self: object, args: unknown[]) => void,
  members: Members,
): Interface {
  const constructor = function (this: object, ...args: unknown[]): object {
    if (new.target === undefined) throw new TypeError("WebAssembly." + name + " must be invoked with 'new'");
    if (args.length < length) throw missingArguments('WebAssembly.' + name, args.length, length);
    // A subclass decides the prototype; one that is not an object falls back to this interface's, not to Object's.
    const wanted: unknown = new.target.prototype;
    const self = Object(wanted) === wanted ? this : (Object.create(constructor.prototype) as object);
    initialize(self, args);
    return self;
  } as unknown as Interface;
  defineHidden(constructor, 'name', name);
  defineHidden(constructor, 'length', length);
  Object.defineProperty(constructor, 'prototype', { value: {}, writable: false, enumerable: false, configurable: false });
  const prototype = constructor.prototype;
  Object.defineProperty(prototype, 'constructor', { value: constructor, writable: true, enumerable: false, configurable: true });
  Object.defineProperty(prototype, Symbol.toStringTag, { value: 'WebAssembly.' + name, configurable: true });
  defineMethods(prototype, members.methods);
  defineMethods(constructor, members.statics);
  const getters = members.getters || {};
  const setters = members.setters || {};
  for (const key of Object.keys(getters)) {
    const get = getters[key];
    const set = setters[key];
    defineHidden(get, 'name', 'get ' + key);
    if (set !== undefined) defineHidden(set, 'name', 'set ' + key);
    Object.defineProperty(prototype, key, { get, set, enumerable: true, configurable: true });
  }
  return constructor;
}

export function defineMethods(target: object, methods: { [name: string]: Method } | undefined): void {
  if (methods === undefined) return;
  for (const key of Object.keys(methods)) {
    Object.defineProperty(target, key, { value: methods[key], writable: true, enumerable: true, configurable: true });
  }
}

export function defineHidden(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: false, enumerable: false, configurable: true });
}

export function missingArguments(what: string, given: number, required: number): TypeError {
  return new TypeError(what + ': ' + required + ' argument' + (required === 1 ? '' : 's') + ' required, but only ' + given + ' present');
}

/** "Illegal invocation" of WebIDL: `this` is not an object of the interface. */
export function illegalReceiver(name: string): TypeError {
  return new TypeError('Receiver is not a WebAssembly.' + name);
}
