// Compiles a module at the levels asked for, runs it on both sides and says where they differ.
import { configure } from 'dewasm/webassembly';
import type { Engine, Trace } from './execute.js';

export interface Difference { level: number; /** Short and the same for like failures, so that a reducer can hold on to it. */ kind: string; detail: string }
export type Runner = (engine: Engine, module: WebAssembly.Module) => Trace;

const engines = new Map<number, Engine>();
export function engineAt(level: number): Engine {
  let engine = engines.get(level);
  if (engine === undefined) engines.set(level, engine = configure({ optimize: level, features: 'all' } as never) as never);
  return engine;
}

/** Bytes are compared exactly. */
function differentMemory(a: readonly Uint8Array[], b: readonly Uint8Array[]): string | undefined {
  for (let k = 0; k < a.length; k++) {
    if (a[k].length !== b[k]?.length) return `memory ${k} has ${a[k].length} bytes, ours ${b[k]?.length}`;
    if (Buffer.compare(a[k], b[k]) === 0) continue;
    const at = a[k].findIndex((byte, p) => byte !== b[k][p]);
    return `memory ${k} at ${at}: ${a[k].subarray(at, at + 16).join(' ')}, ours ${b[k].subarray(at, at + 16).join(' ')}`;
  }
  return undefined;
}

export function compareTraces(native: Trace, ours: Trace, exactMemory: boolean): { kind: string; detail: string } | undefined {
  if (native.overflow || ours.overflow) return undefined;
  for (let k = 0; k < Math.max(native.lines.length, ours.lines.length); k++) {
    if (native.lines[k] === ours.lines[k]) continue;
    const place = (native.lines[k] ?? ours.lines[k]).split(/[(=:]/)[0].trim();
    return { kind: 'trace', detail: `line ${k}, ${place}\n  native: ${native.lines[k]}\n  ours:   ${ours.lines[k]}` };
  }
  const memory = exactMemory ? differentMemory(native.memories, ours.memories) : undefined;
  return memory === undefined ? undefined : { kind: 'memory', detail: memory };
}

/** The first difference found, or undefined. The engine has to accept the module. */
export function findDifference(bytes: Uint8Array, run: Runner, levels: readonly number[], exactMemory = true): Difference | undefined {
  const native = run(WebAssembly, new WebAssembly.Module(bytes as BufferSource));
  for (const level of levels) {
    const engine = engineAt(level);
    let module: WebAssembly.Module;
    try {
      module = new engine.Module(bytes as BufferSource);
    } catch (e) {
      return { level, kind: `compile ${(e as Error).constructor.name} ${(e as Error).message.replaceAll(/\d+/g, 'N').slice(0, 60)}`, detail: (e as Error).stack ?? String(e) };
    }
    const found = compareTraces(native, run(engine, module), exactMemory);
    if (found !== undefined) return { level, ...found };
  }
  return undefined;
}
