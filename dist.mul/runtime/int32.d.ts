export declare function i32DivS(a: number, b: number): number;
export declare function i32DivU(a: number, b: number): number;
export declare function i32RemS(a: number, b: number): number;
export declare function i32RemU(a: number, b: number): number;
export declare function i32Ctz(a: number): number;
export declare function i32Popcnt(a: number): number;
