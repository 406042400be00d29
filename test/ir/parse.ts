// Reads the text that compiler/ir/print.ts writes back into a FunctionIR, so that tests of passes can be
// written as text. Test-only: the compiler never parses IR. Ids are kept as written.
import { FunctionIR, Flag, Node, type Edge, type Region } from '../../compiler/ir/node.js';
import { irOp, irOpName, IR_OP_COUNT } from '../../compiler/ir/ops.js';
import { fixedKind } from '../../compiler/ir/print.js';
import { KIND_NAMES, Kind } from '../../compiler/spec/types.js';

const OPS = new Map<string, number>();
for (let i = 0; i < IR_OP_COUNT; i++) OPS.set(irOpName(i), i);
const kindNamed = (s: string): Kind => {
  const k = (KIND_NAMES as readonly string[]).indexOf(s.trim());
  if (k < 0) throw new Error(`no kind ${s}`);
  return k as Kind;
};
const RESULT = irOp('result'), LOOP_PARAM = irOp('loop.param'), PARAM = irOp('param'), LOOP = irOp('loop');

const view = new DataView(new ArrayBuffer(8));
function setConstant(n: Node, op: string, text: string): void {
  const special: Record<string, number> = { inf: Infinity, '-inf': -Infinity };
  switch (op) {
    case 'i32.const': n.imm = Number(text) | 0; return;
    case 'i64.const': {
      const b = BigInt.asUintN(64, BigInt(text));
      n.imm = Number(b & 0xffffffffn) | 0;
      n.imm2 = Number(b >> 32n) | 0;
      return;
    }
    case 'f32.const':
      if (text.startsWith('nan:')) view.setUint32(0, Number(text.slice(4)));
      else view.setFloat32(0, special[text] ?? Number(text));
      n.imm = view.getInt32(0);
      return;
    default:
      if (text.startsWith('nan:')) view.setBigUint64(0, BigInt(text.slice(4)));
      else view.setFloat64(0, special[text] ?? Number(text));
      n.imm2 = view.getInt32(0);
      n.imm = view.getInt32(4);
  }
}

class Parser {
  fn!: FunctionIR;
  readonly nodes = new Map<string, Node>();
  maxId = -1;

  make(name: string, op: number, kind: Kind): Node {
    const id = Number(name.slice(1));
    this.maxId = Math.max(this.maxId, id);
    const n = new Node(id, op, kind, []);
    if (this.nodes.has(name)) throw new Error(`${name} is defined twice`);
    this.nodes.set(name, n);
    return n;
  }
  get(name: string): Node {
    const n = this.nodes.get(name);
    if (n === undefined) throw new Error(`${name} is not defined`);
    return n;
  }
  names(s: string): Node[] {
    return (s.match(/v\d+/g) ?? []).map((x) => this.get(x));
  }
  list(s: string, op: number, owner: Node): Node[] {
    return (s.match(/v\d+: \w+/g) ?? []).map((item, i) => {
      const [name, kind] = item.split(': ');
      const n = this.make(name, op, kindNamed(kind));
      n.owner = owner;
      n.imm = i;
      return n;
    });
  }

