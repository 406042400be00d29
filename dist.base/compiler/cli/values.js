// Values of `dewasm run --invoke`: arguments from the command line by the function's type, results as wasmtime prints them.
import { F32, F64, I32, I64, Heap, heapOf, isNullable, isRef, typeName } from '../spec/types.js';
import { CliError } from './failure.js';
const INTEGER = /^([+-]?)(0x[0-9a-f]+|\d+)$/i;
const FLOAT = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SPECIAL_FLOATS = { inf: Infinity, infinity: Infinity, nan: NaN };
/** Signed or unsigned, decimal or hexadecimal. */
function parseInteger(text, bits) {
    const match = INTEGER.exec(text);
    if (match === null)
        return undefined;
    const value = BigInt(match[2]) * (match[1] === '-' ? -1n : 1n);
    return value >= -(1n << BigInt(bits - 1)) && value < 1n << BigInt(bits) ? value : undefined;
}
function parseFloatText(text) {
    const special = SPECIAL_FLOATS[text.replace(/^[+-]/, '').toLowerCase()];
    if (special !== undefined)
        return text.startsWith('-') ? -special : special;
    if (FLOAT.test(text))
        return Number(text);
    const integer = parseInteger(text, 64);
    return integer === undefined ? undefined : Number(integer);
}
export function parseArgument(text, type) {
    let value;
    switch (type) {
        case I32:
            value = parseInteger(text, 32);
            break;
        case I64:
            value = parseInteger(text, 64);
            break;
        case F32:
        case F64:
            value = parseFloatText(text);
            break;
        default:
            if (isRef(type) && isNullable(type) && text === 'null')
                return null;
            throw new CliError(`arguments of type ${typeName(type)} cannot be given on the command line${isRef(type) && isNullable(type) ? ', except null' : ''}`);
    }
    if (value === undefined)
        throw new CliError(`${JSON.stringify(text)} is no ${typeName(type)}`);
    return type === I32 ? Number(BigInt.asIntN(32, value)) : value;
}
/** The shortest decimal that reads back as the same single-precision number. */
function shortestF32(x) {
    for (let digits = 1; digits < 9; digits++) {
        const text = x.toPrecision(digits);
        if (Math.fround(Number(text)) === x)
            return String(Number(text));
    }
    return String(Number(x.toPrecision(9)));
}
/** Without an exponent: `1.5e+21` -> `1500000000000000000000`. */
function withoutExponent(text) {
    const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
    if (match === null)
        return text;
    const [, sign, whole, fraction = '', exponent] = match;
    const digits = whole + fraction;
    const point = whole.length + Number(exponent);
    if (point <= 0)
        return `${sign}0.${'0'.repeat(-point)}${digits}`;
    return sign + (point >= digits.length ? digits + '0'.repeat(point - digits.length) : `${digits.slice(0, point)}.${digits.slice(point)}`);
}
function formatFloat(x, type) {
    if (Number.isNaN(x))
        return 'NaN';
    if (!Number.isFinite(x))
        return x > 0 ? 'inf' : '-inf';
    if (Object.is(x, -0))
        return '-0';
    return withoutExponent(type === F32 ? shortestF32(x) : String(x));
}
export function formatResult(value, type) {
    if (type === F32 || type === F64)
        return formatFloat(Number(value), type);
    if (!isRef(type))
        return String(value);
    if (value === null)
        return 'null';
    return heapOf(type) === Heap.extern ? '<externref>' : `<${typeName(type)}>`;
}
