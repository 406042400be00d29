import type { Handlers } from './handler.js';
export declare const exceptions: Handlers;
