// Blocks, branches, calls and tail calls (spec 3.4.1).
import type { Instruction } from '../../spec/instruction.js';
import type { FuncType } from '../../spec/module.js';
import { FUNCREF, I32, concrete, isRef, refType, typeName, typeNames, type ValType } from '../../spec/types.js';
import { areSubtypes, isSubtype, nonNull, withNull } from '../subtyping.js';
import { Frame, type WalkState } from '../walk-state.js';
import type { Handlers } from './handler.js';

/** Opens a block of any sort: its parameters move into the new frame. */
export function openBlock(w: WalkState, type: FuncType, kind: Frame): void {
  const { params, results } = type;
  if (params.length > 0 || results.length > 0) checkBlockType(w, params, results);
  w.popAll(params);
  w.pushFrame(kind, type);
  w.pushAll(params);
}

function checkBlockType(w: WalkState, params: readonly ValType[], results: readonly ValType[]): void {
  if (params.length > 0 || results.length > 1) w.ctx.features.require('multi-value', 'a block with parameters or several results', w.place());
  // A block type that is a type index was checked with the type section; one result may be written in place.
  else if (isRef(results[0])) w.ctx.checkValType(results[0], w.place());
}

/** A branch that may be taken: what it carries stays, with the label's types. */
function branchMaybe(w: WalkState, types: readonly ValType[]): void {
  if (types.length === 0) return;
  w.popAll(types);
  w.pushAll(types);
}

/** The type at the end of the label's types, which a cast branch fills with the reference it tested. */
export function lastLabelType(w: WalkState, label: number): ValType {
  const types = w.labelTypes(label);
  const last = types.length > 0 ? types[types.length - 1] : 0;
  if (!isRef(last)) w.fail(`type mismatch: label ${label} takes ${typeNames(types)}, which does not end in a reference`);
  return last;
}

/** As `branchMaybe`, for all but the last of the label's types. */
export function branchMaybeButLast(w: WalkState, label: number): void {
  const types = w.labelTypes(label);
  for (let k = types.length - 2; k >= 0; k--) w.pop(types[k]);
  for (let k = 0; k < types.length - 1; k++) w.push(types[k]);
}

function callee(w: WalkState, index: number): FuncType {
  if (index >= w.ctx.funcCount) w.fail(`unknown function ${index}`);
  return w.ctx.funcTypes[index];
}

function call(w: WalkState, type: FuncType): void {
  w.popAll(type.params);
  w.pushAll(type.results);
}

function returnCall(w: WalkState, type: FuncType): void {
  if (!areSubtypes(w.types, type.results, w.results)) {
    w.fail(`type mismatch: tail call returns ${typeNames(type.results)}, the function ${typeNames(w.results)}`);
  }
  w.popAll(type.params);
  w.unreachable();
}

function indirectCallee(w: WalkState, i: Instruction): FuncType {
  const elem = w.tableElem(i.index2);
  if (!isSubtype(w.types, elem, FUNCREF)) w.fail(`type mismatch: expected a table of functions, found ${typeName(elem)}`);
  const type = w.funcType(i.index);
  w.pop(w.ctx.tableAddress[i.index2]);
  return type;
}

function refCallee(w: WalkState, i: Instruction): FuncType {
  const type = w.funcType(i.index);
  w.pop(refType(concrete(i.index), true));
  return type;
}

export const control: Handlers = {
  unreachable: (w) => w.unreachable(),
  block: (w, i) => openBlock(w, i.blockType, Frame.block),
  loop: (w, i) => openBlock(w, i.blockType, Frame.loop),
  if: (w, i) => {
    w.pop(I32);
    openBlock(w, i.blockType, Frame.if);
  },
  else: (w) => {
    if (w.frameKinds[w.depth - 1] !== Frame.if) w.fail('else without if');
    const type = w.popFrame();
    w.pushFrame(Frame.else, type);
    w.pushAll(type.params);
  },
  end: (w) => {
    const kind = w.frameKinds[w.depth - 1];
    const type = w.popFrame();
    // Without `else` the parameters fall through as results.
    if (kind === Frame.if && !areSubtypes(w.types, type.params, type.results)) {
      w.fail(`type mismatch: if without else takes ${typeNames(type.params)} and yields ${typeNames(type.results)}`);
    }
    w.pushAll(type.results);
  },
  br: (w, i) => {
    w.popAll(w.labelTypes(i.index));
    w.unreachable();
  },
  br_if: (w, i) => {
    w.pop(I32);
    branchMaybe(w, w.labelTypes(i.index));
  },
  br_table: (w, i) => {
    w.pop(I32);
    const { labels } = i;
    const arity = w.labelTypes(labels[labels.length - 1]).length;
    let last: readonly ValType[] | undefined;
    for (let k = 0; k < labels.length; k++) {
      const types = w.labelTypes(labels[k]);
      // Tables of thousands of entries mostly repeat a few labels.
      if (types === last) continue;
      last = types;
      if (types.length !== arity) w.fail(`type mismatch: label ${labels[k]} takes ${types.length} values, the default label ${arity}`);
      w.peekAll(types);
    }
    w.unreachable();
  },
  return: (w) => {
    w.popAll(w.results);
    w.unreachable();
  },
  call: (w, i) => call(w, callee(w, i.index)),
  call_indirect: (w, i) => call(w, indirectCallee(w, i)),
  call_ref: (w, i) => call(w, refCallee(w, i)),
  return_call: (w, i) => returnCall(w, callee(w, i.index)),
  return_call_indirect: (w, i) => returnCall(w, indirectCallee(w, i)),
  return_call_ref: (w, i) => returnCall(w, refCallee(w, i)),
  br_on_null: (w, i) => {
    const t = w.popRef();
    branchMaybe(w, w.labelTypes(i.index));
    w.push(nonNull(t));
  },
  br_on_non_null: (w, i) => {
    w.pop(withNull(lastLabelType(w, i.index)));
    branchMaybeButLast(w, i.index);
  },
};
