// One random function body: a walk of the stack machine. Each step looks at the types on the stack, uses what fits and pushes
// what is missing; at the end of a block the rest is dropped.
import { OPCODES, opId } from '../../compiler/spec/opcodes.js';
import { Effect } from '../../compiler/spec/opcode-row.js';
import { constant, F32, F64, I32, I64, unsigned, type Type } from './encode.js';
import type { Environment, StepName } from './program.js';
import type { Random } from './random.js';
import { edgeBits } from './values.js';

interface Frame { label: readonly Type[]; results: readonly Type[]; height: number; isLoop: boolean }

const isPlain = (name: string): boolean => /^[if](32|64)\./.test(name) && !/const|load|store|atomic|add128|sub128|mul_wide/.test(name);
const NUMERIC = OPCODES.filter((row) => isPlain(row.name) && row.params !== null && row.results !== null);
const byResult = (t: Type): typeof NUMERIC => NUMERIC.filter((row) => row.results![0] === t);
const MAKING = new Map([I32, I64, F32, F64].map((t) => [t, byResult(t)]));
const isMemory = (name: string, kind: string): boolean => new RegExp(`^[if](32|64)\\.${kind}`).test(name);
const LOADS = OPCODES.filter((row) => isMemory(row.name, 'load'));
const STORES = OPCODES.filter((row) => isMemory(row.name, 'store'));
const BITS_OF_FLOATS = new Set(['i32.reinterpret_f32', 'i64.reinterpret_f64', 'f32.copysign', 'f64.copysign'].map((name) => opId(name as 'f32.copysign')));
/** Operations that keep a number that is not NaN from becoming one. */
const EXACT = new Set(['f32.abs', 'f32.neg', 'f64.abs', 'f64.neg', 'f32.copysign', 'f64.copysign'].map((name) => opId(name as 'f32.abs')));

const BLOCK = 0x02, LOOP = 0x03, IF = 0x04, ELSE = 0x05, END = 0x0b, BR = 0x0c, BR_IF = 0x0d, BR_TABLE = 0x0e, RETURN = 0x0f, CALL = 0x10, CALL_INDIRECT = 0x11, RETURN_CALL = 0x12;
const DROP = 0x1a, SELECT = 0x1b, LOCAL_GET = 0x20, LOCAL_SET = 0x21, LOCAL_TEE = 0x22, GLOBAL_GET = 0x23, GLOBAL_SET = 0x24, UNREACHABLE = 0x00;
const EQZ = 0x45, SUB = 0x6b, AND = 0x71, OR = 0x72;
const MAX_DEPTH = 9, MAX_BYTES = 6000;

const encoded = (code: number): number[] => {
  if (code < 256) return [code];
  const bytes = [code >> 16];
  unsigned(code & 0xffff, bytes);
  return bytes;
};

export class FunctionGenerator {
  readonly code: number[] = [];
  readonly locals: Type[];
  private readonly env: Environment;
  private readonly r: Random;
  private readonly results: readonly Type[];
  private readonly callees: readonly number[];
  private readonly small: boolean;
  private stack: Type[] = [];
  /** What lies below is an operand of something else already. */
  private floor = 0;
  private readonly frames: Frame[] = [];
  private readonly steps: StepName[];
  private readonly fuel: number;

  constructor(env: Environment, index: number, callees: readonly number[], small: boolean) {
    this.env = env;
    this.r = env.r;
    this.callees = callees;
    this.small = small;
    const { params, results } = env.signatures[index];
    this.results = results;
    this.locals = [...params, ...env.types(1, 6)];
    this.fuel = this.locals.push(I32) - 1;
    this.steps = Object.entries(env.profile.steps).flatMap(([name, weight]) => new Array<StepName>(weight).fill(name as StepName));
  }

