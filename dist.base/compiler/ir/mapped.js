// `map` for lists of nodes. Once optimised, `Array.prototype.map` makes arrays that may have holes. V8 turns operand lists that
// meet such a one in the same place into their like, and throws away, one after the other, what it had optimised for lists without.
export function mapped(list, to) {
    const out = [];
    for (let i = 0; i < list.length; i++)
        out.push(to(list[i], i));
    return out;
}
