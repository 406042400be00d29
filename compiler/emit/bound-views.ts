// Views of memories as constants. V8 compiles accesses to a constant DataView into a comparison with a constant length and the access
// itself; of a variable it looks at the object's class, length and storage again, in node 20 after every store.
//
// A memory's buffer is replaced when it grows. Where only the host can do that, and none of the module's functions runs
// whenever the host does, as the module calls nobody outside, the functions are made anew around the new view: they stand in a
// function of their own, `$bind`, and the records hold whichever were made last.
import { funcTypeAt, type Module } from '../spec/module.js';
import { Kind, kindOf, type ValType } from '../spec/types.js';
import type { Uses } from './module-env.js';

const isReference = (t: ValType): boolean => kindOf(t) === Kind.Ref;

/** Can nothing from outside be called while a function of the module runs? */
function callsNobody(m: Module): boolean {
  return m.imports.length === 0 && m.exports.every((e) => {
    switch (e.kind) {
      // What is in them, or comes as an argument, may be anything that can be called.
      case 'table': return false;
      case 'global': return !(m.globals[e.index].type.mutable && isReference(m.globals[e.index].type.type));
      case 'func': return !funcTypeAt(m, m.funcs[e.index].type).params.some(isReference);
      default: return true;
    }
  });
}

/** What has to be known of the functions: all of them have been emitted. */
export function bindsViews(m: Module, uses: Uses): boolean {
  if (uses.elements.size > 0 || uses.helpers.has('memoryGrow') || uses.tailForms.size > 0 || m.start !== undefined || !callsNobody(m)) return false;
  const exported = new Set(m.exports.filter((e) => e.kind === 'memory').map((e) => e.index));
  return [...uses.views].some((index) => exported.has(index)) && m.memories.every((memory) => !memory.type.limits.shared);
}
