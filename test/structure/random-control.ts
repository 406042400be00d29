// Random functions whose point is control: branches of every kind to everything around, ladders of br_table, merges
// with several values, in loops that a fuel variable ends. Between them, effects whose order shows.
import { FunctionIR, type Node, type Region } from '../../compiler/ir/node.js';
import { irOp, type IrOpName } from '../../compiler/ir/ops.js';
import { Kind } from '../../compiler/spec/types.js';
import { Random } from '../ir/random.js';

const BINARY: IrOpName[] = ['i32.add', 'i32.sub', 'i32.mul', 'i32.and', 'i32.or', 'i32.xor', 'i32.shl', 'i32.shr_s', 'i32.shr_u', 'i32.rotl',
  'i32.lt_s', 'i32.lt_u', 'i32.eq', 'i32.ne', 'i32.ge_u', 'i32.gt_s', 'i32.div_s', 'i32.rem_u', 'i32.add', 'i32.sub'];
const CONSTANTS = [0, 1, 2, 3, 5, 8, 31, 255, -1, -2, 0x7fffffff, -0x80000000, 12345];

export class ControlGenerator {
  readonly fn: FunctionIR;
  private readonly r: Random;
  private budget: number;
  private visible: Node[] = [];
  private readonly targets: Node[] = [];

  constructor(seed: number, size: number) {
    this.r = new Random(seed);
    this.budget = size;
    const fn = this.fn = new FunctionIR(9, undefined, [Kind.I32]);
    fn.vars = [Kind.I32, Kind.I32];
    for (let i = 0; i < 3; i++) {
      const p = fn.node(irOp('param'), i === 2 ? Kind.F64 : Kind.I32, []);
      p.imm = i;
      fn.params.push(p);
    }
    this.visible.push(...fn.params);
    const fuel = this.constant(fn.body, 40);
    this.add(fn.body, 'var.set', Kind.None, [fuel]);
    this.add(fn.body, 'var.set', Kind.None, [fuel]).imm = 1;
    this.statements(fn.body, 0, 8);
    this.add(fn.body, 'return', Kind.None, [this.value(fn.body, Kind.I32)]);
  }

  private add(region: Region, op: IrOpName, kind: Kind, args: Node[]): Node {
    const n = this.fn.node(irOp(op), kind, args);
    region.nodes.push(n);
    if (kind !== Kind.None) this.visible.push(n);
    return n;
  }
  private constant(region: Region, value: number): Node {
    const n = this.add(region, 'i32.const', Kind.I32, []);
    n.imm = value | 0;
    return n;
  }
  private value(region: Region, kind: Kind): Node {
    const { r } = this;
    const fitting = this.visible.filter((n) => n.kind === kind);
    if (kind === Kind.I32 && (fitting.length === 0 || r.chance(20))) return this.constant(region, r.pick(CONSTANTS));
    return r.chance(60) ? fitting[fitting.length - 1 - r.below(Math.min(3, fitting.length))] : r.pick(fitting);
  }

  private statements(region: Region, depth: number, most: number): void {
    const { r } = this;
    for (let i = 1 + r.below(most); i > 0 && this.budget > 0; i--) {
      this.budget--;
      const what = r.below(100);
      if (what < 30) this.add(region, r.pick(BINARY), Kind.I32, [this.value(region, Kind.I32), this.value(region, Kind.I32)]);
      else if (what < 34) this.add(region, r.pick(['f64.add', 'f64.mul', 'f64.sub'] as const), Kind.F64, [this.value(region, Kind.F64), this.value(region, Kind.F64)]);
      else if (what < 37) this.add(region, 'f64.convert_i32_s', Kind.F64, [this.value(region, Kind.I32)]);
      else if (what < 40) this.add(region, 'f64.lt', Kind.I32, [this.value(region, Kind.F64), this.value(region, Kind.F64)]);
      else if (what < 44) this.add(region, 'select', Kind.I32, [0, 1, 2].map(() => this.value(region, Kind.I32)));
      else if (what < 60) this.effect(region);
      else if (what < 70 && this.targets.length > 0) {
        const n = this.add(region, 'br_if', Kind.None, [this.value(region, Kind.I32)]);
        n.edges = [this.edge(region, r.pick(this.targets))];
        region.nodes.splice(region.nodes.indexOf(n), 1);
        region.nodes.push(n);
      } else if (depth < 12) {
        if (r.chance(15)) this.ladder(region, depth);
        else this.control(region, depth, r.pick(['block', 'if', 'loop', 'block'] as const));
      }
    }
  }

  private effect(region: Region): void {
    const { r } = this;
    const address = (): Node => {
      const mask = this.constant(region, r.chance(85) ? 60 : 255);
      return this.add(region, 'i32.and', Kind.I32, [this.value(region, Kind.I32), mask]);
    };
    switch (r.below(7)) {
      case 0: this.add(region, r.pick(['i32.load', 'i32.load8_u', 'i32.load16_s'] as const), Kind.I32, [address()]).imm = r.pick([0, 4, 9]); break;
      case 1: this.add(region, r.pick(['i32.store', 'i32.store8'] as const), Kind.None, [address(), this.value(region, Kind.I32)]).imm = r.pick([0, 4, 9]); break;
      case 2: this.add(region, 'call', Kind.I32, [this.value(region, Kind.I32), this.value(region, Kind.I32)]).imm = r.below(3); break;
      case 3: this.add(region, 'global.get', Kind.I32, []).imm = r.below(2); break;
      case 4: this.add(region, 'global.set', Kind.None, [this.value(region, Kind.I32)]).imm = r.below(2); break;
      case 5: this.add(region, 'var.get', Kind.I32, []).imm = 1; break;
      default: this.add(region, 'var.set', Kind.None, [this.value(region, Kind.I32)]).imm = 1;
    }
  }

