// Random functions through lowering, splitting and emission: the JavaScript does what the interpreter of the IR does, in results,
// traps, memory, globals and calls.
import { expect } from 'vitest';
import '../../compiler/lower/i64.js';
import '../../compiler/lower/division.js';
import { emitFunction } from '../../compiler/emit/function.js';
import { identifier, member } from '../../compiler/emit/ast.js';
import { print } from '../../compiler/emit/print.js';
import { f32FromBits } from '../../compiler/ir/float-bits.js';
import type { FunctionIR } from '../../compiler/ir/node.js';
import { printFunction } from '../../compiler/ir/print.js';
import { verifyFunction } from '../../compiler/ir/verify.js';
import { WordLowering } from '../../compiler/lower/words.js';
import { eliminateDeadCode } from '../../compiler/optimize/dce.js';
import { takeOutLoops } from '../../compiler/split/entry-loops.js';
import { splitFunction } from '../../compiler/split/split.js';
import { Kind } from '../../compiler/spec/types.js';
import * as runtime from '../../runtime/index.js';
import { Machine, OutOfFuel } from '../ir/interpret.js';
import { f32Bits, f64, f64Bits, type Value } from '../ir/numeric.js';
import { parseFunction } from '../ir/parse.js';
import { Random, randomValue } from '../ir/random.js';
import { fakeEnv } from './fake-env.js';

export const FUNCTIONS = Number(process.env.DEWASM_FUZZ ?? 150);
/** Seeds are indices of functions; those below are called. */
export const FIRST = 10;
const helpers = runtime as unknown as Record<string, unknown>;
const R = helpers.R as Int32Array, RF = helpers.RF as Float64Array;

interface Seen { results: Value[] | null; trap: string | null; memory: string; trace: string[] }

function words(kind: Kind, v: Value): unknown[] {
  switch (kind) {
    case Kind.I64: return [Number(BigInt.asIntN(32, v as bigint)), Number((v as bigint) >> 32n)];
    case Kind.F32: return [f32FromBits(v as number)];
    case Kind.F64: return [f64(v as bigint)];
    default: return [v];
  }
}

function compile(fn: FunctionIR, loops: boolean): { code: string; run: (memory: Uint8Array, args: unknown[]) => Seen } {
  const kinds = fn.results.slice();
  new WordLowering(fn).run();
  eliminateDeadCode(fn);
  verifyFunction(fn, 'lowering');
  splitFunction(fn);
  if (loops && fn.pieces.length === 0) takeOutLoops(fn);
  const all = [fn, ...fn.pieces];
  for (const each of all) verifyFunction(each, 'split');
  const used = new Set<string>();
  const env = fakeEnv({
    helper: (name) => { used.add(name); return name; },
    global: (i) => member(identifier('G'), `g${i}`),
  });
  const code = all.map((each) => print(emitFunction(each, env))).join('\n');
  const names = [...used];
  const math = Math as unknown as Record<string, unknown>;
  const values = names.map((name) => helpers[name] ?? math[name]);
  const missing = names.filter((_, i) => values[i] === undefined);
  if (missing.length > 0) throw new Error(`no helper ${missing.join()}`);
  const make = new Function('D', 'G', 'call', ...names, `'use strict';
const f0=(...a)=>call(0,a),f1=(...a)=>call(1,a),f2=(...a)=>call(2,a);
${code}
return f${fn.index}`) as (...a: unknown[]) => (...a: unknown[]) => unknown;
  return {
    code,
    run(memory, args) {
      const trace: string[] = [];
      const call = (k: number, a: number[]): number => {
        const values: Value[] = a.length === 3 ? [a[0], (BigInt(a[2]) << 32n) | BigInt(a[1] >>> 0)] : a;
        trace.push(`call ${k}(${values.join(', ')})`);
        return values.reduce<number>((h, v) => (Math.imul(h, 31) + Number(BigInt.asIntN(32, BigInt(v!)))) | 0, k + trace.length);
      };
      const bytes = memory.slice();
      const globals = [0, 0];
      const G = Object.defineProperties({}, Object.fromEntries(globals.map((_, i) => [`g${i}`, {
        get: () => globals[i],
        set: (v: number) => { globals[i] = v; trace.push(`global ${i} = ${v}`); },
      }])));
      const f = make(new DataView(bytes.buffer), G, call, ...values);
      let results: Value[] | null = null, trap: string | null = null;
      try {
        const first = f(...args);
        let word = 0;
        results = kinds.map((kind) => {
          const next = (): number => (word++ === 0 ? first as number : kind === Kind.F32 || kind === Kind.F64 ? RF[word - 2] : R[word - 2]);
          switch (kind) {
            case Kind.I64: { const lo = next(); return (BigInt(next()) << 32n) | BigInt(lo >>> 0); }
            case Kind.F32: return f32Bits(next());
            case Kind.F64: return f64Bits(next());
            default: return next();
          }
        });
      } catch (e) {
        if (!(e instanceof Error)) throw e;
        if (e instanceof TypeError || e instanceof ReferenceError || e instanceof SyntaxError) throw e;
        trap = e instanceof RangeError ? 'memory' : e.message === 'unreachable' ? 'unreachable' : 'other';
      }
      return { results, trap, memory: Buffer.from(bytes).toString('hex'), trace };
    },
  };
}

const isNaNOf = (kind: Kind, v: Value): boolean =>
  (kind === Kind.F32 && Number.isNaN(f32FromBits(v as number))) || (kind === Kind.F64 && Number.isNaN(f64(v as bigint)));

/** What the interpreter sees, null where it ran too long; and whether NaNs were about, whose bits numbers need not keep. */
function interpret(fn: FunctionIR, memory: Uint8Array, args: Value[]): { seen: Seen; nan: boolean } | null {
  const machine = new Machine(memory, 200_000);
  try {
    const { results, trap, trace } = machine.run(fn, args);
    let nan = false;
    for (const [n, v] of machine.values) if (isNaNOf(n.kind, v)) nan = true;
    const seen = {
      results, trap: trap === null || trap === 'memory' || trap === 'unreachable' ? trap : 'other',
      memory: Buffer.from(machine.memory).toString('hex'), trace,
    };
    return { seen, nan };
  } catch (e) {
    if (e instanceof OutOfFuel) return null;
    throw e;
  }
}

/** `loops`: those that code stands before become functions of their own. */
export function check(seed: number, make: () => FunctionIR, inputs: number, loops = false): number {
  const fn = make();
  const text = printFunction(fn);
  const original = parseFunction(text);
  verifyFunction(original, `generation, seed ${seed}`);
  let code = '', compared = 0;
  try {
    const compiled = compile(fn, loops);
    code = compiled.code;
    for (let input = 0; input < inputs; input++) {
      const r = new Random(seed * 97 + input);
      const memory = Uint8Array.from({ length: 192 }, () => r.below(256));
      const args = original.params.map((p) => randomValue(r, p.kind));
      const expected = interpret(original, memory, args);
      if (expected === null) continue;
      compared++;
      const seen = compiled.run(memory, original.params.flatMap((p, i) => words(p.kind, args[i])));
      if (expected.nan && JSON.stringify(seen.trace) === JSON.stringify(expected.seen.trace)) continue;
      expect(seen).toEqual(expected.seen);
    }
  } catch (e) {
    if (e instanceof Error) e.message = `seed ${seed}: ${e.message}\n${text}\n${code}`;
    throw e;
  }
  return compared;
}

