import type * as t from '@babel/types';
/** The text of a statement. */
export declare function print(s: t.Statement): string;
