// What a module may declare but the compiler cannot lower yet is refused by name before anything is written;
// unsupported instructions are refused where they stand (build-instructions.ts).
import { CompileError } from '../spec/errors.js';
import type { Module } from '../spec/module.js';

export function refuseUnsupported(m: Module): void {
  for (const x of m.memories) if (x.type.limits.shared) throw new CompileError('shared memory: threads are not supported yet', { offset: x.offset });
}
