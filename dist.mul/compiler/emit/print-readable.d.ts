import type * as t from '@babel/types';
export declare const printReadable: (node: t.Node) => string;
