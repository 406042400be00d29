// Random programs that throw and catch: locals of every kind, nested tries, payloads, loops, early exits, calls and host calls
// that throw. The same program is written in the legacy form, which every engine runs, and with try_table, which some
// engines lack; both have to do the same. Only `delegate` has no counterpart.

/** Small, fast, seeded. */
export class Random {
  private state: number;
  constructor(seed: number) { this.state = Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995; }
  next(n: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }
  chance(percent: number): boolean { return this.next(100) < percent; }
}

export interface Dialect { legacy: boolean; delegate: boolean }

const TYPES = ['i32', 'i64', 'f64', 'f32', 'externref'] as const;
type Type = (typeof TYPES)[number];
const TAGS: readonly (readonly Type[])[] = [[], ['i32'], ['i32', 'i64', 'f64'], ['externref', 'i64', 'f32']];
const LOCALS: Record<Type, number> = { i32: 4, i64: 2, f64: 2, f32: 1, externref: 1 };
const FUNCS = 4;

interface Label { name: string; isLoop: boolean; result: boolean }

class Generator {
  private readonly r: Random;
  private readonly legacy: boolean;
  private readonly delegate: boolean;
  private nextName = 0;
  private labels: Label[] = [];
  /** Tries whose handlers we are in; and bodies of tries we are in, for delegate. */
  private caught: string[] = [];
  private readonly exnrefs: string[] = [];
  private budget = 0;
  private func = 0;

  constructor(seed: number, dialect: Dialect) {
    this.r = new Random(seed);
    this.legacy = dialect.legacy;
    this.delegate = dialect.delegate;
  }

  private local(t: Type): string { return `$${t}_${this.r.next(LOCALS[t])}`; }
  private name(prefix: string): string { return `$${prefix}${this.nextName++}`; }

  private value(t: Type, depth = 2): string {
    const { r } = this;
    if (depth === 0 || r.chance(35)) {
      if (t === 'externref' || r.chance(60)) return `(local.get ${this.local(t)})`;
      return t === 'i64' ? `(i64.const ${(BigInt(r.next(1 << 30)) << 33n) - BigInt(r.next(9))})` : t[0] === 'f' ? `(${t}.const ${r.next(50) / 4})` : `(i32.const ${r.next(40) - 8})`;
    }
    if (r.chance(20)) return `(local.tee ${this.local(t)} ${this.value(t, depth - 1)})`;
    switch (t) {
      case 'i32':
        if (r.chance(12)) return this.tryValue('i32');
        if (r.chance(15)) {
          // A call that may throw, before a write of what it has read or a handler reads.
          const l = this.local('i32');
          return `(i32.sub (call $host (i32.add (local.get ${r.chance(50) ? l : this.local('i32')}) (i32.const ${r.next(9)}))) (local.tee ${l} ${this.value('i32', depth - 1)}))`;
        }
        if (r.chance(12)) return `(call $host ${this.value('i32', depth - 1)})`;
        if (r.chance(15)) return `(i32.wrap_i64 ${this.value('i64', depth - 1)})`;
        return `(i32.${['add', 'sub', 'xor', 'mul'][r.next(4)]} ${this.value('i32', depth - 1)} ${this.value('i32', depth - 1)})`;
      case 'i64':
        if (r.chance(15)) return this.tryValue('i64');
        if (r.chance(25)) return `(i64.extend_i32_s ${this.value('i32', depth - 1)})`;
        return `(i64.${['add', 'sub', 'xor', 'mul'][r.next(4)]} ${this.value('i64', depth - 1)} ${this.value('i64', depth - 1)})`;
      case 'f64':
        return r.chance(30) ? `(f64.convert_i32_s ${this.value('i32', depth - 1)})` : `(f64.add ${this.value('f64', depth - 1)} ${this.value('f64', depth - 1)})`;
      case 'f32':
        return `(f32.add ${this.value('f32', depth - 1)} ${this.value('f32', depth - 1)})`;
      case 'externref':
        return `(select (result externref) ${this.value(t, 0)} ${this.value(t, 0)} ${this.value('i32', 0)})`;
    }
  }
  private condition(): string { return `(i32.eqz (i32.rem_u ${this.value('i32')} (i32.const ${2 + this.r.next(4)})))`; }

