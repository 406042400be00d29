import type { Func, Raw, Suspendable, SuspendForm } from './types.js';
/** The suspend form of any function: most have none and never suspend. */
export declare function suspendForm(rec: Func): SuspendForm;
export declare function neverSuspends(raw: Raw): SuspendForm;
/** The form a tail call leaves in TC. */
export declare function suspendTailForm(rec: Func): SuspendForm;
/** As `tailLoop`. */
export declare function suspendTailLoop(first: Suspendable): Suspendable;