  /** One line; returns the node and whether a region opens. */
  line(text: string, anonymous: () => string): { node: Node; opens: boolean } {
    const opens = text.endsWith('{');
    let s = opens ? text.slice(0, -1).trim() : text;
    const head = /^(v\d+)(?:: (\w+))? = |^(v\d+): /.exec(s);
    const name = head === null ? anonymous() : head[1] ?? head[3];
    if (head !== null) s = s.slice(head[0].length);
    const m = /^([\w.]+)(?:\[(-?\d+)(?:,(-?\d+))?\])?/.exec(s);
    if (m === null || !OPS.has(m[1])) throw new Error(`not an operation: ${text}`);
    const op = OPS.get(m[1]) as number;
    const isValue = head !== null && head[1] !== undefined;
    const kind = head?.[2] !== undefined ? kindNamed(head[2]) : isValue ? (fixedKind(op) as Kind) : Kind.None;
    if ((kind as number) < 0) throw new Error(`a kind is missing: ${text}`);
    const n = this.make(name, op, kind);
    if (m[2] !== undefined) n.imm = Number(m[2]);
    if (m[3] !== undefined) n.imm2 = Number(m[3]);
    s = s.slice(m[0].length);
    s = s.replace(/ !(\w+)/g, (_, flag: keyof typeof Flag) => { n.flags |= Flag[flag]; return ''; });
    s = s.replace(/ by \[([\d,]*)\]/, (_, list: string) => { n.aux = Int32Array.from(list.split(',').map(Number)); return ''; });
    s = s.replace(/ "(.*)"/, (_, aux: string) => { n.aux = aux; return ''; });
    if (/\.const$/.test(m[1])) { setConstant(n, m[1], s.trim()); return { node: n, opens }; }
    const results = /-> (\((?:v\d+: \w+(?:, )?)*\))$/.exec(s.trim());
    if (results !== null) {
      n.results = this.list(results[1], RESULT, n);
      s = s.trim().slice(0, -results[0].length);
    } else if (opens) n.results = [];
    if (op === LOOP) {
      const inits = (s.match(/= v\d+/g) ?? []).map((x) => this.get(x.slice(2)));
      n.params = this.list(s, LOOP_PARAM, n);
      n.args = inits;
    } else {
      const [args, edges] = s.split('->');
      n.args = this.names(args);
      if (edges !== undefined) {
        n.edges = [...edges.matchAll(/(v\d+)\(([^)]*)\)/g)].map((e): Edge => ({ target: this.get(e[1]), args: this.names(e[2]) }));
      }
    }
    if (opens) n.regions = [];
    return { node: n, opens };
  }
}

export function parseFunction(text: string): FunctionIR {
  const p = new Parser();
  const lines = text.split('\n').map((l) => l.replace(/;.*$/, '').trim()).filter((l) => l !== '');
  const m = /^function (\d+)(?: "(.*?)")? \(([^)]*)\)(?: -> ([\w, ]*?))?(?: vars ([\w, ]+))? \{$/.exec(lines[0]);
  if (m === null) throw new Error(`not a function: ${lines[0]}`);
  const kinds = (s: string | undefined): Kind[] => (s === undefined || s === '' ? [] : s.split(',').map(kindNamed));
  const fn = new FunctionIR(Number(m[1]), m[2], kinds(m[4]));
  p.fn = fn;
  fn.vars = kinds(m[5]);
  fn.params = p.list(m[3], PARAM, null as unknown as Node);
  for (const q of fn.params) q.owner = null;
  let anonymous = 100_000;
  const unnamed: Node[] = [];
  const stack: { node: Node | null; region: Region }[] = [{ node: null, region: fn.body }];
  for (const line of lines.slice(1)) {
    const top = stack[stack.length - 1];
    if (line === '}') { stack.pop(); continue; }
    if (line === '} else {') {
      top.region = { nodes: [] };
      top.node!.regions!.push(top.region);
      continue;
    }
    const hadName = /^v\d+[:=\s]/.test(line);
    const { node, opens } = p.line(line, () => `v${anonymous++}`);
    if (!hadName) unnamed.push(node);
    top.region.nodes.push(node);
    if (opens) {
      const region: Region = { nodes: [] };
      node.regions!.push(region);
      stack.push({ node, region });
    }
  }
  // Nodes without a name get ids after the named ones.
  let next = 0;
  for (const n of p.nodes.values()) if (n.id < 100_000) next = Math.max(next, n.id + 1);
  for (const n of unnamed) (n as { id: number }).id = next++;
  fn.nodeCount = next;
  return fn;
}

/** Renumbers in order of the text, so that expected output does not depend on how many nodes a pass made. */
export function canonicalText(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(/\bv\d+\b/g, (v) => {
    let n = numbers.get(v);
    if (n === undefined) numbers.set(v, (n = numbers.size));
    return `v${n}`;
  }).split('\n').map((l) => l.trimEnd()).filter((l) => l.trim() !== '').map((l) => l.trim()).join('\n');
}
