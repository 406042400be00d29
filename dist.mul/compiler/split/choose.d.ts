import type { Layout } from './layout.js';
import { type Run } from './runs.js';
/** Runs that do not overlap, in order of position, and together save `needed` bytes if there are enough. */
export declare function chooseRuns(layout: Layout, needed: number): Run[];
