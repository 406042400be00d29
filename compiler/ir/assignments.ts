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
import { LiveLocals } from './live-locals.js';
import { mapped } from './mapped.js';
import { opTable } from './op-classes.js';

export interface Assignments {
  /** Per block in order of appearance (`block`, `loop`, `if`, `try`, `try_table`): locals assigned inside, no order. */
  byBlock: number[][];
  /** Those of them that may be read at its end, and, of a loop, at its head. */
  atEnd: number[][];
  atHead: number[][];
  /** Is that not known, so that they hold all that are assigned? */
  unpruned: boolean;
  /** Which locals are to stay variables, by index. */
  demoted: Uint8Array;
}

const GET = opId('local.get'), SET = opId('local.set'), TEE = opId('local.tee'), END = opId('end'), DELEGATE = opId('delegate');
const BLOCK = opId('block'), LOOP = opId('loop'), IF = opId('if'), ELSE = opId('else'), CATCH = opId('catch'), CATCH_ALL = opId('catch_all');
const RETHROW = opId('rethrow');
/** Does control go elsewhere, always? */
const JUMPS = opTable('br', 'br_table', 'return', 'unreachable', 'throw', 'throw_ref', 'rethrow', 'return_call', 'return_call_indirect', 'return_call_ref');
const NONE: number[] = [];
const live = new LiveLocals();
/** Merge operands per instruction that SSA form may cost before a function's locals stay variables. */
const MERGES_PER_INSTRUCTION = 12;

interface Open { id: number; op: number; locals: number[]; before: number[]; branches: number }

/** Scans the body of a function. A malformed one is left to the validator to report. */
export function scanAssignments(m: Module, func: number, localCount: number): Assignments {
  try {
    return scan(m, func);
  } catch (e) {
    if (e instanceof CompileError) return allVariables(new Uint8Array(localCount));
    throw e;
  }
}
const allVariables = (demoted: Uint8Array): Assignments => ({ byBlock: [], atEnd: [], atHead: [], unpruned: false, demoted: demoted.fill(1) });

function scan(m: Module, func: number): Assignments {
  const { reader, locals } = openBody(m, func);
  const i = reader.instruction;
  const byBlock: number[][] = [], isLoop: boolean[] = [];
  // Innermost open block that already holds a local; restored when that block closes.
  const holder = new Int32Array(locals.length).fill(-1);
  const demoted = new Uint8Array(locals.length);
  let tries = 0;
  const open: Open[] = [{ id: 0, op: BLOCK, locals: [], before: [], branches: 0 }];
  const isTry = (op: number): boolean => op !== BLOCK && op !== LOOP && op !== IF;
  const branch = (label: number): void => {
    const t = open[open.length - 1 - label];
    if (t === undefined) return;
    t.branches++;
    live.branch(t.id, t.op === LOOP);
  };
  let nextId = 1, instructions = 0, cost = 0;
  live.begin();
  while (!reader.atEnd) {
    reader.read(m.types);
    instructions++;
    const { id, imm } = i.op;
    if (id === GET) live.get(i.index);
    else if (id === SET || id === TEE) {
      const top = open[open.length - 1], l = i.index;
      live.set(l);
      if (tries > 0) demoted[l] = 1;
      if (holder[l] !== top.id) { top.locals.push(l); top.before.push(holder[l]); holder[l] = top.id; }
    } else if (id === END || id === DELEGATE) {
      const b = open.pop()!;
      if (isTry(b.op)) tries--;
      if (open.length === 0) continue;
      if (b.op === IF) live.closeIf(b.id);
      else live.close(b.id);
      const parent = open[open.length - 1];
      if (b.locals.length > 0) byBlock[b.id - 1] = b.locals;
      cost += b.locals.length * (1 + b.branches);
      for (let k = 0; k < b.locals.length; k++) {
        const l = b.locals[k], before = b.before[k];
        if (before !== parent.id) { parent.locals.push(l); parent.before.push(before); holder[l] = parent.id; } else holder[l] = before;
      }
      if (cost > 1_000_000 && cost > MERGES_PER_INSTRUCTION * instructions * 4) return allVariables(demoted);
    } else if (imm === Imm.block || imm === Imm.tryTable) {
      if (imm === Imm.tryTable) for (const { label } of i.catches) branch(label);
      if (isTry(id)) { tries++; live.openTry(nextId); } else if (id === LOOP) live.openLoop(nextId); else if (id === IF) live.openIf(nextId); else live.openBlock(nextId);
      // In order, so that the list has no holes.
      byBlock.push(NONE);
      isLoop.push(id === LOOP);
      open.push({ id: nextId++, op: id, locals: [], before: [], branches: 0 });
    } else if (id === ELSE) live.else();
    else if (id === CATCH || id === CATCH_ALL) live.handler();
    else if (imm === Imm.label || imm === Imm.brCast || imm === Imm.brCastDesc) { if (id !== RETHROW) branch(i.index); } else if (imm === Imm.labels) {
      // Equal labels share one edge; counting neighbours apart is close enough.
      let last = -1;
      for (const label of i.labels) { if (label !== last) { branch(label); last = label; } }
    }
    if (JUMPS[id] !== 0) live.jump();
  }
  if (cost > MERGES_PER_INSTRUCTION * instructions + 4096) return allVariables(demoted);
  if (demoted.includes(1)) for (let k = 0; k < byBlock.length; k++) if (byBlock[k].some((l) => demoted[l] === 1)) byBlock[k] = byBlock[k].filter((l) => demoted[l] === 0);
  if (!live.solve(nextId, locals.length)) return { byBlock, atEnd: byBlock, atHead: byBlock, unpruned: true, demoted };
  return { byBlock, atEnd: mapped(byBlock, (all, k) => kept(all, k + 1, isLiveAtEnd)), atHead: mapped(byBlock, (all, k) => (isLoop[k] ? kept(all, k + 1, isLiveAtHead) : NONE)), unpruned: false, demoted };
}

const isLiveAtEnd = (block: number, local: number): boolean => live.isLiveAtEnd(block, local);
const isLiveAtHead = (block: number, local: number): boolean => live.isLiveAtHead(block, local);
/** Those of `all` that are live at one end of the block; the list itself if it is all of them. */
function kept(all: number[], block: number, isLive: typeof isLiveAtEnd): number[] {
  let from = 0;
  while (from < all.length && isLive(block, all[from])) from++;
  if (from === all.length) return all;
  const some = all.slice(0, from);
  while (++from < all.length) if (isLive(block, all[from])) some.push(all[from]);
  return some.length === 0 ? NONE : some;
}
