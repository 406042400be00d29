// Reading the import object, as the JS API's "read the imports" does it: everything is read and checked for its kind first, in
// order, because getters can tell; then the types are checked.
import { LinkError } from './errors.js';
import { canonTypes } from './rtt.js';
/** The record of each import, in order. */
export function link(module, importObject, types = canonTypes(module.types)) {
    const imports = module.imports;
    if (imports.length > 0 && !isObject(importObject))
        throw new TypeError('the import object must be present and an object: the module imports ' + imports[0][0] + '.' + imports[0][1]);
    const places = [];
    const links = [];
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < imports.length; i++) {
        const [from, name, kindNumber, desc, exact] = imports[i];
        const kind = kindOf(module, kindNumber);
        const namespace = importObject[from];
        if (!isObject(namespace))
            throw new TypeError('import ' + from + '.' + name + ': ' + JSON.stringify(from) + ' must be an object, got ' + describeValue(namespace));
        const value = namespace[name];
        const place = { module, types, desc, exact: exact === 1, index: counts[kindNumber]++, at: i };
        const rec = kind.read(value, place);
        if (rec === undefined)
            throw new LinkError('import ' + from + '.' + name + ' must be ' + kind.expects(place) + ', got ' + describeValue(value));
        places.push(place);
        links.push(rec);
    }
    for (let i = 0; i < imports.length; i++) {
        const problem = kindOf(module, imports[i][2]).mismatch(links[i], places[i]);
        if (problem !== undefined)
            throw new LinkError('import ' + imports[i][0] + '.' + imports[i][1] + ': ' + problem);
    }
    return links;
}
export function kindOf(module, kind) {
    return module.kinds[kind];
}
export function isObject(value) {
    return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
export function describeValue(value) {
    return value === null ? 'null' : typeof value;
}
