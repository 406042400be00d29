import type { TagRec } from '../types.js';
export declare function tagObject(rec: TagRec): object;
export declare const Tag: import("./define-interface.js").Interface;
/** "Get the JavaScript exception tag": one for the realm, made on first use. */
export declare function jsTag(): TagRec;
