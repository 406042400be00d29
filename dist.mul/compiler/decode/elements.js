// The element section. A segment's form is three flag bits: not active, a second table or declarative,
// expressions instead of function indices.
import { LIMITS } from '../spec/limits.js';
import { FUNCREF, Heap, refType } from '../spec/types.js';
import { readRefType } from './value-types.js';
const NOT_ACTIVE = 1;
const TABLE_OR_DECLARATIVE = 2;
const EXPRESSIONS = 4;
/** Function indices never give null. */
const REF_FUNC = refType(Heap.func, false);
export function decodeElementSection(r, m) {
    const n = r.count(LIMITS.elementSegments, 'element segments');
    for (let i = 0; i < n; i++)
        m.elements.push(readSegment(r, m));
}
function readSegment(r, m) {
    const offset = r.pos;
    const flags = r.u32();
    if (flags > 7)
        r.fail('malformed elements segment kind', offset);
    const active = (flags & NOT_ACTIVE) === 0;
    const mode = active ? 'active' : (flags & TABLE_OR_DECLARATIVE) !== 0 ? 'declarative' : 'passive';
    const table = active && (flags & TABLE_OR_DECLARATIVE) !== 0 ? r.u32() : 0;
    const init = active ? r.skipExpression(m.types) : undefined;
    // The two shortest forms leave the type out.
    const typed = (flags & (NOT_ACTIVE | TABLE_OR_DECLARATIVE)) !== 0;
    if ((flags & EXPRESSIONS) !== 0) {
        const elem = typed ? readRefType(r) : FUNCREF;
        return { mode, table, init, elem, funcs: undefined, exprs: readExpressions(r, m), offset };
    }
    const elem = typed ? readElementKind(r) : REF_FUNC;
    return { mode, table, init, elem, funcs: readFunctions(r), exprs: undefined, offset };
}
function readElementKind(r) {
    if (r.byte() !== 0)
        r.fail('malformed element kind', r.pos - 1);
    return REF_FUNC;
}
function readFunctions(r) {
    const n = r.count(LIMITS.elementSegments, 'elements');
    const funcs = [];
    for (let i = 0; i < n; i++)
        funcs.push(r.u32());
    return funcs;
}
function readExpressions(r, m) {
    const n = r.count(LIMITS.elementSegments, 'elements');
    const exprs = [];
    for (let i = 0; i < n; i++)
        exprs.push(r.skipExpression(m.types));
    return exprs;
}
