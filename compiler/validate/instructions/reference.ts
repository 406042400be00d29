// References: null, functions, casts, i31, conversions (spec 3.4.5).
import type { Instruction } from '../../spec/instruction.js';
import { Heap, I32, concrete, heapOf, isNullable, refType, typeName, type ValType } from '../../spec/types.js';
import { isSubtype, nonNull, topOf, withoutNullOf } from '../subtyping.js';
import type { WalkState } from '../walk-state.js';
import { branchMaybeButLast, lastLabelType } from './control.js';
import type { Handlers } from './handler.js';

/** Checks a cast's target type and pops the reference, which may be any of the same hierarchy. */
export function popCastOperand(w: WalkState, to: ValType): void {
  w.ctx.checkValType(to, w.place());
  w.pop(refType(topOf(w.types, heapOf(to)), true));
}

/** Custom descriptors let a branch cast to any type of the same hierarchy, as `ref.cast` always could. */
function checkUnrelatedCast(w: WalkState, from: ValType, to: ValType): void {
  const { features } = w.ctx;
  const sameHierarchy = topOf(w.types, heapOf(from)) === topOf(w.types, heapOf(to));
  if (sameHierarchy && features.enabled.has('custom-descriptors')) {
    features.require('custom-descriptors', 'a cast branch to an unrelated type', w.place());
  } else w.fail(`type mismatch: cast from ${typeName(from)} to ${typeName(to)}, which is not below it`);
}

/** Checks the types of a cast branch against one another and its label; pops the reference. */
export function castBranch(w: WalkState, i: Instruction, onFail: boolean): void {
  const { from, to } = i;
  w.ctx.checkValType(from, w.place());
  w.ctx.checkValType(to, w.place());
  if (!isSubtype(w.types, to, from)) checkUnrelatedCast(w, from, to);
  const rest = withoutNullOf(from, to);
  const carried = onFail ? rest : to;
  const last = lastLabelType(w, i.index);
  if (!isSubtype(w.types, carried, last)) w.mismatch(last, carried);
  w.pop(from);
  branchMaybeButLast(w, i.index);
  w.push(onFail ? to : rest);
}

function convert(w: WalkState, from: number, to: number): void {
  const t = w.pop(refType(from, true));
  // A polymorphic operand is not null, and so is what comes of it.
  w.push(refType(to, t !== 0 && isNullable(t)));
}

function cast(w: WalkState, i: Instruction): void {
  popCastOperand(w, i.to);
  w.push(i.to);
}

function test(w: WalkState, i: Instruction): void {
  popCastOperand(w, i.to);
  w.push(I32);
}

export const reference: Handlers = {
  'ref.null': (w, i) => {
    // `to` is the whole type: `heap` does not say whether it is exact.
    w.ctx.checkValType(i.to, w.place());
    w.push(i.to);
  },
  'ref.is_null': (w) => {
    w.popRef();
    w.push(I32);
  },
  'ref.as_non_null': (w) => w.push(nonNull(w.popRef())),
  'ref.func': (w, i) => {
    if (i.index >= w.ctx.funcCount) w.fail(`unknown function ${i.index}`);
    if (w.constGlobals >= 0) w.ctx.declared[i.index] = 1;
    else if (w.ctx.declared[i.index] === 0) w.fail(`undeclared function reference ${i.index}`);
    const f = w.module.funcs[i.index];
    // An imported function may be of a subtype, unless its import says otherwise.
    const desc = f.import?.desc;
    w.push(refType(concrete(f.type), false, desc === undefined || (desc.kind === 'func' && desc.exact === true)));
  },
  'ref.test': test,
  'ref.test_null': test,
  'ref.cast': cast,
  'ref.cast_null': cast,
  br_on_cast: (w, i) => castBranch(w, i, false),
  br_on_cast_fail: (w, i) => castBranch(w, i, true),
  'any.convert_extern': (w) => convert(w, Heap.extern, Heap.any),
  'extern.convert_any': (w) => convert(w, Heap.any, Heap.extern),
};