  private throws(): string {
    const tag = this.r.next(TAGS.length);
    return `(throw $t${tag} ${TAGS[tag].map((t) => this.value(t, 1)).join(' ')})`;
  }

  private exit(): string {
    const { r } = this;
    const handlers = this.caught;
    if (handlers.length > 0 && r.chance(30)) {
      const h = handlers[r.next(handlers.length)];
      return this.legacy ? `(rethrow ${h})` : `(throw_ref (local.get $exn${h.slice(1)}))`;
    }
    const targets = this.labels.filter((l) => !l.result);
    if (targets.length > 0 && r.chance(45)) return `(br ${targets[r.next(targets.length)].name})`;
    if (r.chance(10)) return `(return_call $f${r.next(FUNCS)} ${this.value('i32', 1)} ${this.value('i64', 1)})`;
    if (r.chance(20)) return `(return ${this.value('i32', 1)} )`;
    if (r.chance(8)) return '(unreachable)';
    if (r.chance(5)) return '(drop (i32.load (i32.const -4)))';
    return this.throws();
  }

  /** Handlers: `body` is written with the payload in locals. */
  private handlers(result: Type | null): { tag: number; body: () => string }[] {
    const { r } = this;
    const list: { tag: number; body: () => string }[] = [];
    const body = (): string => this.statements(1 + r.next(2)) + (result === null ? '' : this.value(result, 1));
    for (let k = r.next(3); k > 0; k--) list.push({ tag: r.next(TAGS.length), body });
    if (list.length === 0 || r.chance(40)) list.push({ tag: -1, body });
    return list;
  }

  /** A try that gives a value of type `result`, or none. */
  private tries(result: Type | null): string {
    const { r } = this;
    const l = this.name('try'), type = result === null ? '' : `(result ${result})`;
    const inside = <T>(list: T[], item: T, f: () => string): string => {
      list.push(item);
      const s = f();
      list.pop();
      return s;
    };
    const label: Label = { name: l, isLoop: false, result: result !== null };
    const body = (): string => this.statements(1 + r.next(3)) + (result === null ? '' : this.value(result, 2));
    const outer = this.labels.filter((x) => x.name.startsWith('$try') || x.name.startsWith('$block'));
    if (this.delegate && outer.length > 0 && r.chance(30)) {
      const target = outer[r.next(outer.length)].name;
      return `(try ${l} ${type} (do ${inside(this.labels, label, body)}) (delegate ${target}))`;
    }
    const store = (tag: number): string => (tag < 0 ? '' : [...TAGS[tag]].reverse().map((t) => `(local.set ${this.local(t)})`).join(''));
    if (this.legacy) {
      return inside(this.labels, label, () => {
        const parts = [`(do ${body()})`];
        for (const h of this.handlers(result)) {
          const text = store(h.tag) + inside(this.caught, l, h.body);
          parts.push(h.tag < 0 ? `(catch_all ${text})` : `(catch $t${h.tag} ${text})`);
        }
        return `(try ${l} ${type} ${parts.join(' ')})`;
      });
    }
    // The same with try_table: a block for each handler, from the outermost, which belongs to the last.
    return inside(this.labels, label, () => {
      const text = body();
      const exn = `$exn${l.slice(1)}`;
      this.exnrefs.push(exn);
      const handlers = this.handlers(result).map((h, k) => ({ tag: h.tag, at: `$h${l.slice(4)}_${k}`, text: `(local.set ${exn})${store(h.tag)}${inside(this.caught, l, h.body)}` }));
      const clauses = handlers.map((h) => (h.tag < 0 ? `(catch_all_ref ${h.at})` : `(catch_ref $t${h.tag} ${h.at})`)).join(' ');
      let code = `(try_table ${type} ${clauses} ${text})(br ${l})`;
      for (const h of handlers) code = `(block ${h.at} (result ${h.tag < 0 ? '' : TAGS[h.tag].join(' ')} exnref) ${code})${h.text}(br ${l})`;
      return `(block ${l} ${type} ${code})`;
    });
  }
  private tryValue(t: Type): string {
    if (this.budget <= 0) return `(local.get ${this.local(t)})`;
    this.budget--;
    return this.tries(t);
  }

