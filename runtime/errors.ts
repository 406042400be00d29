// The error classes of the JS API. They are one per realm, so that `instanceof` holds across bundled copies of the runtime,
// and constructor functions, as WebAssembly's are: callable without `new`.

import { realmValue } from './registry.js';

export interface WasmErrorConstructor {
  new (message?: string, options?: { cause?: unknown }): Error;
  (message?: string, options?: { cause?: unknown }): Error;
  readonly prototype: Error;
}

export const RuntimeError: WasmErrorConstructor = /*#__PURE__*/ errorClass('RuntimeError');
export const LinkError: WasmErrorConstructor = /*#__PURE__*/ errorClass('LinkError');
export const CompileError: WasmErrorConstructor = /*#__PURE__*/ errorClass('CompileError');

export function errorClass(name: string): WasmErrorConstructor {
  return realmValue(name, () => createErrorClass(name));
}

export function createErrorClass(name: string): WasmErrorConstructor {
  const constructor = function (message?: string, options?: { cause?: unknown }): Error {
    // Reflect.construct makes a genuine error, with a stack; subclasses keep their prototype.
    const error = Reflect.construct(Error, options === undefined ? [message] : [message, options], new.target || constructor) as Error;
    // A prototype that is not an object falls back to this class's, not to Error's.
    if (new.target !== undefined && Object(new.target.prototype) !== new.target.prototype) Object.setPrototypeOf(error, prototype);
    return error;
  } as unknown as WasmErrorConstructor;
  Object.setPrototypeOf(constructor, Error);
  Object.defineProperty(constructor, 'name', { value: name, configurable: true });
  Object.defineProperty(constructor, 'length', { value: 1, configurable: true });
  const prototype = Object.create(Error.prototype) as Error;
  Object.defineProperty(constructor, 'prototype', { value: prototype, writable: false });
  const members: { [name: string]: unknown } = { constructor, name, message: '' };
  for (const key of Object.keys(members)) Object.defineProperty(prototype, key, { value: members[key], writable: true, enumerable: false, configurable: true });
  return constructor;
}
