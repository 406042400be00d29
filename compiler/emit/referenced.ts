// Functions that references lead to: those that element segments and constant expressions name. `ref.func` in a body needs such a
// declaration too, or an export.
import { InstructionReader } from '../decode/instruction.js';
import type { ElementSegment, Module, Range } from '../spec/module.js';
import { opId } from '../spec/opcodes.js';

const REF_FUNC = opId('ref.func');

function addOf(m: Module, range: Range, to: Set<number>): void {
  const r = new InstructionReader(m.bytes, range.start, range.end);
  while (!r.atEnd) {
    r.read(m.types);
    if (r.instruction.op.id === REF_FUNC) to.add(r.instruction.index);
  }
}

export function addReferenced(m: Module, segment: ElementSegment, to: Set<number>): void {
  for (const f of segment.funcs ?? []) to.add(f);
  for (const e of segment.exprs ?? []) addOf(m, e, to);
}

/** All that the module names outside of bodies. */
export function referencedFunctions(m: Module): Set<number> {
  const all = new Set<number>();
  for (const segment of m.elements) addReferenced(m, segment, all);
  for (const { init } of [...m.globals, ...m.tables]) if (init !== undefined) addOf(m, init, all);
  return all;
}