  generate(length: number): void {
    const { r, code } = this;
    this.frames.push({ label: this.results, results: this.results, height: 0, isLoop: false });
    if (!this.small) {
      this.burn(GLOBAL_GET, GLOBAL_SET, this.env.fuel);
      constant(I32, BigInt(r.between(2, 12)), code);
      this.op(LOCAL_SET, this.fuel);
    }
    this.sequence(length);
    this.frames.pop();
    code.push(END);
  }
  /** Stops, by a trap or a return, when `variable` is zero, and takes one from it. */
  private burn(get: number, set: number, variable: number): void {
    const { code } = this;
    this.op(get, variable);
    code.push(EQZ, IF, 0x40);
    if (this.r.chance(50)) code.push(UNREACHABLE);
    else {
      for (const t of this.results) constant(t, 7n, code);
      code.push(RETURN);
    }
    code.push(END);
    this.op(get, variable);
    constant(I32, 1n, code);
    code.push(SUB);
    this.op(set, variable);
  }
  private op(code: number, immediate: number): void {
    this.code.push(code);
    unsigned(immediate, this.code);
  }

  // The stack

  /** Makes the stack end with `types`, out of what lies there where that fits. */
  private need(types: readonly Type[], depth = 2): void {
    const { stack } = this, height = Math.max(this.floor, this.frames[this.frames.length - 1].height);
    let fit = 0;
    if (this.r.chance(75)) {
      for (let k = Math.min(types.length, stack.length - height); k > 0 && fit === 0; k--) {
        if (types.slice(0, k).every((t, i) => stack[stack.length - k + i] === t)) fit = k;
      }
    }
    for (const t of types.slice(fit)) this.value(t, depth);
  }
  private take(types: readonly Type[]): void { this.stack.length -= types.length; }
  private give(types: readonly Type[]): void { this.stack.push(...types); }

  /** Pushes a value made by an expression, which leaves alone what lies there already. */
  private value(type: Type, depth: number): void {
    const { floor } = this;
    this.floor = this.stack.length;
    this.expression(type, depth);
    this.floor = floor;
  }
  private expression(type: Type, depth: number): void {
    const { r } = this;
    if (depth <= 0 || this.code.length > MAX_BYTES || r.chance(30)) { this.leaf(type); return; }
    switch (r.below(12)) {
      case 0: this.load(type); return;
      case 1: {
        // An if with a value.
        this.value(I32, depth - 1);
        this.take([I32]);
        this.code.push(IF, type);
        this.nested([], [type], false, () => this.value(type, depth - 1));
        this.code.push(ELSE);
        this.nested([], [type], false, () => this.value(type, depth - 1));
        this.code.push(END);
        this.give([type]);
        return;
      }
      case 2:
        this.value(type, depth - 1);
        this.value(type, depth - 1);
        this.value(I32, depth - 1);
        this.code.push(SELECT);
        this.take([type, I32]);
        return;
      case 3: {
        const callee = this.callees.filter((f) => this.env.signatures[f].results.join() === String(type));
        if (callee.length > 0) { this.call(r.pick(callee), depth - 1); return; }
        break;
      }
      case 4: {
        // A block left early with one value or at its end with another.
        this.code.push(BLOCK, type);
        this.nested([], [type], false, () => {
          this.value(type, depth - 1);
          this.value(I32, depth - 1);
          this.op(BR_IF, 0);
          this.take([I32, type]);
          this.code.push(DROP);
          this.value(type, depth - 1);
        });
        this.code.push(END);
        this.give([type]);
        return;
      }
      case 5: {
        this.value(type, depth - 1);
        const l = this.local(type);
        if (l >= 0) this.op(LOCAL_TEE, l);
        return;
      }
    }
    this.numeric(r.pick(MAKING.get(type)!), depth - 1);
  }
  private leaf(type: Type): void {
    const { r, env } = this;
    const globals = env.globals.filter((g) => g.type === type);
    if (globals.length > 0 && r.chance(20)) this.op(GLOBAL_GET, r.pick(globals).index);
    else {
      const l = this.local(type);
      if (l >= 0 && r.chance(75)) this.op(LOCAL_GET, l);
      else constant(type, edgeBits(r, type), this.code);
    }
    this.stack.push(type);
  }
  /** A local of the type, or -1; never the one that counts. */
  private local(type: Type): number {
    const all = this.locals.flatMap((t, k) => (t === type && k !== this.fuel ? [k] : []));
    return all.length === 0 ? -1 : this.r.pick(all);
  }

