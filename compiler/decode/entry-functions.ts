// Which functions only the host calls: what is exported, and what the module's own code does not call by name.
import { opId } from '../spec/opcodes.js';
import type { Module } from '../spec/module.js';
import { CompileError } from '../spec/errors.js';
import { InstructionReader } from './instruction.js';
import { openBody } from './code.js';

const CALL = opId('call'), RETURN_CALL = opId('return_call');

const known = new WeakMap<Module, ReadonlySet<number>>();

/** Indices of the exported functions that no instruction of `m` calls directly; found once, on first demand. */
export function entryFunctions(m: Module): ReadonlySet<number> {
  let entries = known.get(m);
  if (entries === undefined) known.set(m, entries = find(m));
  return entries;
}

function find(m: Module): Set<number> {
  const entries = new Set(m.exports.filter(({ kind }) => kind === 'func').map(({ index }) => index)), reader = new InstructionReader(m.bytes);
  for (let index = m.importedFuncs; index < m.funcs.length && entries.size > 0; index++) {
    try {
      openBody(m, index, reader);
      while (!reader.atEnd) {
        reader.read(m.types);
        const { op, index: callee } = reader.instruction;
        if (op.id === CALL || op.id === RETURN_CALL) entries.delete(callee);
      }
    } catch (error) {
      // It is refused when its turn to be compiled comes, with all there is to say about it.
      if (!(error instanceof CompileError)) throw error;
    }
  }
  return entries;
}
