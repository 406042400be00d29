export const EXTERN_KINDS = ['func', 'table', 'memory', 'global', 'tag'];
/** The function type at a type index known (validated) to be one. */
export const funcTypeAt = (m, typeIndex) => m.types[typeIndex].composite;
