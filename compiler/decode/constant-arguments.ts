// Copies of short functions for the constants that most of their calls pass as 64-bit arguments. Compilers multiply 128-bit
// numbers by a function that is linked as it is (`__multi3`), with 0 as both high halves where 64-bit numbers are multiplied.
// Such a constant is two words here, and half of what the function computes is then known. The copy is one more function of
// the module over the same bytes; calls go to it once they are built and their arguments seen (optimize/constant-arguments.ts),
// so nothing depends on what is counted here.
import { CompileError } from '../spec/errors.js';
import type { FixedWords, Module } from '../spec/module.js';
import { funcTypeAt } from '../spec/module.js';
import { opId } from '../spec/opcodes.js';
import { I64 } from '../spec/types.js';
import { openBody } from './code.js';
import { InstructionReader } from './instruction.js';

/** Shorter ones may be inlined, longer ones would take more text than they save time. */
const MIN_BYTES = 65, MAX_BYTES = 256;
/** A copy is worth its text from this many calls on. */
const MIN_CALLS = 4;

const CALL_BYTE = 0x10;
const CALL = opId('call'), RETURN_CALL = opId('return_call'), I64_CONST = opId('i64.const');
const CALLS: ReadonlySet<number> = new Set([CALL, RETURN_CALL, opId('call_indirect'), opId('return_call_indirect'), opId('call_ref'), opId('return_call_ref')]);
const PUSHES: ReadonlySet<number> = new Set([opId('local.get'), opId('global.get')]), POPS: ReadonlySet<number> = new Set([opId('local.set'), opId('global.set'), opId('drop')]);
const TEE = opId('local.tee'), SELECT = opId('select');

type Argument = FixedWords | null;

/** Adds the copies to the module, behind its own functions. Bodies that cannot be read are passed over: they are refused when their turn to be compiled comes. */
export function addCopies(m: Module): void {
  const calls = new Map<number, Argument[][]>(), reader = new InstructionReader(m.bytes), own = m.funcs.length;
  for (let index = m.importedFuncs; index < own; index++) if (isShortLeaf(m, index, reader)) calls.set(index, []);
  if (calls.size === 0) return;
  for (let index = m.importedFuncs; index < own; index++) if (mayCall(m, index, calls)) noteCalls(m, index, reader, calls);
  for (const [index, lists] of calls) {
    const fixed = mostlyFixed(lists);
    if (fixed === null) continue;
    const { type, body } = m.funcs[index];
    m.funcs.push({ type, import: undefined, body, copy: { of: index, fixed } });
  }
}

/** Functions that call others stay as they are: what is known of who suspends or calls whom is known by index. */
function isShortLeaf(m: Module, index: number, reader: InstructionReader): boolean {
  const { type, body } = m.funcs[index];
  if (body === undefined || body.end - body.start < MIN_BYTES || body.end - body.start > MAX_BYTES || !funcTypeAt(m, type).params.includes(I64)) return false;
  let isLeaf = true;
  eachInstruction(m, index, reader, () => { if (CALLS.has(reader.instruction.op.id)) isLeaf = false; });
  return isLeaf;
}

/** Are there bytes that could be a call of one of them? Decoding takes ten times as long. */
function mayCall({ bytes, funcs }: Module, index: number, calls: ReadonlyMap<number, unknown>): boolean {
  const { body } = funcs[index];
  if (body === undefined) return false;
  for (let at = bytes.indexOf(CALL_BYTE, body.start); at >= 0 && at < body.end; at = bytes.indexOf(CALL_BYTE, at + 1)) {
    let callee = 0, end = at + 1;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[end++];
      callee += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    if (calls.has(callee)) return true;
  }
  return false;
}

function eachInstruction(m: Module, index: number, reader: InstructionReader, visit: () => void): void {
  try {
    openBody(m, index, reader);
    while (!reader.atEnd) {
      reader.read(m.types);
      visit();
    }
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
  }
}

/** Follows the operands as far as instructions say themselves what they pop and push; behind all others none is known. */
function noteCalls(m: Module, index: number, reader: InstructionReader, calls: ReadonlyMap<number, Argument[][]>): void {
  const known: Argument[] = [], i = reader.instruction;
  const replace = (popped: number, pushed: number): void => {
    known.length = Math.max(0, known.length - popped);
    for (let k = 0; k < pushed; k++) known.push(null);
  };
  eachInstruction(m, index, reader, () => {
    const { id, params, results } = i.op;
    if (id === I64_CONST) known.push({ lo: i.lo, hi: i.hi });
    else if (PUSHES.has(id)) known.push(null);
    else if (POPS.has(id)) replace(1, 0);
    else if (id === SELECT) replace(3, 1);
    else if ((id === CALL || id === RETURN_CALL) && i.index < m.funcs.length) {
      const type = funcTypeAt(m, m.funcs[i.index].type), count = type.params.length;
      calls.get(i.index)?.push(Array.from({ length: count }, (_, k) => known[known.length - count + k] ?? null));
      replace(count, type.results.length);
    } else if (id === TEE) return;
    else if (params !== null && results !== null) replace(params.length, results.length);
    else known.length = 0;
  });
}

/** The constants that at least half of the calls pass, each where it is passed most, if enough calls pass all of them. */
function mostlyFixed(lists: readonly Argument[][]): Argument[] | null {
  if (lists.length < MIN_CALLS) return null;
  const fixed = lists[0].map((_, k) => {
    const counts = new Map<string, { value: FixedWords; count: number }>();
    for (const { [k]: value } of lists) {
      if (value === null) continue;
      const key = `${value.lo} ${value.hi}`, seen = counts.get(key);
      if (seen === undefined) counts.set(key, { value, count: 1 });
      else seen.count++;
    }
    const most = [...counts.values()].sort((a, b) => b.count - a.count)[0];
    return most !== undefined && most.count * 2 >= lists.length ? most.value : null;
  });
  if (fixed.every((value) => value === null)) return null;
  const matching = lists.filter((list) => fixed.every((value, k) => value === null || (list[k]?.lo === value.lo && list[k]?.hi === value.hi)));
  return matching.length >= MIN_CALLS ? fixed : null;
}
