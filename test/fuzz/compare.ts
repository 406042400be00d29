// Compiles a module in the ways asked for, runs it on both sides and says where they differ.
import { configure } from 'dewasm/webassembly';
import type { Engine, Trace } from './execute.js';
import { withLimits } from './limits.js';
import { withTicks } from './ticks.js';

/** One way to compile. `nesting` is how deep statements may nest before a function is flattened, 0 for as deep as ever; `split` above how many bytes functions are split. */
export interface Variant { level: number; nan: 'fast' | 'exact'; nesting: number; split: number; /** What it is made for, unless for any. */ engine?: 'any' | 'interpreter' }
export const plain = (level: number): Variant => ({ level, nan: 'fast', nesting: 0, split: 0 });
export const describeVariant = ({ level, nan, nesting, split, engine = 'any' }: Variant): string => `level ${level}${engine === 'any' ? '' : `, for ${engine}`}${nan === 'fast' ? '' : ', nan exact'}${nesting === 0 ? '' : `, nesting ${nesting}`}${split === 0 ? '' : `, split ${split}`}`;

export interface Difference { variant: Variant; /** Short and the same for like failures, so that a reducer can hold on to it. */ kind: string; detail: string }
export type Runner = (engine: Engine, module: WebAssembly.Module) => Trace;

const engines = new Map<string, Engine>();
function engineFor({ level, nan, engine: target = 'any' }: Variant): Engine {
  const key = `${level} ${nan} ${target}`;
  let engine = engines.get(key);
  if (engine === undefined) engines.set(key, engine = configure({ optimize: level, nan, engine: target, features: 'all' }) as never as Engine);
  return engine;
}
function moduleFor(engine: Engine, bytes: Uint8Array, { nesting, split }: Variant): WebAssembly.Module {
  return withLimits(nesting, split, () => withTicks(() => new engine.Module(bytes as BufferSource)));
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

export function compareTraces(native: Trace, ours: Trace): { kind: string; detail: string } | undefined {
  if (native.overflow || ours.overflow) return undefined;
  for (let k = 0; k < Math.max(native.lines.length, ours.lines.length); k++) {
    if (native.lines[k] === ours.lines[k]) continue;
    const place = (native.lines[k] ?? ours.lines[k]).split(/[(=:]/)[0].trim();
    return { kind: 'trace', detail: `line ${k}, ${place}\n  native: ${native.lines[k]}\n  ours:   ${ours.lines[k]}` };
  }
  const memory = differentMemory(native.memories, ours.memories);
  return memory === undefined ? undefined : { kind: 'memory', detail: memory };
}

/** The first difference found, or undefined. The engine has to accept the module. */
export function findDifference(bytes: Uint8Array, run: Runner, variants: readonly Variant[]): Difference | undefined {
  const native = run(WebAssembly, new WebAssembly.Module(bytes as BufferSource));
  for (const variant of variants) {
    const engine = engineFor(variant);
    let module: WebAssembly.Module;
    try {
      module = moduleFor(engine, bytes, variant);
    } catch (e) {
      return { variant, kind: `compile ${(e as Error).constructor.name} ${(e as Error).message.replaceAll(/\d+/g, 'N').slice(0, 60)}`, detail: (e as Error).stack ?? String(e) };
    }
    const found = compareTraces(native, run(engine, module));
    if (found !== undefined) return { variant, ...found };
  }
  return undefined;
}
