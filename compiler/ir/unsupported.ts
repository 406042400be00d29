// What a module may declare but the compiler cannot lower yet is refused by name before anything is written;
// unsupported instructions are refused where they stand (build-instructions.ts).
import { CompileError } from '../spec/errors.js';
import type { Limits, Module } from '../spec/module.js';

export function refuseUnsupported(m: Module): void {
  const limits = (l: Limits, what: string, offset: number): void => {
    if (l.index64) throw new CompileError(`${what} with 64-bit addresses: memory64 is not supported yet`, { offset });
    if (l.shared) throw new CompileError(`shared ${what}: threads are not supported yet`, { offset });
  };
  for (const x of m.memories) {
    limits(x.type.limits, 'memory', x.offset);
    if (x.type.pageSizeLog2 !== 16) throw new CompileError('memory with another page size: custom page sizes are not supported yet', { offset: x.offset });
  }
  for (const x of m.tables) limits(x.type.limits, 'table', x.offset);
}
