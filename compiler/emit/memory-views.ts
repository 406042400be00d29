// What a function accesses its first memory through: the DataView or what stands for it, the plain one of a shared memory (shared-access.ts), typed arrays, and the numbers of elements in those. Each is a
// variable of the module, of which a function may have a copy (local-view.ts). Sets of them are bits.

/** Types of elements, numbered as in runtime/elements.ts. */
export const ElementType = { int8: 0, uint8: 1, int16: 2, uint16: 3, int32: 4, float32: 5, float64: 6 } as const;
/** In that order: as methods of views have them, and in names of a letter. */
export const ELEMENT_NAMES: readonly string[] = ['Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Float32', 'Float64'];
export const ELEMENT_LETTERS = 'bBhHifd';

/** The typed array of a type of elements, the DataView, and the number of elements in an array. */
export const arrayOf = (type: number): number => type;
export const DATA_VIEW = 7;
export const countOf = (type: number): number => 8 + type;
export const PLAIN_VIEW = 15;
export const VIEW_KINDS = 16;

export const bit = (view: number): number => 1 << view;
/** The first of a set that is not empty; `views & (views - 1)` are the others. */
export const firstOf = (views: number): number => 31 - Math.clz32(views & -views);
