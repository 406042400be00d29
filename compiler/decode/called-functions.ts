// Which functions the module's own code calls by name. What is exported and not among them is called by the host alone.
import { opId } from '../spec/opcodes.js';
import type { Module } from '../spec/module.js';
import { CompileError } from '../spec/errors.js';
import { InstructionReader } from './instruction.js';
import { openBody } from './code.js';

const CALL = opId('call'), RETURN_CALL = opId('return_call');

const known = new WeakMap<Module, ReadonlySet<number>>();

/** Indices of the functions that instructions of `m` call directly; found once, on first demand. */
export function calledFunctions(m: Module): ReadonlySet<number> {
  let called = known.get(m);
  if (called === undefined) known.set(m, called = find(m));
  return called;
}

function find(m: Module): Set<number> {
  const called = new Set<number>(), reader = new InstructionReader(m.bytes);
  for (let index = m.importedFuncs; index < m.funcs.length; index++) {
    try {
      openBody(m, index, reader);
      while (!reader.atEnd) {
        reader.read(m.types);
        const { op, index: callee } = reader.instruction;
        if (op.id === CALL || op.id === RETURN_CALL) called.add(callee);
      }
    } catch (error) {
      // It is refused when its turn to be compiled comes, with all there is to say about it.
      if (!(error instanceof CompileError)) throw error;
    }
  }
  return called;
}
