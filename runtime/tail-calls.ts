// Tail calls beyond a function's own loop (docs/abi.md, Tail calls): the callee and its arguments are left in TC, and whoever
// made the ordinary call that started the chain runs them one after the other.

import { TC } from './registry.js';

/** Runs what is left. Each that is run may make `frames` calls in return position before it leaves one in its turn. */
export function tailLoop(r: unknown, frames: number): unknown {
  while (TC.f !== null) {
    const f = TC.f;
    const a = TC.a as never[];
    TC.f = null;
    TC.a = null;
    TC.n = frames;
    r = f.apply(undefined, a);
  }
  return r;
}
