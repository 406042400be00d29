// Tables and element segments (spec 3.4.6).
import { I32, typeName } from '../../spec/types.js';
import { isSubtype } from '../subtyping.js';
import { smallerAddress } from '../walk-state.js';
function checkElements(w, from, to) {
    if (!isSubtype(w.types, from, to))
        w.fail(`type mismatch: elements of type ${typeName(from)} into a table of ${typeName(to)}`);
}
export const table = {
    'table.get': (w, i) => {
        w.pop(w.tableAddress(i.index));
        w.push(w.tableElem(i.index));
    },
    'table.set': (w, i) => {
        w.pop(w.tableElem(i.index));
        w.pop(w.tableAddress(i.index));
    },
    'table.size': (w, i) => w.push(w.tableAddress(i.index)),
    'table.grow': (w, i) => {
        const address = w.tableAddress(i.index);
        w.pop(address);
        w.pop(w.tableElem(i.index));
        w.push(address);
    },
    'table.fill': (w, i) => {
        const address = w.tableAddress(i.index);
        w.pop(address);
        w.pop(w.tableElem(i.index));
        w.pop(address);
    },
    'table.copy': (w, i) => {
        const to = w.tableAddress(i.index);
        const from = w.tableAddress(i.index2);
        checkElements(w, w.tableElem(i.index2), w.tableElem(i.index));
        w.pop(smallerAddress(to, from));
        w.pop(from);
        w.pop(to);
    },
    'table.init': (w, i) => {
        const address = w.tableAddress(i.index2);
        checkElements(w, w.elemType(i.index), w.tableElem(i.index2));
        w.pop(I32);
        w.pop(I32);
        w.pop(address);
    },
    'elem.drop': (w, i) => {
        w.elemType(i.index);
    },
};
