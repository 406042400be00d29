import { type Marks } from './marks.js';
import { type Sequence } from './sequence.js';
export declare function fold(seq: Sequence, marks: Marks): void;