  private numeric(row: (typeof NUMERIC)[number], depth: number): void {
    const { r, code, env } = this;
    if (env.profile.nans && BITS_OF_FLOATS.has(row.id)) return this.leaf(row.results![0]);
    if (row.effects & Effect.trap && row.params!.length === 1 && !r.chance(env.profile.raw)) return this.leaf(row.results![0]);
    this.need(row.params!, depth);
    const last = row.params![row.params!.length - 1];
    if (row.effects & Effect.trap && !r.chance(env.profile.raw) && (last === I32 || last === I64)) {
      // A divisor that is neither 0 nor, mostly, -1.
      constant(last, 1n, code);
      code.push(last === I32 ? OR : 0x84);
    }
    code.push(...encoded(row.code));
    this.take(row.params!);
    this.give(row.results!);
    this.denan(row.results![0], EXACT.has(row.id));
  }
  private denan(type: Type, exact = false): void {
    const clean = this.env.clean.get(type);
    if (clean !== undefined && !exact && !this.env.profile.nans) this.op(CALL, clean);
  }

  // Memory

  private address(): void {
    const { r, code } = this;
    this.value(I32, 2);
    if (r.chance(this.env.profile.raw / 10)) return;
    constant(I32, BigInt(r.pick([63, 255, 0xfc, 0x3ff])), code);
    code.push(AND);
  }
  private memarg(width: number): void {
    const { r, code } = this;
    unsigned(r.below(Math.log2(width) + 1), code);
    unsigned(r.chance(this.env.profile.raw / 10) ? r.pick([65535, 65528, 0x7fffffff, 0xffffffff]) : r.pick([0, 0, 0, 1, 4, 8, 100]), code);
  }
  private load(type: Type): void {
    const row = this.r.pick(LOADS.filter((l) => l.results![0] === type));
    this.address();
    this.code.push(row.code);
    this.memarg(row.width);
    this.take([I32]);
    this.give([type]);
    this.denan(type);
  }
  private store(): void {
    const row = this.r.pick(STORES), type = row.params![1];
    if (this.env.profile.nans && (type === F32 || type === F64)) return;
    this.address();
    this.value(type, 3);
    this.code.push(row.code);
    this.memarg(row.width);
    this.take([I32, type]);
  }
  private bulk(): void {
    const { r, code } = this;
    switch (r.below(6)) {
      case 0: code.push(0x3f, 0); this.give([I32]); return;
      case 1:
        this.need([I32], 1);
        constant(I32, 1n, code);
        code.push(AND, 0x40, 0);
        return;
      case 2: case 3: {
        this.address();
        this.address();
        constant(I32, BigInt(r.below(40)), code);
        code.push(0xfc, ...(r.chance(50) ? [10, 0, 0] : [11, 0]));
        this.take([I32, I32]);
        return;
      }
      case 4:
        this.address();
        constant(I32, BigInt(r.below(4)), code);
        constant(I32, BigInt(r.below(6)), code);
        code.push(0xfc, 8, r.below(this.env.segments), 0);
        this.take([I32]);
        return;
      default: code.push(0xfc, 9, r.below(this.env.segments));
    }
  }

  // Calls

  private call(callee: number, depth: number): void {
    const { params, results } = this.env.signatures[callee];
    this.need(params, depth);
    this.op(CALL, callee);
    this.take(params);
    this.give(results);
  }
  private indirect(): void {
    const { r, env, code } = this;
    if (this.small) return;
    const target = r.pick(env.tableFuncs), { params, results } = env.signatures[target];
    this.need(params);
    if (r.chance(75)) constant(I32, BigInt(env.tableFuncs.indexOf(target)), code);
    else {
      this.value(I32, 2);
      this.take([I32]);
      if (r.chance(80)) { constant(I32, BigInt(r.pick([1, 3, 15])), code); code.push(AND); }
    }
    this.op(CALL_INDIRECT, env.writer.type({ params, results }));
    code.push(0);
    this.take(params);
    this.give(results);
  }