  private list(region: Region, of: readonly Node[] | null): Node[] { return (of ?? []).map((p) => this.value(region, p.kind)); }
  private edge(region: Region, target: Node): { target: Node; args: Node[] } {
    return { target, args: this.list(region, target.params ?? target.results) };
  }
  private merges(owner: Node, op: 'result' | 'loop.param', count: number): Node[] {
    return Array.from({ length: count }, (_, i) => {
      const n = this.fn.node(irOp(op), this.r.chance(80) ? Kind.I32 : Kind.F64, []);
      n.owner = owner;
      n.imm = i;
      return n;
    });
  }
  private terminator(region: Region, owner: Node): void {
    const { r } = this;
    const what = r.below(100);
    if (what < 55 || this.targets.length === 0) this.add(region, 'yield', Kind.None, this.list(region, owner.results));
    else if (what < 80) this.jump(region, 'br', [], [r.pick(this.targets)]);
    else if (what < 92) this.table(region, Array.from({ length: 1 + r.below(3) }, () => r.pick(this.targets)), 1 + r.below(5));
    else if (what < 97) this.add(region, 'return', Kind.None, [this.value(region, Kind.I32)]);
    else this.add(region, 'unreachable', Kind.None, []);
  }
  private jump(region: Region, op: 'br' | 'br_table', args: Node[], targets: Node[]): Node {
    const n = this.fn.node(irOp(op), Kind.None, args);
    n.edges = targets.map((t) => this.edge(region, t));
    region.nodes.push(n);
    return n;
  }
  private table(region: Region, targets: Node[], length: number): void {
    const { r } = this;
    const mask = this.constant(region, 7);
    const index = r.chance(80) ? this.add(region, 'i32.and', Kind.I32, [this.value(region, Kind.I32), mask]) : this.value(region, Kind.I32);
    this.jump(region, 'br_table', [index], targets).aux = Int32Array.from({ length }, () => r.below(targets.length));
  }

  private control(region: Region, depth: number, name: 'block' | 'if' | 'loop'): Node {
    const { r } = this;
    const args = name === 'if' ? [this.value(region, Kind.I32)] : [];
    const n = this.fn.node(irOp(name), Kind.None, args);
    n.results = this.merges(n, 'result', r.below(3));
    if (name === 'loop') {
      n.params = this.merges(n, 'loop.param', r.below(4));
      n.args = this.list(region, n.params);
    }
    region.nodes.push(n);
    const outside = this.visible.slice();
    n.regions = [];
    if (name !== 'if') this.targets.push(n);
    for (let i = 0; i < (name === 'if' ? 2 : 1); i++) {
      const body: Region = { nodes: [] };
      n.regions.push(body);
      this.visible = [...outside, ...(n.params ?? [])];
      if (name === 'loop') this.fuel(body);
      this.statements(body, depth + 1, 6);
      this.terminator(body, n);
    }
    if (name !== 'if') this.targets.pop();
    this.visible = [...outside, ...n.results];
    return n;
  }

  /** Every turn of a loop costs fuel; without it the function returns. */
  private fuel(region: Region): void {
    const one = this.constant(region, 1);
    const left = this.add(region, 'i32.sub', Kind.I32, [this.add(region, 'var.get', Kind.I32, []), one]);
    this.add(region, 'var.set', Kind.None, [left]);
    const zero = this.constant(region, 0);
    const out = this.fn.node(irOp('if'), Kind.None, [this.add(region, 'i32.lt_s', Kind.I32, [left, zero])]);
    out.results = [];
    region.nodes.push(out);
    out.regions = [{ nodes: [] }, { nodes: [] }];
    this.add(out.regions[0], 'return', Kind.None, [left]);
    this.add(out.regions[1], 'yield', Kind.None, []);
  }

  /** What compilers make of a C switch, sometimes with branches that do not fit the pattern. */
  private ladder(region: Region, depth: number): void {
    const { r } = this;
    const rungs: Node[] = [];
    const outside = this.visible.slice();
    let at = region;
    const count = 2 + r.below(5);
    for (let i = 0; i < count; i++) {
      const n = this.fn.node(irOp('block'), Kind.None, []);
      n.results = i === 0 ? this.merges(n, 'result', r.below(2)) : [];
      at.nodes.push(n);
      n.regions = [{ nodes: [] }];
      rungs.push(n);
      this.targets.push(n);
      at = n.regions[0];
    }
    if (r.chance(30)) this.statements(at, depth + count, 2);
    const targets = rungs.slice();
    if (r.chance(20)) targets.push(r.pick(this.targets));
    for (let i = targets.length - 1; i > 0; i--) {
      const j = r.below(i + 1);
      [targets[i], targets[j]] = [targets[j], targets[i]];
    }
    this.table(at, targets, 2 + r.below(8));
    for (let i = count - 2; i >= 0; i--) {
      this.targets.pop();
      const body = rungs[i].regions![0];
      this.visible = outside.slice();
      if (r.chance(80)) this.statements(body, depth + 2, 4);
      const even = r.chance(50);
      if (r.chance(50)) this.terminator(body, rungs[i]);
      else if (even) this.add(body, 'yield', Kind.None, this.list(body, rungs[i].results));
      else this.jump(body, 'br', [], [rungs[0]]);
    }
    this.targets.pop();
    this.visible = [...outside, ...rungs[0].results!];
  }
}
