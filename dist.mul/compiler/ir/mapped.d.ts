export declare function mapped<T, U>(list: readonly T[], to: (each: T, index: number) => U): U[];
