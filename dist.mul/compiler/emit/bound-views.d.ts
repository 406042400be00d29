import { type Module } from '../spec/module.js';
import type { Uses } from './module-env.js';
/** What has to be known of the functions: all of them have been emitted. */
export declare function bindsViews(m: Module, uses: Uses): boolean;
