// What casts ask beyond `x.t === T`, which is written where the cast is: an engine learns there which types come by. They are
// given `x.t`, which is undefined for i31.

import { trap } from '../traps.js';
import type { Rtt } from '../types.js';
import { hostType } from './objects.js';

/** Is it of a proper subtype of `type`, whose depth in its hierarchy is `depth`? */
export function isBelow(t: Rtt | undefined, type: Rtt, depth: number): boolean {
  return t !== undefined && t.supers[depth] === type;
}

export function isStruct(t: Rtt | undefined): boolean {
  return t !== undefined && t.kind === 'struct';
}

export function isArray(t: Rtt | undefined): boolean {
  return t !== undefined && t.kind === 'array';
}

/** Anything but a host value. */
export function isEq(t: Rtt | undefined): boolean {
  return t !== hostType;
}

export function castTrap(): never {
  return trap('illegal cast');
}
