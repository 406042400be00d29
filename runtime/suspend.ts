// Running functions that may be suspended (docs/jspi.md). A suspend form is a generator function; what it yields, through all
// its callers, is a promise, and it goes on with what the promise gives.

import { TC } from './registry.js';
import type { Func, Raw, Suspendable, SuspendForm } from './types.js';

/** The suspend form of any function: most have none and never suspend. */
export function suspendForm(rec: Func): SuspendForm {
  return rec.s !== null ? rec.s : neverSuspends(rec.f);
}

export function neverSuspends(raw: Raw): SuspendForm {
  // oxlint-disable-next-line require-yield -- that is what it is for
  return function* (...words): Suspendable {
    return raw(...words);
  };
}

/** The form a tail call leaves in TC. */
export function suspendTailForm(rec: Func): SuspendForm {
  const form = suspendForm(rec);
  return form.tail !== undefined ? form.tail : form;
}

/** As `tailLoop`. */
export function* suspendTailLoop(first: Suspendable): Suspendable {
  let r = yield* first;
  while (TC.f !== null) {
    const form = TC.f as unknown as SuspendForm;
    const words = TC.a as never[];
    TC.f = null;
    TC.a = null;
    r = yield* form(...words);
  }
  return r;
}