  private statement(): string {
    const { r } = this;
    if (this.budget-- <= 0) return `(call $trace ${this.value('i32', 1)})`;
    switch (r.next(12)) {
      case 0: case 1: case 2: {
        const t = TYPES[r.next(TYPES.length)];
        return `(local.set ${this.local(t)} ${this.value(t, 3)})`;
      }
      case 3: return `(call $trace ${this.value('i32')})`;
      case 4: return `(if ${this.condition()} (then ${this.exit()}))`;
      case 5: {
        const l = this.name('loop');
        const saved = this.labels.length;
        this.labels.push({ name: l, isLoop: true, result: false });
        const text = this.statements(1 + r.next(3));
        this.labels.length = saved;
        return `(loop ${l} (global.set $fuel (i32.sub (global.get $fuel) (i32.const 1))) (if (i32.le_s (global.get $fuel) (i32.const 0)) (then (return (i32.const -1)))) ${text} (br_if ${l} ${this.condition()}))`;
      }
      case 6: {
        const l = this.name('block');
        const saved = this.labels.length;
        this.labels.push({ name: l, isLoop: false, result: false });
        const text = this.statements(1 + r.next(3));
        this.labels.length = saved;
        return `(block ${l} ${text})`;
      }
      case 7: return `(if ${this.condition()} (then ${this.statements(1)}) (else ${this.statements(1)}))`;
      case 8: return `(local.set ${this.local('i32')} (call $f${r.next(FUNCS)} ${this.value('i32', 1)} ${this.value('i64', 1)}))`;
      default: return this.tries(null);
    }
  }
  private statements(count: number): string {
    let s = '';
    for (let k = 0; k < count; k++) s += this.statement();
    return s;
  }

  module(): string {
    let funcs = '';
    for (this.func = 0; this.func < FUNCS; this.func++) {
      this.budget = 8 + this.r.next(14);
      this.exnrefs.length = 0;
      const body = this.statements(3 + this.r.next(4)) + this.value('i32', 3);
      const show = `(call $show ${TYPES.flatMap((t) => (t === 'i32' ? [0, 1] : [0]).map((k) => `(local.get $${t}_${k})`)).join(' ')})`;
      const locals = TYPES.flatMap((t) => Array.from({ length: LOCALS[t] }, (_, k) => `$${t}_${k}`).map((n) => (n === '$i32_0' || n === '$i64_0' ? '' : `(local ${n} ${t})`))).join(' ');
      funcs += `(func $f${this.func} (export "f${this.func}") (param $i32_0 i32) (param $i64_0 i64) (result i32) ${locals} ${this.exnrefs.map((e) => `(local ${e} exnref)`).join(' ')}
        (global.set $fuel (i32.sub (global.get $fuel) (i32.const 1))) (if (i32.le_s (global.get $fuel) (i32.const 0)) (then (return (i32.const -2))))
        (local.set $externref_0 (global.get $object))
        ${body} ${show})\n`;
    }
    const tags = TAGS.map((params, k) => (k === 1 ? `(import "m" "t1" (tag $t1 (param i32)))` : ''))
      .join('') + TAGS.map((params, k) => (k === 1 ? '' : `(tag $t${k} (export "t${k}") ${params.length === 0 ? '' : `(param ${params.join(' ')})`})`)).join('');
    const [imports, own] = [tags.slice(0, tags.indexOf('(tag $t0')), tags.slice(tags.indexOf('(tag $t0'))];
    return `(module
      ${imports}
      (import "m" "host" (func $host (param i32) (result i32)))
      (import "m" "trace" (func $trace (param i32)))
      (import "m" "show" (func $show (param i32 i32 i64 f64 f32 externref)))
      (import "m" "object" (global $object externref))
      (memory 1)
      (global $fuel (export "fuel") (mut i32) (i32.const 0))
      ${own}
      ${funcs})`;
  }
}

