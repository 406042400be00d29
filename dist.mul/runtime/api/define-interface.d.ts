/** A method of an interface; `this` is checked by the method itself. */
export type Method = (this: unknown, ...args: unknown[]) => unknown;
export interface Members {
    /** Methods; a function's own `length` counts. */
    methods?: {
        [name: string]: Method;
    };
    /** Read-only attributes, and those with a setter below. */
    getters?: {
        [name: string]: (this: unknown) => unknown;
    };
    setters?: {
        [name: string]: (this: unknown, value: unknown) => void;
    };
    statics?: {
        [name: string]: Method;
    };
}
export interface Interface {
    new (...args: unknown[]): object;
    prototype: object;
}
export declare function defineInterface(name: string, length: number, initialize: (self: object, args: unknown[]) => void, members: Members): Interface;
/** The same without the sharing: for interfaces that differ between namespaces (Module is bound to a compiler). */
export declare function createInterface(name: string, length: number, initialize: (self: object, args: unknown[]) => void, members: Members): Interface;
export declare function defineMethods(target: object, methods: {
    [name: string]: Method;
} | undefined): void;
export declare function defineHidden(target: object, key: string, value: unknown): void;
export declare function missingArguments(what: string, given: number, required: number): TypeError;
/** "Illegal invocation" of WebIDL: `this` is not an object of the interface. */
export declare function illegalReceiver(name: string): TypeError;
