// Parametric instructions, locals and globals (spec 3.4.2 to 3.4.4).
import { BOTTOM, I32, isRef, typeName } from '../../spec/types.js';
function globalGet(w, index) {
    const visible = w.constGlobals < 0 ? w.module.globals.length : w.constGlobals;
    if (index >= visible)
        w.fail(`unknown global ${index}`);
    const { type, mutable } = w.module.globals[index].type;
    if (mutable && w.constGlobals >= 0)
        w.fail(`constant expression required: global ${index} is mutable`);
    w.push(type);
}
export const variable = {
    drop: (w) => {
        w.popAny();
    },
    select: (w) => {
        w.pop(I32);
        const b = w.popAny();
        const a = w.popAny();
        if (isRef(a) || isRef(b))
            w.fail(`type mismatch: select without type expects numbers or vectors, found ${typeName(isRef(a) ? a : b)}`);
        if (a !== b && a !== BOTTOM && b !== BOTTOM)
            w.mismatch(a, b);
        w.push(a === BOTTOM ? b : a);
    },
    select_t: (w, i) => {
        if (i.types.length !== 1)
            w.fail(`invalid result arity: select with ${i.types.length} types`);
        const t = i.types[0];
        w.ctx.checkValType(t, w.place());
        w.pop(I32);
        w.pop(t);
        w.pop(t);
        w.push(t);
    },
    'local.get': (w, i) => {
        const t = w.localType(i.index);
        if (w.localSet[i.index] === 0)
            w.fail(`uninitialized local: ${i.index}`);
        w.push(t);
    },
    'local.set': (w, i) => {
        w.pop(w.localType(i.index));
        w.setLocal(i.index);
    },
    'local.tee': (w, i) => {
        const t = w.localType(i.index);
        w.pop(t);
        w.setLocal(i.index);
        w.push(t);
    },
    'global.get': (w, i) => globalGet(w, i.index),
    'global.set': (w, i) => {
        if (i.index >= w.module.globals.length)
            w.fail(`unknown global ${i.index}`);
        const { type, mutable } = w.module.globals[i.index].type;
        if (!mutable)
            w.fail(`immutable global: global.set of ${i.index}`);
        w.pop(type);
    },
};
