import { Kind } from '../spec/types.js';
export declare const RET: Record<Kind, number>;
export declare const SET_RET: Record<Kind, number>;
