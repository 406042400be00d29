// The section `metadata.code.branch_hint` of the branch hinting proposal: which way a `br_if` or `if` mostly goes. Hints change nothing
// but speed, so a section with anything wrong in it is left out as a whole, and a warning says what it is.
import { CompileError } from '../spec/errors.js';
import type { BranchHints, Module } from '../spec/module.js';
import { opId } from '../spec/opcodes.js';
import { openBody } from './code.js';
import { ByteReader } from './reader.js';

const BRANCH_HINTS = 'metadata.code.branch_hint';
const BR_IF = opId('br_if'), IF = opId('if');

/** The module's hints; `undefined` if it has none that can be used. */
export function decodeBranchHints(m: Module): BranchHints | undefined {
  const sections = m.customs.filter((c) => c.name === BRANCH_HINTS);
  if (sections.length === 0) return undefined;
  try {
    const { start, end } = sections[0].bytes;
    const r = new ByteReader(m.bytes, start, end);
    r.section = BRANCH_HINTS;
    if (sections.length > 1) r.fail('the section appears twice', sections[1].bytes.start);
    const firstBody = m.funcs[m.importedFuncs]?.body;
    if (firstBody !== undefined && start > firstBody.start) r.fail('the section must come before the code section');
    const hints = readHints(r, m);
    if (r.pos !== r.end) r.fail(`${r.end - r.pos} bytes are left over`);
    return hints;
  } catch (e) {
    if (!(e instanceof CompileError)) throw e;
    m.warnings.push({ message: `branch hints are not used: ${e.message}`, offset: e.offset });
    return undefined;
  }
}

function readHints(r: ByteReader, m: Module): BranchHints {
  const hints = new Map<number, Map<number, boolean>>();
  let last = -1;
  for (let functions = r.u32(); functions > 0; functions--) {
    const at = r.pos, index = r.u32(), body = m.funcs[index]?.body;
    if (body === undefined) r.fail(`there is no body of a function ${index}`, at);
    if (index <= last) r.fail(`functions must be in order: ${index} after ${last}`, at);
    last = index;
    hints.set(index, readFunction(r, m, index, body.start));
  }
  return hints;
}

function readFunction(r: ByteReader, m: Module, index: number, start: number): Map<number, boolean> {
  const hints = new Map<number, boolean>();
  const targets = branchesOf(m, index);
  let last = -1;
  for (let n = r.u32(); n > 0; n--) {
    const at = r.pos, offset = r.u32();
    if (offset <= last) r.fail(`offsets in function ${index} must be in order: ${offset} after ${last}`, at);
    if (!targets.has(start + offset)) r.fail(`invalid target: there is no br_if or if at offset ${offset} of function ${index}`, at);
    last = offset;
    const size = r.u32();
    if (size !== 1) r.fail(`a hint of ${size} bytes, must be 1`, at);
    const value = r.byte();
    if (value > 1) r.fail(`unknown hint ${value}`, at);
    hints.set(start + offset, value === 1);
  }
  return hints;
}

/** Offsets of the instructions that may have a hint. */
function branchesOf(m: Module, index: number): Set<number> {
  const { reader } = openBody(m, index);
  const found = new Set<number>();
  while (!reader.atEnd) {
    reader.read(m.types);
    const { op, offset } = reader.instruction;
    if (op.id === BR_IF || op.id === IF) found.add(offset);
  }
  return found;
}
