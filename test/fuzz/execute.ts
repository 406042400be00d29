// Runs a module and writes down what could be seen: results, traps, calls of the host, and afterwards globals, tables, memories.
// Two runs are the same if the texts are, and the memories.
import { Random } from './random.js';
import { argument } from './values.js';
import { I32, I64, F32, F64, type Signature } from './encode.js';

/** The JS API under test, the engine's or ours. */
export type Engine = typeof WebAssembly;
export interface Trace { lines: string[]; memories: Uint8Array[]; /** The run went too deep, so that later lines say nothing. */ overflow: boolean }

type Callable = (...args: unknown[]) => unknown;
type ExportsOf = Record<string, unknown>;

/** A value as text; all NaNs are alike, since JavaScript may change their bits. */
export function show(v: unknown): string {
  if (typeof v === 'bigint') return `${v}n`;
  if (typeof v === 'number') return Object.is(v, -0) ? '-0' : String(v);
  if (Array.isArray(v)) return `[${v.map(show).join(' ')}]`;
  if (typeof v === 'function') return `function ${v.name}`;
  if (typeof v === 'object' && v !== null) return v instanceof Error ? `error ${v.message}` : 'object';
  return String(v);
}

/** Errors of hosts are told from traps by their message. */
const HOST_ERROR = 'the host fails';

const KINDS: readonly [RegExp, string][] = [
  [/^unreachable|^unreachable executed/i, 'unreachable'], [/divide by zero|remainder by zero|division by zero/i, 'by zero'],
  [/divide result unrepresentable/i, 'unrepresentable'], [/float unrepresentable/i, 'float unrepresentable'],
  [/memory access out of bounds|data segment|memory\.\w+.*out of bounds/i, 'memory'], [/table index is out of bounds|table access|index out of bounds|element segment/i, 'table'],
  [/null function or function signature|signature mismatch|indirect call/i, 'signature'],
  [/null pointer|null reference/i, 'null'], [/unaligned/i, 'unaligned'], [/illegal cast/i, 'cast'], [/array.*(out of bounds|length|too large)/i, 'array'],
];
/** What kind of trap or error it is. */
export function kindOfError(e: unknown): string {
  if (!(e instanceof Error)) return `throws ${show(e)}`;
  if (e.message === HOST_ERROR) return 'host error';
  // SpiderMonkey has a class of its own for that.
  if ((e instanceof RangeError && /call stack/i.test(e.message)) || e.name === 'InternalError') return 'overflow';
  return KINDS.find(([pattern]) => pattern.test(e.message))?.[1] ?? e.constructor.name;
}

class Run {
  readonly trace: Trace = { lines: [], memories: [], overflow: false };
  exports: ExportsOf = {};
  private budget = 4000;

  /** Ends what would go on for long, by an error of the host. */
  tick(cost = 1): void {
    this.budget -= cost;
    if (this.budget < 0) throw new Error(HOST_ERROR);
  }
  log(line: string): void {
    this.tick();
    this.trace.lines.push(line);
  }
  attempt(name: string, work: () => unknown): void {
    if (this.budget < 0) return;
    try {
      this.log(`${name} = ${show(work())}`);
    } catch (e) {
      const kind = kindOfError(e);
      if (kind === 'overflow') this.trace.overflow = true;
      this.trace.lines.push(`${name}: ${kind}`);
    }
  }
  /** Everything that outlives a call. */
  state(engine: Engine): void {
    this.budget = 1000;
    for (const [name, value] of Object.entries(this.exports)) {
      if (value instanceof engine.Global) this.attempt(name, () => value.value as unknown);
      else if (value instanceof engine.Memory) this.trace.memories.push(new Uint8Array(value.buffer).slice());
      else if (value instanceof engine.Table) {
        const index = (k: number): number => (typeof value.length === 'bigint' ? BigInt(k) as never : k);
        for (let k = 0; k < 20 && k < value.length; k++) this.attempt(`${name}[${k}]`, () => value.get(index(k)) as unknown);
        this.log(`${name} has ${value.length}`);
      }
    }
  }
}

/** Runs a generated program: every export with a few arguments. */
export function runProgram(engine: Engine, module: WebAssembly.Module, signatures: readonly Signature[], seed: number): Trace {
  const run = new Run(), r = new Random(seed ^ 0x1234567);
  let hostCalls = 0, depth = 0;
  const count = (name: string, args: unknown[]): number => {
    run.log(`${name}(${args.map(show).join(' ')})`);
    return hostCalls++;
  };
  const host = (name: string, answer: (k: number, ...args: never[]) => unknown): Callable => (...args) => answer(count(name, args), ...(args as never[]));
  const memory = (): WebAssembly.Memory => run.exports.memory as WebAssembly.Memory;
  const env: Record<string, Callable> = {
    log_i32: host('log_i32', () => undefined), log_i64: host('log_i64', () => undefined), log_f32: host('log_f32', () => undefined), log_f64: host('log_f64', () => undefined),
    host1: host('host1', (k, x: number) => x ^ k),
    host2: host('host2', (k, x: bigint, y: number) => [x + BigInt(k), y < 0 ? -1 : k]),
    host3: host('host3', (k) => [k / 2, BigInt(k) << 33n, -k / 3, -k]),
    poke: host('poke', (_k, at: number, value: number) => {
      new Uint8Array(memory().buffer)[(at >>> 0) % 256] = value;
      const g = run.exports.g0 as WebAssembly.Global<'i32'>;
      try {
        g.value = typeof g.value === 'bigint' ? (BigInt(value) as never) : value;
      } catch {
        // An immutable one.
      }
    }),
    grow: host('grow', (k) => {
      try {
        return k % 3 === 0 ? memory().grow(1) : -2;
      } catch {
        return -1;
      }
    }),
    again: host('again', (k, x: number) => {
      if (depth > 2) return x;
      depth++;
      try {
        const callee = run.exports[`f${k % 4}`] as Callable | undefined, signature = signatures[k % 4];
        run.log(show(callee?.(...signature.params.map((t) => argument(new Random(k), t)))));
      } catch (e) {
        run.trace.lines.push(kindOfError(e));
        // Too deep on one side is no difference.
        if (kindOfError(e) === 'overflow') run.trace.overflow = true;
        if (k % 2 === 0) throw e;
      } finally {
        depth--;
      }
      return x;
    }),
    fail: host('fail', (k, x: number) => {
      if ((x & 7) === 3) throw new Error(HOST_ERROR);
      return BigInt(k);
    }),
  };
  run.attempt('start', () => {
    run.exports = new engine.Instance(module, { env }).exports as ExportsOf;
  });
  const fuel = run.exports.fuel as WebAssembly.Global<'i32'> | undefined;
  if (fuel === undefined) return run.trace;
  for (let round = 0; round < 3; round++) {
    signatures.forEach((signature, k) => {
      const args = signature.params.map((t) => argument(r, t));
      if (run.trace.overflow) return;
      fuel.value = 60;
      run.attempt(`f${k}(${args.map(show).join(' ')})`, () => (run.exports[`f${k}`] as Callable)(...args));
    });
  }
  run.state(engine);
  return run.trace;
}

