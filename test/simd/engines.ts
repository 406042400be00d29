// The same module on the engine's own WebAssembly and on ours, at the lowest and at the usual optimisation level.
import { configure } from 'dewasm/webassembly';
import { wasmBytes } from '../runtime/native.js';

type Namespace = typeof WebAssembly;
export const LEVELS = [0, 2] as const;
export type Level = (typeof LEVELS)[number];
const namespaces = LEVELS.map((optimize) => configure({ optimize }) as unknown as Namespace);

export type Exports = Record<string, (...args: unknown[]) => unknown> & { m: { buffer: ArrayBuffer } };

export interface Pair { level: Level; native: Exports; ours: Exports }

const instance = (w: Namespace, bytes: Uint8Array): Exports => new w.Instance(new w.Module(bytes as BufferSource)).exports as unknown as Exports;
/** An instance of ours. */
export const instantiate = (level: Level, bytes: Uint8Array): Exports => instance(namespaces[LEVELS.indexOf(level)], bytes);

/** Instances of a text module for each level. */
export function instances(wat: string): Pair[] {
  const bytes = wasmBytes(wat);
  return LEVELS.map((level) => ({ level, native: instance(WebAssembly, bytes), ours: instantiate(level, bytes) }));
}

export type LaneType = 'bits' | 'f32' | 'f64';

/** The first place where two stretches of memory differ, in lanes of a type where all NaNs are alike; undefined if none. */
export function difference(a: ArrayBuffer, b: ArrayBuffer, start: number, end: number, lanes: LaneType): string | undefined {
  const x = new DataView(a), y = new DataView(b), size = lanes === 'f64' ? 8 : 4;
  for (let p = start; p < end; p += size) {
    const same = [0, size - 4].every((k) => x.getInt32(p + k, true) === y.getInt32(p + k, true));
    if (same) continue;
    if (lanes === 'f32' && Number.isNaN(x.getFloat32(p, true)) && Number.isNaN(y.getFloat32(p, true))) continue;
    if (lanes === 'f64' && Number.isNaN(x.getFloat64(p, true)) && Number.isNaN(y.getFloat64(p, true))) continue;
    const hex = (v: DataView): string => Array.from({ length: size / 4 }, (_, k) => (v.getUint32(p + 4 * k, true)).toString(16).padStart(8, '0')).join(' ');
    return `at ${p - start}: ${hex(x)}, ours ${hex(y)}`;
  }
  return undefined;
}
