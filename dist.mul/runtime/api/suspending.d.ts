import type { Func, JSFunction, Place, Rtt, Suspendable } from '../types.js';
export declare const SuspendError: import("../errors.js").WasmErrorConstructor;
export declare const Suspending: import("./define-interface.js").Interface;
/** The function record that a Suspending is as an import. */
export declare function readSuspending(value: unknown, place: Place): Func | undefined;
/** A suspending import called from code that cannot be suspended. */
export declare function refuse(): never;
/** ToWebAssemblyValue of what a host function gave: the first word, the others where callers look for them. */
export declare function leaveResults(value: unknown, type: Rtt): unknown;
/** ToJSValue of the results whose first word is `first`. */
export declare function takeResults(first: unknown, type: Rtt): unknown;
export declare function promisingFunction(fn: unknown): JSFunction;
export declare function run(suspendable: Suspendable, type: Rtt, resolve: (value: unknown) => void, reject: (reason: unknown) => void): void;
