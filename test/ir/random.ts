// Random small functions in IR, always ending: loops count down. Values are drawn from interesting ones, operands
// from what is visible, so that rules have something to match.
import { OPCODES, opId } from '../../compiler/spec/opcodes.js';
import { Kind, kindOf } from '../../compiler/spec/types.js';
import { FunctionIR, type Node, type Region } from '../../compiler/ir/node.js';
import { irOp } from '../../compiler/ir/ops.js';
import { numeric, type Value } from './numeric.js';

export class Random {
  private state: number;
  constructor(seed: number) { this.state = seed * 2654435761 >>> 0 || 1; for (let i = 0; i < 4; i++) this.next(); }
  next(): number {
    let x = this.state;
    x ^= x << 13; x ^= x >>> 17; x ^= x << 5;
    return (this.state = x >>> 0);
  }
  below(n: number): number { return this.next() % n; }
  pick<T>(list: readonly T[]): T { return list[this.below(list.length)]; }
  chance(percent: number): boolean { return this.below(100) < percent; }
}

const I32S = [0, 1, -1, 2, 3, 4, 7, 8, 16, 24, 31, 32, 33, 63, 127, 128, 255, 256, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, -0x80000000, -2, -128, -129, 0xff00, 0xff0000];
const F64S = [0, -0, 1, -1, 0.5, 1.5, 2.5, -2.5, 1e10, -1e10, 1e300, 5e-324, Infinity, -Infinity, NaN, 2147483647, 4294967295, -2147483648, 2147483648.5];

/** A value of the kind, as the interpreter holds it. */
export function randomValue(r: Random, kind: Kind): Value {
  const word = (): number => (r.chance(70) ? r.pick(I32S) : r.next() | 0);
  const view = new DataView(new ArrayBuffer(8));
  switch (kind) {
    case Kind.I64: {
      const small = BigInt(word());
      return r.chance(50) ? small : r.chance(50) ? BigInt.asUintN(32, small) : BigInt.asIntN(64, (BigInt(word()) << 32n) | BigInt(word() >>> 0));
    }
    case Kind.F32: view.setFloat32(0, r.pick(F64S)); return r.chance(80) ? view.getUint32(0) : r.next();
    case Kind.F64: view.setFloat64(0, r.pick(F64S)); return view.getBigUint64(0);
    default: return word();
  }
}
export function setConstant(n: Node, v: Value): void {
  if (typeof v === 'bigint') { n.imm = Number(BigInt.asIntN(32, v)); n.imm2 = Number(BigInt.asIntN(32, v >> 32n)); } else n.imm = (v as number) | 0;
}
const CONST = { [Kind.I32]: opId('i32.const'), [Kind.I64]: opId('i64.const'), [Kind.F32]: opId('f32.const'), [Kind.F64]: opId('f64.const') } as Record<Kind, number>;
const KINDS = [Kind.I32, Kind.I32, Kind.I32, Kind.I64, Kind.I64, Kind.F32, Kind.F64] as const;
const NUMERIC = OPCODES.filter((row) => numeric(row.name) !== undefined && row.params !== null);
const BY_KIND = [Kind.I32, Kind.I64, Kind.F32, Kind.F64].map((k) => NUMERIC.filter((row) => kindOf(row.results![0]) === k));
const LOADS = OPCODES.filter((row) => row.width > 0 && row.proposal === 'mvp' && row.results!.length === 1);
const STORES = OPCODES.filter((row) => row.width > 0 && row.proposal === 'mvp' && row.results!.length === 0);

export class Generator {
  readonly fn: FunctionIR;
  private readonly r: Random;
  private readonly visible: Node[] = [];
  private readonly targets: Node[] = [];
  private budget: number;

  constructor(seed: number, size = 40) {
    this.r = new Random(seed);
    this.budget = size;
    this.fn = new FunctionIR(seed, undefined, [Kind.I32, Kind.I64, Kind.F32, Kind.F64]);
    [Kind.I32, Kind.I32, Kind.I64, Kind.I64, Kind.F32, Kind.F64].forEach((k, i) => {
      const p = this.fn.node(irOp('param'), k, []);
      p.imm = i;
      this.fn.params.push(p);
    });
    this.visible.push(...this.fn.params);
    const body = this.fn.body;
    this.statements(body, 0);
    const ret = [Kind.I32, Kind.I64, Kind.F32, Kind.F64].map((k) => this.value(body, k));
    body.nodes.push(this.fn.node(opId('return'), Kind.None, ret));
  }

