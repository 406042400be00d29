import type { Handlers } from './handler.js';
export declare const variable: Handlers;
