import type { Handlers } from './handler.js';
export declare const aggregate: Handlers;
