import type { Rtt, TagRec } from './types.js';
export declare function tag(rtt: Rtt): TagRec;
