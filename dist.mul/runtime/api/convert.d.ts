/** "Property" or "Argument" and where it was, for messages. */
export declare function describe(where: string, problem: string): string;
/** A dictionary argument: an object, or nothing at all if no member is required. */
export declare function toDictionary(value: unknown, where: string): {
    [key: string]: unknown;
};
/** [EnforceRange] unsigned long. */
export declare function enforceUint32(value: unknown, where: string): number;
/**
 * AddressValueToU64: a number with [EnforceRange] for 32-bit addresses, a BigInt for 64-bit ones. The result is a number;
 * above 2^53 it is rounded, which is far beyond anything that can be allocated or indexed.
 */
export declare function toAddress(value: unknown, i64: boolean, where: string): number;
/** ToBigInt: unlike BigInt() it throws for a number. */
export declare function toBigInt(value: unknown): bigint;
/** U64ToAddressValue. */
export declare function fromAddress(size: number, i64: boolean): number | bigint;
/** The member `address` of a descriptor: true for 'i64'. */
export declare function toAddressType(value: unknown): boolean;
/** ToString: unlike String() it throws for a symbol. */
export declare function toText(value: unknown): string;
