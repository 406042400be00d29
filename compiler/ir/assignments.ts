// Which locals are assigned inside which block: the one thing SSA construction must know before it walks
// a body, since a loop's parameters are wanted at its head. One quick scan over the instructions.
//
// The sum of these sets is also what merges would cost. Bodies of several megabytes with thousands of nested
// blocks would need more merges than they have instructions; for those the scan says so, and the
// builder keeps their locals as variables, which costs optimisations but stays linear. Locals assigned where an
// exception may leave (inside `try`) are variables too: a handler sees whatever was assigned last.
import { openBody } from '../decode/code.js';
import { CompileError } from '../spec/errors.js';
import type { Module } from '../spec/module.js';
import { opId } from '../spec/opcodes.js';
import { Imm } from '../spec/opcode-row.js';

export interface Assignments {
  /** Per block in order of appearance (`block`, `loop`, `if`, `try`, `try_table`): locals assigned inside, no order. */
  byBlock: number[][];
  /** Which locals are to stay variables, by index. */
  demoted: Uint8Array;
}

const SET = opId('local.set'), TEE = opId('local.tee'), END = opId('end'), DELEGATE = opId('delegate'), TRY = opId('try'), TRY_TABLE = opId('try_table');
const NONE: number[] = [];
/** Merge operands per instruction that SSA form may cost before a function's locals stay variables. */
const MERGES_PER_INSTRUCTION = 12;

/** Scans the body of a function. A malformed one is left to the validator to report. */
export function scanAssignments(m: Module, func: number, localCount: number): Assignments {
  try {
    return scan(m, func);
  } catch (e) {
    if (e instanceof CompileError) return { byBlock: [], demoted: new Uint8Array(localCount).fill(1) };
    throw e;
  }
}

function scan(m: Module, func: number): Assignments {
  const { reader, locals } = openBody(m, func);
  const i = reader.instruction;
  const byBlock: number[][] = [];
  // Innermost open block that already holds a local; restored when that block closes.
  const holder = new Int32Array(locals.length).fill(-1);
  const demoted = new Uint8Array(locals.length);
  let tries = 0;
  const open: { id: number; locals: number[]; before: number[]; branches: number; isTry: boolean }[] = [{ id: 0, locals: [], before: [], branches: 0, isTry: false }];
  let nextId = 1, instructions = 0, cost = 0;
  while (!reader.atEnd) {
    reader.read(m.types);
    instructions++;
    const op = i.op;
    if (op.id === SET || op.id === TEE) {
      const top = open[open.length - 1], l = i.index;
      if (tries > 0) demoted[l] = 1;
      if (holder[l] !== top.id) { top.locals.push(l); top.before.push(holder[l]); holder[l] = top.id; }
    } else if (op.id === END || op.id === DELEGATE) {
      const b = open.pop()!;
      if (b.isTry) tries--;
      if (open.length === 0) continue;
      const parent = open[open.length - 1];
      byBlock[b.id - 1] = b.locals.length === 0 ? NONE : b.locals;
      cost += b.locals.length * (1 + b.branches);
      for (let k = 0; k < b.locals.length; k++) {
        const l = b.locals[k], before = b.before[k];
        if (before !== parent.id) { parent.locals.push(l); parent.before.push(before); holder[l] = parent.id; } else holder[l] = before;
      }
      if (cost > 1_000_000 && cost > MERGES_PER_INSTRUCTION * instructions * 4) return { byBlock: [], demoted: demoted.fill(1) };
    } else if (op.imm === Imm.block || op.imm === Imm.tryTable) {
      const isTry = op.id === TRY || op.id === TRY_TABLE;
      if (isTry) tries++;
      open.push({ id: nextId++, locals: [], before: [], branches: 0, isTry });
    } else if (op.imm === Imm.label || op.imm === Imm.brCast) {
      const t = open[open.length - 1 - i.index];
      if (t !== undefined) t.branches++;
    } else if (op.imm === Imm.labels) {
      // Equal labels share one edge; counting neighbours apart is close enough.
      let last = -1;
      for (const label of i.labels) { if (label !== last) { const t = open[open.length - 1 - label]; if (t !== undefined) t.branches++; last = label; } }
    }
  }
  if (cost > MERGES_PER_INSTRUCTION * instructions + 4096) return { byBlock: [], demoted: demoted.fill(1) };
  for (let k = 0; k < byBlock.length; k++) if (byBlock[k].some((l) => demoted[l] === 1)) byBlock[k] = byBlock[k].filter((l) => demoted[l] === 0);
  return { byBlock, demoted };
}
