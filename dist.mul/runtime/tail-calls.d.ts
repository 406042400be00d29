export declare function tailLoop(r: unknown): unknown;
