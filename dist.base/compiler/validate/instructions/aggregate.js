import { LIMITS } from '../../spec/limits.js';
import { BOTTOM, I16, I32, I8, concrete, heapName, heapOf, isConcrete, isExact, isRef, refType, typeIndexOf, typeName } from '../../spec/types.js';
import { isDefaultable, isSubtype, unpacked } from '../subtyping.js';
import { castBranch, popCastOperand } from './reference.js';
const isPacked = (t) => t === I8 || t === I16;
/** A nullable reference to a defined type, which accessors take. */
const nullable = (type) => refType(concrete(type), true);
/** What an allocation yields: the type itself, none below it. */
const allocated = (type) => refType(concrete(type), false, true);
function structAt(w, index) {
    if (index >= w.module.types.length)
        w.fail(`unknown type ${index}`);
    const t = w.module.types[index].composite;
    if (t.kind !== 'struct')
        w.fail(`type mismatch: type ${index} is not a struct type`);
    return t;
}
function arrayAt(w, index) {
    if (index >= w.module.types.length)
        w.fail(`unknown type ${index}`);
    const t = w.module.types[index].composite;
    if (t.kind !== 'array')
        w.fail(`type mismatch: type ${index} is not an array type`);
    return t;
}
function mutableArrayAt(w, index) {
    const t = arrayAt(w, index);
    if (!t.field.mutable)
        w.fail(`immutable array: type ${index}`);
    return t;
}
function fieldAt(w, i) {
    const { fields } = structAt(w, i.index);
    if (i.index2 >= fields.length)
        w.fail(`unknown field ${i.index2}`);
    return fields[i.index2];
}
/** Plain accessors read unpacked fields, `_s` and `_u` packed ones. */
function checkPacking(w, i, f) {
    const plain = i.op.name === 'struct.get' || i.op.name === 'array.get';
    if (plain === isPacked(f.type))
        w.fail(`type mismatch: ${i.op.name} of a field of type ${typeName(f.type)}`);
}
function structGet(w, i) {
    const f = fieldAt(w, i);
    checkPacking(w, i, f);
    w.pop(nullable(i.index));
    w.push(unpacked(f.type));
}
function arrayGet(w, i) {
    const { field } = arrayAt(w, i.index);
    checkPacking(w, i, field);
    w.pop(I32);
    w.pop(nullable(i.index));
    w.push(unpacked(field.type));
}
function structNew(w, i, withDescriptor, byDefault) {
    const { fields } = structAt(w, i.index);
    const { descriptor } = w.module.types[i.index];
    if (withDescriptor) {
        if (descriptor === undefined)
            w.fail('type without descriptor requires non-descriptor allocation');
        w.pop(refType(concrete(descriptor), true, true));
    }
    else if (descriptor !== undefined)
        w.fail('type with descriptor requires descriptor allocation');
    for (let k = fields.length - 1; k >= 0; k--) {
        if (!byDefault)
            w.pop(unpacked(fields[k].type));
        else if (!isDefaultable(fields[k].type))
            w.fail(`type mismatch: field ${k} of type ${typeName(fields[k].type)} has no default`);
    }
    w.push(allocated(i.index));
}
function checkArrayOfNumbers(w, t) {
    if (isRef(t.field.type))
        w.fail('array type is not numeric or vector');
}
function checkArrayOfElements(w, t, segment) {
    const elem = w.elemType(segment);
    if (!isSubtype(w.types, elem, t.field.type))
        w.fail(`type mismatch: elements of type ${typeName(elem)} into an array of ${typeName(t.field.type)}`);
}
/** Pops what `array.init_*` and, with a value before the length, `array.fill` take. */
function popRange(w, type) {
    w.pop(I32);
    w.pop(I32);
    w.pop(I32);
    w.pop(nullable(type));
}
/** The descriptor type of a reference type, which must be of a type that has one. */
function descriptorOf(w, t) {
    const heap = heapOf(t);
    const descriptor = isConcrete(heap) ? w.module.types[typeIndexOf(heap)]?.descriptor : undefined;
    if (descriptor === undefined)
        w.fail(`type ${heapName(heap)} does not have a descriptor`);
    return descriptor;
}
/** Pops the descriptor a cast to `to` compares with; a cast to an exact type needs an exact one. */
function popDescriptor(w, to) {
    w.ctx.checkValType(to, w.place());
    w.pop(refType(concrete(descriptorOf(w, to)), true, isExact(to)));
}
function castDesc(w, i) {
    popDescriptor(w, i.to);
    popCastOperand(w, i.to);
    w.push(i.to);
}
function getDesc(w, i) {
    structAt(w, i.index);
    const { descriptor } = w.module.types[i.index];
    if (descriptor === undefined)
        w.fail(`type without descriptor: ${i.index}`);
    // The descriptor of an exact type is known exactly; so is that of null and of a polymorphic operand.
    const t = w.pop(nullable(i.index));
    const exact = t === BOTTOM || isSubtype(w.types, t, refType(concrete(i.index), true, true));
    w.push(refType(concrete(descriptor), false, exact));
}
export const aggregate = {
    'struct.new': (w, i) => structNew(w, i, false, false),
    'struct.new_default': (w, i) => structNew(w, i, false, true),
    'struct.get': structGet,
    'struct.get_s': structGet,
    'struct.get_u': structGet,
    'struct.set': (w, i) => {
        const f = fieldAt(w, i);
        if (!f.mutable)
            w.fail(`immutable field: ${i.index2} of type ${i.index}`);
        w.pop(unpacked(f.type));
        w.pop(nullable(i.index));
    },
    'array.new': (w, i) => {
        const { field } = arrayAt(w, i.index);
        w.pop(I32);
        w.pop(unpacked(field.type));
        w.push(allocated(i.index));
    },
    'array.new_default': (w, i) => {
        const { field } = arrayAt(w, i.index);
        if (!isDefaultable(field.type))
            w.fail(`type mismatch: elements of type ${typeName(field.type)} have no default`);
        w.pop(I32);
        w.push(allocated(i.index));
    },
    'array.new_fixed': (w, i) => {
        const t = unpacked(arrayAt(w, i.index).field.type);
        if (i.index2 > LIMITS.arrayNewFixed)
            w.fail(`array.new_fixed of ${i.index2} elements; the limit is ${LIMITS.arrayNewFixed}`);
        for (let k = i.index2; k > 0; k--)
            w.pop(t);
        w.push(allocated(i.index));
    },
    'array.new_data': (w, i) => {
        checkArrayOfNumbers(w, arrayAt(w, i.index));
        w.checkData(i.index2);
        w.pop(I32);
        w.pop(I32);
        w.push(allocated(i.index));
    },
    'array.new_elem': (w, i) => {
        checkArrayOfElements(w, arrayAt(w, i.index), i.index2);
        w.pop(I32);
        w.pop(I32);
        w.push(allocated(i.index));
    },
    'array.get': arrayGet,
    'array.get_s': arrayGet,
    'array.get_u': arrayGet,
    'array.set': (w, i) => {
        const { field } = mutableArrayAt(w, i.index);
        w.pop(unpacked(field.type));
        w.pop(I32);
        w.pop(nullable(i.index));
    },
    'array.fill': (w, i) => {
        const { field } = mutableArrayAt(w, i.index);
        w.pop(I32);
        w.pop(unpacked(field.type));
        w.pop(I32);
        w.pop(nullable(i.index));
    },
    'array.copy': (w, i) => {
        const to = mutableArrayAt(w, i.index);
        const from = arrayAt(w, i.index2);
        if (!isSubtype(w.types, from.field.type, to.field.type))
            w.fail(`array types do not match: ${typeName(from.field.type)} into ${typeName(to.field.type)}`);
        w.pop(I32);
        w.pop(I32);
        w.pop(nullable(i.index2));
        w.pop(I32);
        w.pop(nullable(i.index));
    },
    'array.init_data': (w, i) => {
        checkArrayOfNumbers(w, mutableArrayAt(w, i.index));
        w.checkData(i.index2);
        popRange(w, i.index);
    },
    'array.init_elem': (w, i) => {
        checkArrayOfElements(w, mutableArrayAt(w, i.index), i.index2);
        popRange(w, i.index);
    },
    'struct.new_desc': (w, i) => structNew(w, i, true, false),
    'struct.new_default_desc': (w, i) => structNew(w, i, true, true),
    'ref.get_desc': getDesc,
    'ref.cast_desc_eq': castDesc,
    'ref.cast_desc_eq_null': castDesc,
    br_on_cast_desc_eq: (w, i) => {
        popDescriptor(w, i.to);
        castBranch(w, i, false);
    },
    br_on_cast_desc_eq_fail: (w, i) => {
        popDescriptor(w, i.to);
        castBranch(w, i, true);
    },
};
