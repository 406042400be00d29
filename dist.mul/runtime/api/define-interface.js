// Constructor functions as WebIDL defines interfaces: every member enumerable, `prototype` fixed, `length` the number of
// required arguments, `new` required. There is one constructor per name and realm, whichever bundled copy of the runtime
// makes it first, so `instanceof` holds across copies.
import { realmValue } from '../registry.js';
export function defineInterface(name, length, initialize, members) {
    return realmValue(name, () => createInterface(name, length, initialize, members));
}
/** The same without the sharing: for interfaces that differ between namespaces (Module is bound to a compiler). */
export function createInterface(name, length, initialize, members) {
    const constructor = function (...args) {
        if (new.target === undefined)
            throw new TypeError("WebAssembly." + name + " must be invoked with 'new'");
        if (args.length < length)
            throw missingArguments('WebAssembly.' + name, args.length, length);
        // A subclass decides the prototype; one that is not an object falls back to this interface's, not to Object's.
        const wanted = new.target.prototype;
        const self = Object(wanted) === wanted ? this : Object.create(constructor.prototype);
        initialize(self, args);
        return self;
    };
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
        if (set !== undefined)
            defineHidden(set, 'name', 'set ' + key);
        Object.defineProperty(prototype, key, { get, set, enumerable: true, configurable: true });
    }
    return constructor;
}
export function defineMethods(target, methods) {
    if (methods === undefined)
        return;
    for (const key of Object.keys(methods)) {
        Object.defineProperty(target, key, { value: methods[key], writable: true, enumerable: true, configurable: true });
    }
}
export function defineHidden(target, key, value) {
    Object.defineProperty(target, key, { value, writable: false, enumerable: false, configurable: true });
}
export function missingArguments(what, given, required) {
    return new TypeError(what + ': ' + required + ' argument' + (required === 1 ? '' : 's') + ' required, but only ' + given + ' present');
}
/** "Illegal invocation" of WebIDL: `this` is not an object of the interface. */
export function illegalReceiver(name) {
    return new TypeError('Receiver is not a WebAssembly.' + name);
}