  private add(region: Region, op: number, kind: Kind, args: Node[]): Node {
    const n = this.fn.node(op, kind, args);
    region.nodes.push(n);
    if (kind !== Kind.None) this.visible.push(n);
    return n;
  }
  private constant(region: Region, kind: Kind): Node {
    const n = this.add(region, CONST[kind], kind, []);
    setConstant(n, randomValue(this.r, kind));
    return n;
  }
  private value(region: Region, kind: Kind): Node {
    if (this.r.chance(25)) return this.constant(region, kind);
    const fitting = this.visible.filter((n) => n.kind === kind);
    // Recent values make chains.
    if (fitting.length === 0) return this.constant(region, kind);
    return this.r.chance(60) ? fitting[fitting.length - 1 - this.r.below(Math.min(3, fitting.length))] : this.r.pick(fitting);
  }
  private expression(region: Region): void {
    const r = this.r;
    if (r.chance(8)) {
      const kind = r.pick(KINDS);
      this.add(region, opId('select'), kind, [this.value(region, kind), this.value(region, kind), this.value(region, Kind.I32)]);
      return;
    }
    const row = r.pick(BY_KIND[r.pick([0, 0, 0, 1, 1, 1, 2, 3])]);
    this.add(region, row.id, kindOf(row.results![0]), row.params!.map((t) => this.value(region, kindOf(t))));
  }
  private memory(region: Region): void {
    const r = this.r, row = r.chance(50) ? r.pick(LOADS) : r.pick(STORES);
    const mask = this.add(region, CONST[Kind.I32], Kind.I32, []);
    mask.imm = 127;
    const address = r.chance(90) ? this.add(region, opId('i32.and'), Kind.I32, [this.value(region, Kind.I32), mask]) : this.value(region, Kind.I32);
    const args = [address, ...row.params!.slice(1).map((t) => this.value(region, kindOf(t)))];
    const n = this.add(region, row.id, row.results!.length === 0 ? Kind.None : kindOf(row.results![0]), args);
    n.imm = r.pick([0, 0, 4, 8, 100]);
  }

  private statements(region: Region, depth: number): void {
    const r = this.r;
    for (let i = 2 + r.below(6); i > 0 && this.budget > 0; i--) {
      this.budget--;
      const what = r.below(100);
      if (what < 60 || depth > 3) this.expression(region);
      else if (what < 70) this.memory(region);
      else if (what < 74) this.add(region, opId('call'), Kind.I32, [this.value(region, Kind.I32), this.value(region, Kind.I64)]).imm = r.below(3);
      else if (what < 80 && this.targets.length > 0) this.conditionalBranch(region);
      else this.control(region, depth);
    }
  }
  private arguments(region: Region, list: readonly Node[]): Node[] { return list.map((p) => this.value(region, p.kind)); }
  private conditionalBranch(region: Region): void {
    const target = this.r.pick(this.targets);
    const n = this.fn.node(opId('br_if'), Kind.None, [this.value(region, Kind.I32)]);
    n.edges = [{ target, args: this.arguments(region, target.results!) }];
    region.nodes.push(n);
  }
  private merges(owner: Node, op: string, count: number): Node[] {
    return Array.from({ length: count }, (_, i) => {
      const n = this.fn.node(irOp(op as 'result'), this.r.pick(KINDS), []);
      n.owner = owner;
      n.imm = i;
      return n;
    });
  }

