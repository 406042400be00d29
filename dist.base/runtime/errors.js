// The error classes of the JS API. They are one per realm, so that `instanceof` holds across bundled copies of the runtime,
// and constructor functions, as WebAssembly's are: callable without `new`.
import { realmValue } from './registry.js';
export const RuntimeError = /*#__PURE__*/ errorClass('RuntimeError');
export const LinkError = /*#__PURE__*/ errorClass('LinkError');
export const CompileError = /*#__PURE__*/ errorClass('CompileError');
export function errorClass(name) {
    return realmValue(name, () => createErrorClass(name));
}
export function createErrorClass(name) {
    const constructor = function (message, options) {
        // Reflect.construct makes a genuine error, with a stack; subclasses keep their prototype.
        const error = Reflect.construct(Error, options === undefined ? [message] : [message, options], new.target || constructor);
        // A prototype that is not an object falls back to this class's, not to Error's.
        if (new.target !== undefined && Object(new.target.prototype) !== new.target.prototype)
            Object.setPrototypeOf(error, prototype);
        return error;
    };
    Object.setPrototypeOf(constructor, Error);
    Object.defineProperty(constructor, 'name', { value: name, configurable: true });
    Object.defineProperty(constructor, 'length', { value: 1, configurable: true });
    const prototype = Object.create(Error.prototype);
    Object.defineProperty(constructor, 'prototype', { value: prototype, writable: false });
    const members = { constructor, name, message: '' };
    for (const key of Object.keys(members))
        Object.defineProperty(prototype, key, { value: members[key], writable: true, enumerable: false, configurable: true });
    return constructor;
}
