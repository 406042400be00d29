import type { CompiledModule, Rec, Rtt } from './types.js';
export { link } from './link.js';
export declare function instantiate(module: CompiledModule, imports?: unknown): object;
/** Instantiates with records; the exports object is frozen and has no prototype, so any name is an ordinary property. */
export declare function instantiateLinked(module: CompiledModule, links: Rec[], types?: Rtt[]): object;
