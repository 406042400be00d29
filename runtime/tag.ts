// Tag records: what makes two exceptions of the same type different.

import type { Rtt, TagRec } from './types.js';

export function tag(rtt: Rtt): TagRec {
  return { t: rtt, o: null };
}