const TYPES = { i32: I32, i64: I64, f32: F32, f64: F64 } as const;
/** Arguments for a function of unknown signature: whichever the engine takes. */
function guessArguments(r: Random, types: readonly string[]): unknown[] {
  return types.map((t) => (t in TYPES ? argument(r, TYPES[t as keyof typeof TYPES]) : null));
}

/** Runs a module of binaryen's fuzzer, with the imports that it knows. */
export function runFuzzed(engine: Engine, module: WebAssembly.Module, signatures: ReadonlyMap<string, readonly string[]>, seed: number): Trace {
  const run = new Run(), r = new Random(seed);
  let depth = 0;
  const functions: Callable[] = [];
  const log = (name: string): Callable => (...args) => { run.log(`${name}(${args.map(show).join(' ')})`); };
  const callExport = (index: number): unknown => {
    run.tick(20);
    const f = functions[(index >>> 0) % Math.max(1, functions.length)];
    if (f === undefined || depth > 3) return undefined;
    depth++;
    try {
      return f(...new Array<unknown>(f.length).fill(0).map((_, k) => (signatures.get(nameOf(f))?.[k] === 'i64' ? 0n : signatures.get(nameOf(f))?.[k]?.includes('ref') === true ? null : 0)));
    } finally {
      depth--;
    }
  };
  const nameOf = (f: Callable): string => Object.keys(run.exports).find((name) => run.exports[name] === f) ?? '';
  const caught = (work: () => unknown): number => {
    run.tick(20);
    try {
      work();
      return 0;
    } catch (e) {
      if (kindOfError(e) === 'overflow') run.trace.overflow = true;
      run.trace.lines.push(kindOfError(e));
      return 1;
    }
  };
  const table = (): WebAssembly.Table => run.exports.table as WebAssembly.Table;
  const support: Record<string, Callable> = {
    'table-get': (index) => table().get((index as number) >>> 0), 'table-set': (index, value) => { table().set((index as number) >>> 0, value); },
    'call-export': (index) => { callExport(index as number); }, 'call-export-catch': (index) => caught(() => callExport(index as number)),
    'call-ref': (f) => { if (typeof f === 'function' && depth < 3) { depth++; try { (f as Callable)(); } finally { depth--; } } },
    'call-ref-catch': (f) => caught(() => { if (typeof f === 'function' && depth < 3) { depth++; try { (f as Callable)(); } finally { depth--; } } }),
    sleep: (_ms, id) => id, throw: () => { throw new Error(HOST_ERROR); },
  };
  for (const t of ['i32', 'i64', 'f32', 'f64']) support[`log-${t}`] = log(`log-${t}`);
  const imports: Record<string, Record<string, unknown>> = {};
  for (const { module: from, name, kind } of engine.Module.imports(module)) {
    const group = imports[from] ??= {};
    if (kind === 'function') group[name] = support[name] ?? log(name);
    else if (kind === 'global') group[name] = from === '__fuzz_import' ? name : 0;
    else if (kind === 'memory') group[name] = new engine.Memory({ initial: 16 });
    else if (kind === 'table') group[name] = new engine.Table({ initial: 16, element: 'anyfunc' });
    else if (kind === ('tag' as never)) group[name] = new (engine as never as { Tag: new (t: object) => object }).Tag({ parameters: name === 'wasmtag' ? ['i32'] : ['externref'] });
  }
  run.attempt('start', () => {
    run.exports = new engine.Instance(module, imports as WebAssembly.Imports).exports as ExportsOf;
  });
  for (const [name, value] of Object.entries(run.exports)) if (typeof value === 'function' && name !== 'hangLimitInitializer') functions.push(value as Callable);
  for (let round = 0; round < 2; round++) {
    for (const [name, value] of Object.entries(run.exports)) {
      const types = signatures.get(name);
      if (name === 'hangLimitInitializer' || typeof value !== 'function' || types === undefined || run.trace.overflow) continue;
      const args = guessArguments(r, types);
      if (typeof run.exports.hangLimitInitializer === 'function') (run.exports.hangLimitInitializer as Callable)();
      run.attempt(`${name}(${args.map(show).join(' ')})`, () => (value as Callable)(...args));
    }
  }
  run.state(engine);
  return run.trace;
}