  /** Ends a loop's body as compilers do: a counter grows or falls by a step, and a comparison with something decides. */
  private countUp(loop: Node, body: Region): void {
    const r = this.r, counter = loop.params![loop.params!.length - 1];
    const constant = (x: number): Node => { const c = this.add(body, CONST[Kind.I32], Kind.I32, []); c.imm = x; return c; };
    const step = r.pick([1, 1, 1, 2, 3, -1, -1, -2, 0x40000000]);
    const next = this.add(body, opId('i32.add'), Kind.I32, [counter, constant(step)]);
    const bound = r.chance(50) ? constant(r.pick([0, 3, 6, 100, -1, 0x7fffffff, -0x80000000])) : this.value(body, Kind.I32);
    const compared = r.pick([next, next, counter, this.add(body, opId('i32.add'), Kind.I32, [counter, constant(r.pick([5, -5]))])]);
    const relation = r.pick(['ne', 'ne', 'lt_s', 'lt_u', 'gt_s', 'le_s', 'ge_s', 'gt_u'] as const);
    const condition = this.add(body, opId(`i32.${relation}`), Kind.I32, r.chance(70) ? [compared, bound] : [bound, compared]);
    const back = [...loop.params!.slice(0, -1).map((p) => (r.chance(40) ? p : this.value(body, p.kind))), next];
    if (r.chance(50)) {
      const br = this.fn.node(opId('br_if'), Kind.None, [condition]);
      br.edges = [{ target: loop, args: back }];
      body.nodes.push(br);
      const results = this.arguments(body, loop.results!);
      body.nodes.push(this.fn.node(irOp('yield'), Kind.None, results));
      return;
    }
    const out = this.fn.node(opId('if'), Kind.None, [condition]);
    out.results = [];
    const br = this.fn.node(opId('br'), Kind.None, []);
    br.edges = [{ target: loop, args: back }];
    out.regions = [{ nodes: [br] }, { nodes: [this.fn.node(irOp('yield'), Kind.None, [])] }];
    body.nodes.push(out);
    const results = this.arguments(body, loop.results!);
    body.nodes.push(this.fn.node(irOp('yield'), Kind.None, results));
  }

  private control(region: Region, depth: number): void {
    const r = this.r, scope = this.visible.length, form = r.below(3);
    const name = (['block', 'if', 'loop'] as const)[form];
    const args = name === 'if' ? [this.value(region, Kind.I32)] : [];
    let counter: Node | null = null, one: Node | null = null;
    if (name === 'loop') {
      counter = this.fn.node(CONST[Kind.I32], Kind.I32, []);
      counter.imm = r.below(4);
      one = this.fn.node(CONST[Kind.I32], Kind.I32, []);
      one.imm = 1;
      region.nodes.push(counter, one);
    }
    const n = this.fn.node(opId(name), Kind.None, args);
    n.results = this.merges(n, 'result', r.below(3));
    if (name === 'loop') {
      n.params = this.merges(n, 'loop.param', r.below(3));
      n.args = this.arguments(region, n.params);
      const count = this.fn.node(irOp('loop.param'), Kind.I32, []);
      count.owner = n;
      count.imm = n.params.length;
      n.params.push(count);
      n.args.push(counter!);
    }
    region.nodes.push(n);
    n.regions = [];
    if (name === 'block') this.targets.push(n);
    for (let i = 0; i < (name === 'if' ? 2 : 1); i++) {
      const body: Region = { nodes: [] };
      n.regions.push(body);
      const inner = this.visible.length;
      if (n.params !== null) this.visible.push(...n.params);
      this.statements(body, depth + 1);
      if (name === 'loop') {
        if (this.r.chance(50)) { this.countUp(n, body); this.visible.length = inner; continue; }
        const next = this.fn.node(opId('i32.sub'), Kind.I32, [n.params![n.params!.length - 1], one!]);
        body.nodes.push(next);
        const back = n.params!.slice(0, -1).map((p) => (r.chance(40) ? p : this.value(body, p.kind)));
        const br = this.fn.node(opId('br_if'), Kind.None, [n.params![n.params!.length - 1]]);
        br.edges = [{ target: n, args: [...back, next] }];
        body.nodes.push(br);
      }
      if (r.chance(15) && this.targets.length > 0) {
        const target = r.pick(this.targets);
        const br = this.fn.node(opId('br'), Kind.None, []);
        br.edges = [{ target, args: this.arguments(body, target.results!) }];
        body.nodes.push(br);
      } else if (r.chance(4)) body.nodes.push(this.fn.node(opId('unreachable'), Kind.None, []));
      else body.nodes.push(this.fn.node(irOp('yield'), Kind.None, this.arguments(body, n.results)));
      this.visible.length = inner;
    }
    if (name === 'block') this.targets.pop();
    this.visible.length = scope;
    this.visible.push(...n.results);
  }
}
