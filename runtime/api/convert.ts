// WebIDL conversions of what the JS API's constructors and methods are given: descriptors, enumerations, addresses.

/** "Property" or "Argument" and where it was, for messages. */
export function describe(where: string, problem: string): string {
  return where + ' ' + problem;
}

/** A dictionary argument: an object, or nothing at all if no member is required. */
export function toDictionary(value: unknown, where: string): { [key: string]: unknown } {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) throw new TypeError(describe(where, 'must be an object'));
  return value as { [key: string]: unknown };
}

/** [EnforceRange] unsigned long. */
export function enforceUint32(value: unknown, where: string): number {
  // Unary plus is ToNumber: unlike Number() it throws for a BigInt.
  const number = +(value as number);
  if (number !== number || number === Infinity || number === -Infinity) throw new TypeError(describe(where, 'must be convertible to a valid number'));
  const integer = Math.trunc(number);
  if (integer < 0) throw new TypeError(describe(where, 'must be non-negative'));
  if (integer > 0xffffffff) throw new TypeError(describe(where, 'must be in the unsigned long range'));
  return integer + 0; // + 0 makes -0 positive
}

/**
 * AddressValueToU64: a number with [EnforceRange] for 32-bit addresses, a BigInt for 64-bit ones. The result is a number;
 * above 2^53 it is rounded, which is far beyond anything that can be allocated or indexed.
 */
export function toAddress(value: unknown, i64: boolean, where: string): number {
  if (!i64) return enforceUint32(value, where);
  const big = toBigInt(value);
  if (BigInt.asUintN(64, big) !== big) throw new TypeError(describe(where, 'must be in the unsigned 64-bit range'));
  return Number(big);
}

/** ToBigInt: unlike BigInt() it throws for a number. */
export function toBigInt(value: unknown): bigint {
  // Converting an object to a primitive may have effects and must happen once; asIntN(huge) is the identity.
  return BigInt.asIntN(2 ** 53 - 1, value as bigint);
}

/**
 * The members of a descriptor that say how large something is and may become. The type reflection proposal calls the first
 * `minimum`, which is what `type()` gives, so that its results are descriptors.
 */
export function toSizes(descriptor: { [key: string]: unknown }, i64: boolean, where: string): [initial: number, maximum: number | undefined] {
  const given = descriptor.initial;
  const name = given === undefined ? 'minimum' : 'initial';
  const first = given === undefined ? descriptor.minimum : given;
  if (first === undefined) throw new TypeError(where + ": Property 'initial' is required");
  const initial = toAddress(first, i64, where + ": Property '" + name + "'");
  const maximumValue = descriptor.maximum;
  const maximum = maximumValue === undefined ? undefined : toAddress(maximumValue, i64, where + ": Property 'maximum'");
  if (given !== undefined && descriptor.minimum !== undefined) throw new TypeError(where + ": Properties 'initial' and 'minimum' are the same, so only one may be given");
  return [initial, maximum];
}

/** U64ToAddressValue. */
export function fromAddress(size: number, i64: boolean): number | bigint {
  return i64 ? BigInt(size) : size;
}

/** The member `address` of a descriptor: true for 'i64'. */
export function toAddressType(value: unknown): boolean {
  if (value === undefined) return false;
  const name = toText(value);
  if (name !== 'i32' && name !== 'i64') throw new TypeError(describe("Property 'address'", "must be 'i32' or 'i64'"));
  return name === 'i64';
}

/** ToString: unlike String() it throws for a symbol. */
export function toText(value: unknown): string {
  return `${value as string}`;
}
