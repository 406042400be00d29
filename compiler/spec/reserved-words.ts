// Words that name no variable in JavaScript or TypeScript, wherever code may stand, or that would hide what everybody means by them.
const RESERVED = new Set(('arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if '
  + 'implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield '
  + 'Infinity NaN').split(' '));

export const isReservedWord = (name: string): boolean => RESERVED.has(name);