  // Control

  /** The inside of a block whose header is written, without its end. */
  private nested(params: readonly Type[], results: readonly Type[], isLoop: boolean, inside: () => void): void {
    const { stack } = this;
    const height = stack.length;
    this.frames.push({ label: isLoop ? params : results, results, height, isLoop });
    stack.push(...params);
    inside();
    this.frames.pop();
    stack.length = height;
  }
  private block(name: 'block' | 'loop' | 'if'): void {
    const { r, env, code, stack, frames } = this;
    if (frames.length > MAX_DEPTH || code.length > MAX_BYTES || (name === 'loop' && this.small)) return;
    const below = stack.slice(Math.max(frames[frames.length - 1].height, stack.length - r.below(4)));
    const params = r.chance(50) ? below : env.types(0, 2);
    const results = env.types(0, r.chance(30) ? 3 : 1);
    this.need(name === 'if' ? [...params, I32] : params);
    if (name === 'if') this.take([I32]);
    this.take(params);
    // Without else an `if` gives what it takes.
    const open = name === 'if' && r.chance(30);
    const gives = open ? params : results;
    code.push(name === 'block' ? BLOCK : name === 'loop' ? LOOP : IF);
    env.writer.blockType({ params, results: gives }, code);
    const length = r.below(env.profile.length >> 1) + 1;
    const body = (): void => {
      if (name === 'loop') this.burn(LOCAL_GET, LOCAL_SET, this.fuel);
      this.sequence(length);
    };
    this.nested(params, gives, name === 'loop', body);
    if (name === 'if' && !open) {
      code.push(ELSE);
      this.nested(params, gives, false, () => this.sequence(r.below(length) + 1));
    }
    code.push(END);
    this.give(gives);
  }
  /** Blocks one inside the other with a table of branches in the innermost: what a `switch` becomes. */
  private ladder(): void {
    const { r, code, frames, stack } = this;
    if (frames.length > MAX_DEPTH - 3 || code.length > MAX_BYTES) return;
    const rungs = r.between(2, 6);
    for (let k = 0; k < rungs; k++) {
      code.push(BLOCK, 0x40);
      frames.push({ label: [], results: [], height: stack.length, isLoop: false });
    }
    this.value(I32, 2);
    const outer = frames.length - 1 - rungs;
    const targets = Array.from({ length: r.between(1, 8) }, () => {
      const far = rungs + r.below(outer + 1);
      return r.chance(12) && this.frames[frames.length - 1 - far].label.length === 0 ? far : r.below(rungs);
    });
    if (r.chance(60)) { constant(I32, 7n, code); code.push(AND); }
    code.push(BR_TABLE);
    unsigned(targets.length - 1, code);
    for (const t of targets) unsigned(t, code);
    this.take([I32]);
    for (let k = 0; k < rungs; k++) {
      code.push(END);
      const frame = frames.pop()!;
      stack.length = frame.height;
      if (k < rungs - 1) { const end = this.walk(r.below(3)); if (end) this.dead(); else this.settle(frames[frames.length - 1]); }
    }
  }
  private depthOf(frame: Frame): number { return this.frames.length - 1 - this.frames.indexOf(frame); }

  private branchTable(): void {
    const { r, code } = this;
    const first = r.pick(this.frames);
    const same = this.frames.filter((f) => f.label.join() === first.label.join());
    const targets = Array.from({ length: r.between(1, 7) }, () => this.depthOf(r.pick(same)));
    this.need(first.label);
    this.value(I32, 2);
    if (r.chance(60)) { constant(I32, 3n, code); code.push(AND); }
    code.push(BR_TABLE);
    unsigned(targets.length - 1, code);
    for (const t of targets) unsigned(t, code);
  }

