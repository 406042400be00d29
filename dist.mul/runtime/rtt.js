// Canonical types. Two types are the same if their recursive groups are: each group is written down with references into the
// group as positions and references out of it as realm numbers, and that text is what groups are interned by.
import { registry } from './registry.js';
/** The canonical type of each type index of a module. */
export function canonTypes(groups) {
    const types = [];
    for (let i = 0; i < groups.length; i++) {
        const group = groups[i];
        canonGroup(typeof group === 'string' ? [group] : group, types);
    }
    return types;
}
/** Appends the types of a group. */
export function canonGroup(group, types) {
    const base = types.length;
    const text = [];
    for (let i = 0; i < group.length; i++)
        text.push(group[i].replace(/<(\d+)>/g, (_, n) => +n < base ? '<' + types[+n].id + '>' : '<.' + (+n - base) + '>'));
    const key = text.join(';');
    let known = registry.rttGroups.get(key);
    if (known === undefined) {
        known = makeGroup(text, key);
        registry.rttGroups.set(key, known);
    }
    for (let i = 0; i < known.length; i++)
        types.push(known[i]);
}
export function makeGroup(text, key) {
    const made = [];
    const base = registry.rtts.length;
    for (let i = 0; i < text.length; i++) {
        const desc = text[i].replace(/<\.(\d+)>/g, (_, n) => '<' + (base + +n) + '>');
        // The prefix: '-' if open, supertypes, what it describes and is described by, ':'.
        const prefix = /^(?:-?(?:<\d+>)*(?:\*<\d+>)?(?:@<\d+>)?:)?/.exec(desc);
        const body = desc.slice(prefix[0].length);
        const end = body.lastIndexOf(')');
        const isFunc = body[0] === '(';
        const rtt = {
            id: base + i, kind: isFunc ? 'func' : body[0] === '{' ? 'struct' : 'array',
            key: key + '#' + i, desc, supers: [], final: desc[0] !== '-', types: registry.rtts,
            params: isFunc ? splitTypes(body.slice(1, end)) : [],
            results: isFunc ? splitTypes(body.slice(end + 1)) : [],
        };
        const above = /^-?<(\d+)>/.exec(prefix[0]);
        if (above !== null)
            rtt.supers = registry.rtts[+above[1]].supers.slice();
        rtt.supers.push(rtt);
        registry.rtts.push(rtt);
        made.push(rtt);
    }
    return made;
}
/** `i?<3>F` to `['i', '?<3>', 'F']`; an exact reference is `?!<3>`. */
export function splitTypes(s) {
    return s.match(/[?&]!?(?:<\d+>|.)|./g) || [];
}
