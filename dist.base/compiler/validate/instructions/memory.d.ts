import type { Handlers } from './handler.js';
export declare const memory: Handlers;