  /** Runs steps and ends the block as its type wants. */
  private sequence(length: number): void {
    const frame = this.frames[this.frames.length - 1];
    if (this.walk(length)) this.dead(); else this.settle(frame);
  }
  private walk(length: number): boolean {
    for (let k = 0; k < length; k++) if (this.step()) return true;
    return false;
  }
  /** Leaves exactly the results on the stack. */
  private settle(frame: Frame): void {
    const { stack, r } = this, { results, height } = frame;
    let keep = 0;
    while (keep < results.length && height + keep < stack.length && stack[height + keep] === results[keep]) keep++;
    while (stack.length > height + keep) {
      const type = stack.pop()!, l = this.local(type);
      if (l >= 0 && r.chance(60)) this.op(LOCAL_SET, l); else this.code.push(DROP);
    }
    for (const t of results.slice(keep)) this.value(t, 2);
  }
  /** Behind a jump: some code that is never reached, on a stack that gives whatever is wanted. */
  private dead(): void {
    const { r, code } = this, frame = this.frames[this.frames.length - 1];
    this.stack.length = frame.height;
    if (!r.chance(30)) return;
    switch (r.below(5)) {
      case 0: code.push(DROP); return;
      case 1: code.push(0x6a, DROP); return;
      case 2: code.push(UNREACHABLE, SELECT, DROP); return;
      case 3: if (frame.results.length > 0) { this.leaf(frame.results[frame.results.length - 1]); this.stack.length = frame.height; } return;
      default: this.walk(2); this.stack.length = frame.height; code.push(UNREACHABLE);
    }
  }

  /** One step; true if what follows is unreachable. */
  private step(): boolean {
    const { r, env, code } = this;
    if (code.length > MAX_BYTES) return false;
    const name = r.pick(this.steps);
    switch (name) {
      case 'leaf': this.leaf(env.type()); return false;
      case 'operation': this.numeric(r.pick(MAKING.get(env.type())!), 2); return false;
      case 'block': case 'loop': case 'if': this.block(name); return false;
      case 'ladder': this.ladder(); return false;
      case 'brIf': {
        const f = r.pick(this.frames);
        this.need([...f.label, I32]);
        this.op(BR_IF, this.depthOf(f));
        this.take([I32]);
        return false;
      }
      case 'br': {
        const f = r.pick(this.frames);
        this.need(f.label);
        this.op(BR, this.depthOf(f));
        return true;
      }
      case 'brTable': this.branchTable(); return true;
      case 'return':
        if (r.chance(60)) return false;
        this.need(this.results);
        code.push(RETURN);
        return true;
      case 'call': this.call(r.pick(this.callees), 2); return false;
      case 'callIndirect': this.indirect(); return false;
      case 'tailCall': {
        const fit = this.callees.filter((f) => env.signatures[f].results.join() === this.results.join());
        if (fit.length === 0 || r.chance(50)) return false;
        const callee = r.pick(fit);
        this.need(env.signatures[callee].params);
        this.op(RETURN_CALL, callee);
        return true;
      }
      case 'local': {
        const type = env.type(), l = this.local(type);
        if (l < 0) return false;
        this.need([type], 3);
        const tee = r.chance(30);
        this.op(tee ? LOCAL_TEE : LOCAL_SET, l);
        if (!tee) this.take([type]);
        return false;
      }
      case 'global': {
        const g = r.pick(env.globals);
        if (!g.mutable || r.chance(40)) { this.op(GLOBAL_GET, g.index); this.give([g.type]); return false; }
        this.need([g.type]);
        this.op(GLOBAL_SET, g.index);
        this.take([g.type]);
        return false;
      }
      case 'load': this.load(env.type()); return false;
      case 'store': this.store(); return false;
      case 'memory': this.bulk(); return false;
      case 'select': {
        const type = env.type();
        this.need([type, type, I32]);
        code.push(SELECT);
        this.take([type, I32]);
        return false;
      }
      case 'drop': {
        const top = this.frames[this.frames.length - 1];
        if (this.stack.length > top.height) { code.push(DROP); this.stack.pop(); }
        return false;
      }
      case 'log': {
        const type = env.type();
        this.need([type]);
        this.op(CALL, env.logs.get(type)!);
        this.take([type]);
        return false;
      }
      default:
        if (r.chance(70)) return false;
        code.push(UNREACHABLE);
        return true;
    }
  }
}
