// Views whose methods have names of one letter, for minified output: every access to memory names one. It is the engine's own methods on
// a DataView of the module's own, so engines compile them as they do the others.

import { typeNames } from './signed-view.js';
import type { MemoryRec } from './types.js';

/** `a` to `g` read and `h` to `n` write, in the order of `typeNames`. */
export const shortMethods: object = /*#__PURE__*/ withShortNames(DataView.prototype);

export function withShortNames(view: object): object {
  const methods = view as { [name: string]: unknown };
  const made = Object.create(view) as { [name: string]: unknown };
  for (let i = 0; i < typeNames.length; i++) {
    made[String.fromCharCode(97 + i)] = methods['get' + typeNames[i]];
    made[String.fromCharCode(97 + typeNames.length + i)] = methods['set' + typeNames[i]];
  }
  return made;
}

/** The view of a memory that is not shared, or what stands in for it. */
export function shortView(m: MemoryRec): object {
  const { d } = m;
  return ArrayBuffer.isView(d) ? Object.setPrototypeOf(new DataView(d.buffer, d.byteOffset, d.byteLength), shortMethods) as object : withShortNames(d);
}
