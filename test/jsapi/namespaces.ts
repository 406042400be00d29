// The namespaces that every test of this folder runs against: the engine's own, which says what is right, and ours.

import precompiled from '../../dist/runtime/webassembly/precompiled.js';

export type Namespace = typeof WebAssembly & { [name: string]: any };

export const ours = precompiled as unknown as Namespace;
export const native = globalThis.WebAssembly as Namespace;
/** Where node 20 is known not to do as the standard says, a test looks at this. */
export const isNative = (W: Namespace): boolean => W === native;
export const namespaces: [name: string, W: Namespace][] = [['native', native], ['dewasm', ours]];
