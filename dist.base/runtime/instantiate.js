// Instances of built modules.
import { kindOf, link } from './link.js';
import { canonTypes } from './rtt.js';
import { toTrap } from './traps.js';
export { link } from './link.js';
export function instantiate(module, imports) {
    const types = canonTypes(module.types);
    return instantiateLinked(module, link(module, imports, types), types);
}
/** Instantiates with records; the exports object is frozen and has no prototype, so any name is an ordinary property. */
export function instantiateLinked(module, links, types = canonTypes(module.types)) {
    let records;
    try {
        records = module.create(links, types);
    }
    catch (e) {
        throw toTrap(e); // of the start function, which is called raw
    }
    const exported = Object.create(null);
    for (let i = 0; i < records.length; i++)
        exported[module.exports[i][0]] = kindOf(module, module.exports[i][1]).show(records[i]);
    return Object.freeze(exported);
}