export const randomProgram = (seed: number, dialect: Dialect): string => new Generator(seed, dialect).module();

type Namespace = Pick<typeof WebAssembly, 'Module' | 'Instance' | 'RuntimeError'> & {
  Tag: new (type: { parameters: string[] }) => object;
  Exception: new (tag: object, payload: unknown[]) => { is(tag: object): boolean; getArg(tag: object, index: number): unknown };
};
type Call = (a: number, b: bigint) => number;
interface ProgramExports { fuel: { value: number }; [name: string]: unknown }

/** Runs all functions of a program with several arguments; what happened, as text. */
export function runProgram(ns: Namespace, bytes: Uint8Array): string[] {
  const log: string[] = [];
  const say = (line: string): void => { if (log.length < 4000) log.push(line); };
  const object = { name: 'the object' };
  const t1 = new ns.Tag({ parameters: ['i32'] });
  const shown = (v: unknown): string => (v === object ? 'object' : String(v));
  const tags: object[] = [];
  const thrown = (e: unknown): string => {
    if (e instanceof ns.Exception) {
      const k = tags.findIndex((t) => e.is(t));
      return `exception ${k}(${TAGS[k].map((_, i) => shown(e.getArg(tags[k], i))).join()})`;
    }
    if (e instanceof ns.RuntimeError) return 'trap';
    return e instanceof Error ? e.message : `value ${shown(e)}`;
  };
  let depth = 0;
  const attempt = (k: number): number => {
    if (++depth > 6) { depth--; return 0; }
    try {
      return (exports[`f${(k >>> 4) % FUNCS}`] as Call)(k, BigInt(k) << 31n);
    } finally { depth--; }
  };
  const host = (k: number): number => {
    say(`host ${k}`);
    switch ((k >>> 0) % 8) {
      case 1: throw new Error(`host error ${k}`);
      case 2: throw new ns.Exception(t1, [k]);
      case 3: return attempt(k);
      case 4:
        try {
          return attempt(k);
        } catch (e) {
          say(`through host: ${thrown(e)}`);
          throw e;
        }
      case 5:
        try {
          return attempt(k);
        } catch (e) {
          say(`kept by host: ${thrown(e)}`);
          return 17;
        }
      case 6: throw k % 3 === 0 ? object : k;
      default: return k ^ 5;
    }
  };
  const imports = {
    m: {
      t1, host, object, trace: (k: number) => say(`trace ${k}`),
      show: (...values: unknown[]) => say(values.map(shown).join()),
    },
  };
  const exports = new ns.Instance(new ns.Module(bytes as BufferSource), imports as never).exports as unknown as ProgramExports;
  for (let k = 0; k < TAGS.length; k++) tags.push(k === 1 ? t1 : exports[`t${k}`] as object);
  for (let f = 0; f < FUNCS; f++) {
    for (const n of [0, 1, 2, 3, 6, 7, 30, -5]) {
      exports.fuel.value = 60;
      depth = 0;
      try {
        say(`f${f}(${n}) = ${(exports[`f${f}`] as Call)(n, BigInt(n) * 0x1_2345_6789n)}`);
      } catch (e) {
        say(`f${f}(${n}) threw ${thrown(e)}`);
      }
    }
  }
  return log;
}
