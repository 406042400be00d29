// Functions beyond anything a person would write: nests thousands deep, ladders of thousands of cases, a hundred
// thousand nodes in a row. They must come out in linear time, and JavaScript parsers must survive the text.
import { describe, expect, it } from 'vitest';
import { FunctionIR, type Edge, type Node, type Region } from '../../compiler/ir/node.js';
import { irOp, type IrOpName } from '../../compiler/ir/ops.js';
import { Kind } from '../../compiler/spec/types.js';
import { jsOf, run } from './fake-env.js';

class Build {
  readonly fn = new FunctionIR(0, undefined, [Kind.I32]);
  region: Region = this.fn.body;
  constructor(params: number) {
    for (let i = 0; i < params; i++) {
      const p = this.fn.node(irOp('param'), Kind.I32, []);
      p.imm = i;
      this.fn.params.push(p);
    }
  }
  add(op: IrOpName, kind: Kind, args: Node[] = [], imm = 0): Node {
    const n = this.fn.node(irOp(op), kind, args);
    n.imm = imm;
    this.region.nodes.push(n);
    return n;
  }
  value(op: IrOpName, ...args: Node[]): Node { return this.add(op, Kind.I32, args); }
  constant(x: number): Node { return this.add('i32.const', Kind.I32, [], x); }
  branch(op: 'br' | 'br_if', target: Node, args: Node[] = [], values: Node[] = []): void {
    this.add(op, Kind.None, args).edges = [{ target, args: values }];
  }
  /** Opens the first region of a control node; the caller sets `region` back. */
  control(op: 'block' | 'loop' | 'if', args: Node[] = []): Node {
    const n = this.add(op, Kind.None, args);
    n.results = [];
    if (op === 'loop') n.params = [];
    n.regions = Array.from({ length: op === 'if' ? 2 : 1 }, () => ({ nodes: [] }));
    this.region = n.regions[0];
    return n;
  }
}

/** Blocks, loops and ifs in turn, `depth` deep; each leaves the innermost part for a level of its own. */
function nest(depth: number): FunctionIR {
  const b = new Build(2);
  const [x, y] = b.fn.params;
  const outer: Region[] = [], nodes: Node[] = [];
  b.fn.vars = [Kind.I32];
  b.add('var.set', Kind.None, [b.constant(0)]);
  for (let i = 0; i < depth; i++) {
    outer.push(b.region);
    if (i % 3 === 0) nodes.push(b.control('block'));
    else if (i % 3 === 1) nodes.push(b.control('loop'));
    else nodes.push(b.control('if', [b.value('i32.ne', x, b.constant(i))]));
  }
  // Leave by a block that depends on the argument.
  const blocks = nodes.filter((n) => n.op === irOp('block'));
  const table = b.add('br_table', Kind.None, [y]);
  table.edges = blocks.map((target): Edge => ({ target, args: [] }));
  table.aux = Int32Array.from(blocks.keys());
  for (let i = depth - 1; i >= 0; i--) {
    if (i % 3 === 2) {
      b.region = nodes[i].regions![1];
      b.add('var.set', Kind.None, [b.constant(-i)]);
      b.add('yield', Kind.None);
    }
    b.region = outer[i];
    const v = b.add('var.get', Kind.I32);
    b.add('var.set', Kind.None, [b.value('i32.add', v, b.constant(i))]);
    if (i > 0) b.add('yield', Kind.None);
  }
  b.add('return', Kind.None, [b.add('var.get', Kind.I32)]);
  return b.fn;
}
function nestExpected(depth: number, x: number, y: number): number {
  const blocks = Math.ceil(depth / 3);
  let level = 3 * Math.min(y >>> 0, blocks - 1), v = 0;
  if (x % 3 === 2 && x < depth) { level = x; v = -x; }
  for (let i = level; i >= 0; i--) v += i;
  return v | 0;
}

/** A switch of `count` cases as compilers write it: case `i` adds its number, odd ones fall into the next. */
function ladder(count: number): FunctionIR {
  const b = new Build(1);
  b.fn.vars = [Kind.I32];
  b.add('var.set', Kind.None, [b.constant(0)]);
  const regions: Region[] = [], blocks: Node[] = [];
  for (let i = 0; i <= count; i++) {
    regions.push(b.region);
    blocks.push(b.control('block'));
  }
  const table = b.add('br_table', Kind.None, [b.fn.params[0]]);
  // Case i is behind the block opened (i + 1)-th from inside; the outermost is the end.
  table.edges = blocks.map((target): Edge => ({ target, args: [] }));
  table.aux = Int32Array.from({ length: count + 1 }, (_, i) => (i < count ? count - i : 0));
  for (let i = 0; i < count; i++) {
    b.region = regions[count - i];
    const v = b.add('var.get', Kind.I32);
    b.add('var.set', Kind.None, [b.value('i32.add', v, b.constant(i))]);
    if (i % 2 === 0) b.branch('br', blocks[0]); else b.add('yield', Kind.None);
  }
  b.region = regions[0];
  b.add('return', Kind.None, [b.add('var.get', Kind.I32)]);
  return b.fn;
}

