// Narrowing lanes that are known to fit: nothing is left to saturate, and they are only put together.
import { opId } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import { maxOf, minOf, zerosOf } from '../ranges.js';
import { i32Const, onFacts } from './fact-rules.js';
const AND = opId('i32.and'), OR = opId('i32.or'), SHL = opId('i32.shl'), SHR_U = opId('i32.shr_u');
const binary = (sink, op, a, b) => sink.create(op, Kind.I32, [a, i32Const(sink, b)]);
/** Two words as the halves of one; the upper half of `a` is cut off. */
const halves = (sink, a, b) => sink.create(OR, Kind.I32, [binary(sink, AND, a, 0xffff), binary(sink, SHL, b, 16)]);
/** The low bytes of a word's shorts, whose high bytes are 0, beside each other. */
const bytes = (sink, a) => sink.create(OR, Kind.I32, [a, binary(sink, SHR_U, a, 8)]);
/** Four lanes as the bytes of a word. */
function fourBytes(sink, [a, b, c, d]) {
    const byte = (x) => binary(sink, AND, x, 0xff), join = (x, y) => sink.create(OR, Kind.I32, [x, y]);
    return join(join(byte(a), binary(sink, SHL, byte(b), 8)), join(binary(sink, SHL, byte(c), 16), binary(sink, SHL, d, 24)));
}
const FITS = {
    narrow32WordS: (n) => minOf(n) >= -32768 && maxOf(n) <= 32767,
    narrow32WordU: (n) => minOf(n) >= 0 && maxOf(n) <= 65535,
    narrowShortsS: (n) => minOf(n) >= -128 && maxOf(n) <= 127,
    narrowShortsU: (n) => minOf(n) >= 0 && maxOf(n) <= 255,
    narrow16WordS: (n) => (0xff80ff80 & ~zerosOf(n)) === 0,
    narrow16WordU: (n) => (0xff00ff00 & ~zerosOf(n)) === 0,
};
onFacts('helper', (sink, n) => {
    const fits = FITS[n.aux];
    if (fits === undefined)
        return null;
    if (!n.args.every(fits))
        return null;
    const [a, b] = n.args;
    if (n.args.length === 4)
        return fourBytes(sink, n.args);
    return n.aux.startsWith('narrow32') ? halves(sink, a, b) : halves(sink, bytes(sink, a), bytes(sink, b));
});
