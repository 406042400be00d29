// Which form of a module an instance gets: where modules are compiled at run time, functions that can be suspended are compiled
// when an instance is about to link with something that suspends.
import { registry } from '../registry.js';
const FUNC = 0, TABLE = 1;
/** The module to instantiate with `links`. */
export function moduleFor(rec, links) {
    const { module } = rec;
    // Nothing suspends before there is a first Suspending.
    if (module.jspi !== 'later' || registry.values.readSuspending === undefined)
        return module;
    const wanted = [];
    module.imports.forEach(([from, name, kind], i) => {
        if (kind === FUNC && links[i].s !== null)
            wanted.push(escaped(from) + '.' + escaped(name));
    });
    if (wanted.length > 0 || [...module.imports.map((i) => i[2]), ...module.exports.map((e) => e[1])].indexOf(TABLE) >= 0)
        wanted.push('references');
    if (wanted.length === 0)
        return module;
    const jspi = wanted.join();
    let made = rec.suspendable.get(jspi);
    if (made === undefined)
        rec.suspendable.set(jspi, made = rec.compile(rec.bytes, jspi));
    return made;
}
/** A name as the option takes it literally. */
export function escaped(name) {
    return name.replace(/[\\,* ]/g, '\\$&');
}