/** Depth of braces and parentheses in a text. */
function depthOf(code: string): number {
  let depth = 0, most = 0;
  for (const c of code) {
    if (c === '{' || c === '(') most = Math.max(most, ++depth);
    else if (c === '}' || c === ')') depth--;
  }
  return most;
}

function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

describe('deep nests', () => {
  for (const depth of [30, 299, 852, 5000]) {
    it(`${depth} levels`, () => {
      const code = jsOf(nest(depth));
      expect(depthOf(code)).toBeLessThan(400);
      for (const [x, y] of [[-1, 0], [-1, 1], [-1, 7], [-1, 1e6], [2, 5], [29, 1e6], [depth - 1 - ((depth - 3) % 3), 3]]) {
        expect(run(code, x, y).result, `${x}, ${y}`).toBe(nestExpected(depth, x, y));
      }
    });
  }
  it('deep operands', () => {
    const b = new Build(1);
    let v = b.fn.params[0];
    for (let i = 0; i < 100_000; i++) v = b.value('i32.xor', b.value('i32.add', v, b.constant(i)), b.fn.params[0]);
    b.add('return', Kind.None, [v]);
    const code = jsOf(b.fn);
    expect(depthOf(code)).toBeLessThan(150);
    let expected = 7;
    for (let i = 0; i < 100_000; i++) expected = (expected + i) ^ 7;
    expect(run(code, 7).result).toBe(expected);
  });
});

describe('ladders', () => {
  it('become a switch', () => {
    expect(jsOf(ladder(3))).toBe('function f0(a){var b=0;b=0;switch(a){case 0:b=b+0|0;break;case 1:b=b+1|0;case 2:b=b+2|0}return b}');
  });
  it('of thousands of cases', () => {
    const code = jsOf(ladder(4000));
    expect(depthOf(code)).toBeLessThan(10);
    for (const i of [0, 1, 2, 3998, 3999, 4000, -1]) {
      const expected = i < 0 || i >= 4000 ? 0 : i % 2 === 0 || i === 3999 ? i : i + i + 1;
      expect(run(code, i).result).toBe(expected);
    }
  });
});

describe('time is linear', () => {
  const straight = (count: number): FunctionIR => {
    const b = new Build(2);
    let v = b.fn.params[0];
    const kept: Node[] = [];
    for (let i = 0; i < count / 5; i++) {
      const load = b.value('i32.load', v);
      b.add('i32.store', Kind.None, [b.fn.params[1], b.value('i32.add', load, v)], i);
      v = b.value('i32.mul', load, b.fn.params[1]);
      kept.push(v);
    }
    for (const k of kept) v = b.value('i32.xor', v, k);
    b.add('return', Kind.None, [v]);
    return b.fn;
  };
  const loops = (count: number): FunctionIR => {
    const b = new Build(1);
    let v = b.fn.params[0];
    for (let i = 0; i < count / 8; i++) {
      const { region } = b;
      const n = b.control('loop');
      const p = b.fn.node(irOp('loop.param'), Kind.I32, []);
      p.owner = n;
      n.params = [p];
      n.args = [v];
      const next = b.value('i32.add', p, b.constant(1));
      b.branch('br_if', n, [b.value('i32.lt_s', next, b.fn.params[0])], [next]);
      const r = b.fn.node(irOp('result'), Kind.I32, []);
      r.owner = n;
      n.results = [r];
      b.add('yield', Kind.None, [next]);
      b.region = region;
      v = r;
    }
    b.add('return', Kind.None, [v]);
    return b.fn;
  };
  for (const [name, make] of [['in a row', straight], ['loop after loop', loops], ['nested', (n: number) => nest(n / 20)]] as const) {
    it(name, () => {
      jsOf(make(20_000));
      const small = make(20_000), large = make(200_000);
      const one = seconds(() => { jsOf(small); }), ten = seconds(() => { jsOf(large); });
      // Ten times the work; the rest is left to noise.
      expect(ten).toBeLessThan(40 * Math.max(one, 0.02));
    });
  }
});
