/** Where in the module an error is; every part is optional, the byte offset nearly always known. */
export interface ErrorPlace {
    /** Offset from the first byte of the module. */
    offset?: number;
    /** Section the offset lies in, as the spec names it ("type", "code", …). */
    section?: string;
    /** Function index (imports counted first) and its name from the name section or exports. */
    func?: number;
    funcName?: string;
}
/** The module is malformed, invalid, beyond a limit, or uses a feature that is off or not lowered. */
export declare class CompileError extends Error {
    readonly name = "CompileError";
    readonly offset: number | undefined;
    readonly section: string | undefined;
    readonly func: number | undefined;
    readonly funcName: string | undefined;
    /** The bare reason, without the place that `message` carries. */
    readonly reason: string;
    constructor(reason: string, place?: ErrorPlace);
}
/** `0x1f3: function 7 "parse": `, or as much of it as is known. */
export declare function describePlace(p: ErrorPlace): string;
