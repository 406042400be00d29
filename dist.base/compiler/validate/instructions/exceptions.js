import { EXNREF, Heap, refType, typeNames } from '../../spec/types.js';
import { areSubtypes } from '../subtyping.js';
import { Frame } from '../walk-state.js';
import { openBlock } from './control.js';
const CAUGHT = refType(Heap.exn, false);
function checkClause(w, c) {
    const carried = c.kind < 2 ? [...w.tagParams(c.tag)] : [];
    if ((c.kind & 1) !== 0)
        carried.push(CAUGHT);
    const types = w.labelTypes(c.label);
    if (!areSubtypes(w.types, carried, types))
        w.fail(`type mismatch: catch clause passes ${typeNames(carried)}, label ${c.label} takes ${typeNames(types)}`);
}
/** `catch` and `catch_all` close what is before them in the same `try`. */
function openHandler(w, kind, params) {
    const before = w.frameKinds[w.depth - 1];
    if (before !== Frame.try && before !== Frame.catch)
        w.fail('catch outside of a try block');
    const type = w.popFrame();
    w.pushFrame(kind, type);
    w.pushAll(params);
}
export const exceptions = {
    throw: (w, i) => {
        w.popAll(w.tagParams(i.index));
        w.unreachable();
    },
    throw_ref: (w) => {
        w.pop(EXNREF);
        w.unreachable();
    },
    try_table: (w, i) => {
        // The clauses' labels are counted from outside the block.
        for (let k = 0; k < i.catches.length; k++)
            checkClause(w, i.catches[k]);
        openBlock(w, i.blockType, Frame.tryTable);
    },
    try: (w, i) => openBlock(w, i.blockType, Frame.try),
    catch: (w, i) => openHandler(w, Frame.catch, w.tagParams(i.index)),
    catch_all: (w) => openHandler(w, Frame.catchAll, []),
    rethrow: (w, i) => {
        const kind = w.frameKinds[w.frameAt(i.index)];
        if (kind !== Frame.catch && kind !== Frame.catchAll)
            w.fail('invalid rethrow label');
        w.unreachable();
    },
    delegate: (w, i) => {
        if (w.frameKinds[w.depth - 1] !== Frame.try)
            w.fail('delegate outside of a try block');
        const type = w.popFrame();
        // Counted from outside the `try`; the function itself stands for its caller.
        w.frameAt(i.index);
        w.pushAll(type.results);
    },
};
