// Shrinks a module while it fails in the same way: whole bodies, then runs of instructions, are taken out or replaced by something
// simpler as long as the engine still finds the module valid. It works on the bytes, so it takes any module.
import { decodeModule } from '../../compiler/decode/module.js';
import { openBody } from '../../compiler/decode/code.js';
import { funcTypeAt, type Module } from '../../compiler/spec/module.js';
import { opId } from '../../compiler/spec/opcodes.js';
import { Imm } from '../../compiler/spec/opcode-row.js';
import { unsigned } from './encode.js';

const END = opId('end'), ELSE = opId('else');
/** Whether a smaller module still shows the failure. */
export type Fails = (bytes: Uint8Array) => boolean;

/** Replaces a body (its range excludes the size in front) and puts sizes right. */
function withBody(m: Module, func: number, body: readonly number[]): Uint8Array {
  const { bytes } = m;
  let pos = 8;
  const out: number[] = [...bytes.subarray(0, 8)];
  while (pos < bytes.length) {
    const id = bytes[pos++];
    let size = 0, shift = 0, byte = 0;
    do { byte = bytes[pos++]; size += (byte & 127) * 2 ** shift; shift += 7; } while (byte & 128);
    const content = bytes.subarray(pos, pos + size);
    pos += size;
    let written: number[] | Uint8Array = content;
    if (id === 10) {
      written = [];
      unsigned(m.funcs.length - m.importedFuncs, written);
      for (let k = m.importedFuncs; k < m.funcs.length; k++) {
        const range = m.funcs[k].body!, code = k === func ? body : bytes.subarray(range.start, range.end);
        unsigned(code.length, written);
        for (const b of code) written.push(b);
      }
    } else if (id === 0) continue;
    out.push(id);
    unsigned(written.length, out);
    for (const b of written) out.push(b);
  }
  return Uint8Array.from(out);
}

interface Parts { locals: number[]; code: number[][]; depth: number[]; ends: Map<number, number[]> }

/** The instructions of a body as bytes, without the last `end`, and for each opening one where its `else` and `end` are. */
function partsOf(m: Module, func: number): Parts {
  const { reader } = openBody(m, func), range = m.funcs[func].body!;
  const starts: number[] = [], code: number[][] = [], depth: number[] = [], ends = new Map<number, number[]>(), open: number[] = [];
  const first = reader.pos;
  while (!reader.atEnd) {
    reader.read(m.types);
    const i = reader.instruction, at = starts.length;
    if (i.op.id === END) { const o = open.pop(); if (o !== undefined) ends.get(o)!.push(at); }
    if (i.op.id === ELSE) ends.get(open[open.length - 1])!.push(at);
    starts.push(i.offset);
    depth.push(open.length);
    if (i.op.imm === Imm.block || i.op.imm === Imm.tryTable) { open.push(at); ends.set(at, []); }
  }
  for (let k = 0; k < starts.length - 1; k++) code.push([...m.bytes.subarray(starts[k], starts[k + 1])]);
  return { locals: [...m.bytes.subarray(range.start, first)], code, depth, ends };
}

const CONSTANTS: readonly number[][] = [[0x41, 0], [0x42, 0], [0x43, 0, 0, 0, 0], [0x44, 0, 0, 0, 0, 0, 0, 0, 0]];

export function reduce(bytes: Uint8Array, fails: Fails, seconds = 60): Uint8Array {
  const until = Date.now() + seconds * 1000;
  let best = bytes;
  const attempt = (candidate: Uint8Array): boolean => {
    if (candidate.length >= best.length || Date.now() > until) return false;
    let valid = false;
    try {
      valid = WebAssembly.validate(candidate as BufferSource) && fails(candidate);
    } catch {
      // Not this one.
    }
    if (valid) best = candidate;
    return valid;
  };
  for (let before = Infinity; best.length < before && Date.now() < until;) {
    before = best.length;
    const count = decodeModule(best).funcs.length;
    for (let func = decodeModule(best).importedFuncs; func < count; func++) {
      const m = decodeModule(best);
      const results = funcTypeAt(m, m.funcs[func].type).results;
      if (attempt(withBody(m, func, [0, 0x00, 0x0b]))) continue;
      if (results.every((t) => t >= 0x7c && t <= 0x7f) && attempt(withBody(m, func, [0, ...results.flatMap((t) => CONSTANTS[0x7f - t]), 0x0b]))) continue;
      reduceBody(func);
    }
  }
  return best;

  function reduceBody(func: number): void {
    let m = decodeModule(best), parts = partsOf(m, func);
    const refresh = (): void => { m = decodeModule(best); parts = partsOf(m, func); };
    const attemptCode = (code: number[][]): boolean => {
      if (!attempt(withBody(m, func, [...parts.locals, ...code.flat(), 0x0b]))) return false;
      refresh();
      return true;
    };
    for (let size = Math.max(1, parts.code.length >> 1); size >= 1; size = size > 6 ? size >> 1 : size - 1) {
      for (let at = 0; at + size <= parts.code.length && Date.now() < until;) {
        const before = parts.code.slice(0, at), after = parts.code.slice(at + size);
        const shrunk = attemptCode([...before, ...after])
          || CONSTANTS.some((c) => attemptCode([...before, c, ...after])) || attemptCode([...before, [0x1a], ...after])
          || (size > 1 && (CONSTANTS.some((c) => attemptCode([...before, [0x1a], c, ...after])) || attemptCode([...before, [0x1a], [0x1a], ...after])))
          || (size > 2 && attemptCode([...before, [0x00], ...after]));
        if (!shrunk) at++;
      }
    }
    // Blocks without their borders, and `if`s as one of their arms.
    for (let at = 0; at < parts.code.length; at++) {
      const marks = parts.ends.get(at);
      if (marks === undefined) continue;
      const without = (gone: readonly number[]): number[][] => parts.code.filter((_, k) => !gone.includes(k));
      if (attemptCode(without([at, ...marks]))) { at--; continue; }
      if (parts.code[at][0] === 0x04 && marks.length === 2) {
        const [middle, end] = marks, { code } = parts;
        if (attemptCode([...code.slice(0, at), [0x1a], ...code.slice(at + 1, middle), ...code.slice(end + 1)])
          || attemptCode([...code.slice(0, at), [0x1a], ...code.slice(middle + 1, end), ...code.slice(end + 1)])) at--;
      }
    }
  }
}
