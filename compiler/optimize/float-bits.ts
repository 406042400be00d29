// Moves float bits as integers. A JavaScript number does not keep the payload of a NaN everywhere, so values that
// are only loaded, merged and stored again (copies, swaps, unions) travel as i32 or i64, which also saves f32 its
// roundings. Looked at together are the selects and merges that pass values to each other (a web): if none of
// them computes with the value or gets it from a computation, the whole web changes kind. Loads, constants and
// reinterpreted integers that feed it do so as integers; a load that is computed with as well is done twice.
import { opId, type OpName } from '../spec/opcodes.js';
import { isFloat, Kind } from '../spec/types.js';
import { isNaNBits } from '../ir/float-bits.js';
import { ControlIndex, grown } from '../ir/control-index.js';
import { ACCESS_FLAGS, resolve, type FunctionIR, type Node, type Region } from '../ir/node.js';
import { IR_OP_COUNT, irOp } from '../ir/ops.js';
import { truncate } from '../ir/truncate.js';

const SELECT = opId('select'), LOOP = opId('loop'), YIELD = irOp('yield'), RESULT = irOp('result'), LOOP_PARAM = irOp('loop.param');

/** What an operation is to a float: by operation. */
const Role = { other: 0, load: 1, store: 2, constant: 3, fromInt: 4, toInt: 5 } as const;
const ROLE = new Uint8Array(IR_OP_COUNT);
/** The integer operation that does the same to the bits. */
const INTEGER = new Int32Array(IR_OP_COUNT);
for (const [f, i] of [['f32', 'i32'], ['f64', 'i64']]) {
  for (const [name, role] of [['load', Role.load], ['store', Role.store], ['const', Role.constant]] as const) {
    const op = opId(`${f}.${name}` as OpName);
    ROLE[op] = role;
    INTEGER[op] = opId(`${i}.${name}` as OpName);
  }
  ROLE[opId(`${f}.reinterpret_${i}` as OpName)] = Role.fromInt;
  ROLE[opId(`${i}.reinterpret_${f}` as OpName)] = Role.toInt;
}
const integerKind = (kind: Kind): Kind => (kind === Kind.F32 ? Kind.I32 : Kind.I64);

/** How a value is used, by id; of a web, at its root. */
const COMPUTED = 1, MOVED = 2;
let uses = new Uint8Array(256);
/** Union-find: the value this one belongs to, by id. */
let parent = new Int32Array(256);
/** Pairs of a leaf and the web member it feeds. */
const leaves: Node[] = [];
const fed: Node[] = [];
const index = new ControlIndex();

function find(id: number): number {
  while (parent[id] !== id) id = parent[id] = parent[parent[id]];
  return id;
}
function union(a: number, b: number): void {
  const x = find(a), y = find(b);
  if (x === y) return;
  parent[x] = y;
  uses[y] |= uses[x];
}

const isMember = (n: Node): boolean => n.op === SELECT || n.op === LOOP_PARAM || (n.op === RESULT && (n.owner as Node).regions !== null);
const isLeaf = (n: Node): boolean => ROLE[n.op] === Role.load || ROLE[n.op] === Role.constant || ROLE[n.op] === Role.fromInt;

/** `arg` becomes the value of `member`, at least sometimes. */
function feeds(arg: Node, member: Node): void {
  if (isMember(arg)) union(arg.id, member.id);
  else if (isLeaf(arg)) { leaves.push(arg); fed.push(member); }
  else uses[find(member.id)] |= COMPUTED;
}
function feedAll(args: readonly Node[], members: readonly Node[] | null): void {
  if (members === null) return;
  for (let i = 0; i < args.length; i++) if (isFloat(members[i].kind)) feeds(args[i], members[i]);
}
function use(n: Node, how: number): void {
  if (isMember(n)) uses[find(n.id)] |= how; else uses[n.id] |= how;
}

/** A constant that is no NaN is as well a number: one store instead of two for f64. */
function useBits(n: Node): void {
  use(n, ROLE[n.op] === Role.constant && !isNaNBits(n.kind, n.imm, n.imm2) ? COMPUTED : MOVED);
}

function visit(n: Node, around: number): void {
  const op = n.op, args = n.args, role = ROLE[op];
  if (role === Role.store) useBits(args[1]);
  else if (role === Role.toInt) useBits(args[0]);
  else if (op === SELECT) { if (isFloat(n.kind)) { feeds(args[0], n); feeds(args[1], n); } }
  else if (op === YIELD && around >= 0) feedAll(args, index.controls[around].results);
  else if (op === LOOP) feedAll(args, n.params);
  else for (let i = 0; i < args.length; i++) if (isFloat(args[i].kind)) use(args[i], COMPUTED);
  if (n.edges === null) return;
  for (const { target, args: values } of n.edges) feedAll(values, target.op === LOOP ? target.params : target.results);
}

class Converter {
  private readonly fn: FunctionIR;
  /** The integer form of leaves that keep their float form, by id. */
  private readonly twins = new Map<number, Node>();
  constructor(fn: FunctionIR) { this.fn = fn; }

  private becomesInteger(n: Node): boolean { return isMember(n) && uses[find(n.id)] === MOVED; }
  /** The bits of a value that is wanted as an integer, or null if there is no such form. */
  private bits(n: Node): Node | null {
    const v = resolve(n);
    if (!isFloat(v.kind)) return v;
    return ROLE[v.op] === Role.fromInt ? resolve(v.args[0]) : this.twins.get(v.id) ?? null;
  }
  private setBits(args: Node[], members: readonly Node[] | null): void {
    if (members === null) return;
    for (let i = 0; i < args.length; i++) if (!isFloat(members[i].kind)) { const b = this.bits(args[i]); if (b !== null) args[i] = b; }
  }
  private convert(n: Node): void {
    n.kind = integerKind(n.kind);
    if (n.kind === Kind.I64) this.fn.hasWide = true;
  }
  private convertList(list: readonly Node[] | null): void {
    if (list === null) return;
    for (const n of list) if (isFloat(n.kind) && this.becomesInteger(n)) this.convert(n);
  }

  private leaf(n: Node, out: Node[]): void {
    const use = uses[n.id], role = ROLE[n.op];
    out.push(n);
    if ((use & MOVED) === 0 || role === Role.fromInt) return;
    const to = INTEGER[n.op], kind = integerKind(n.kind);
    if (use === MOVED) { n.op = to; this.convert(n); return; }
    const twin = this.fn.node(to, kind, role === Role.load ? [n.args[0]] : []);
    twin.imm = n.imm;
    twin.imm2 = n.imm2;
    twin.flags = n.flags & ACCESS_FLAGS;
    twin.local = n.local;
    this.twins.set(n.id, twin);
    out.push(twin);
  }

  private rewrite(n: Node, owner: Node | null, out: Node[]): void {
    for (let i = 0; i < n.args.length; i++) if (n.args[i].forward !== null) n.args[i] = resolve(n.args[i]);
    const role = ROLE[n.op];
    if (role === Role.load || role === Role.constant || role === Role.fromInt) { this.leaf(n, out); return; }
    if (role === Role.store) {
      const b = this.bits(n.args[1]);
      if (b !== null) { n.op = INTEGER[n.op]; n.args[1] = b; }
    } else if (role === Role.toInt) {
      const b = this.bits(n.args[0]);
      if (b !== null) { n.forward = b; return; }
    } else if (n.op === SELECT && isFloat(n.kind) && this.becomesInteger(n)) {
      this.convert(n);
      for (let i = 0; i < 2; i++) n.args[i] = this.bits(n.args[i]) as Node;
    } else if (n.op === YIELD && owner !== null) this.setBits(n.args, owner.results);
    if (n.regions !== null) {
      this.convertList(n.params);
      this.convertList(n.results);
      if (n.op === LOOP) this.setBits(n.args, n.params);
    }
    if (n.edges !== null) {
      for (const { target, args } of n.edges) {
        for (let i = 0; i < args.length; i++) if (args[i].forward !== null) args[i] = resolve(args[i]);
        this.setBits(args, target.op === LOOP ? target.params : target.results);
      }
    }
    out.push(n);
  }

  /** In evaluation order, since integer forms are made where values are. */
  run(): void {
    interface Place { owner: Node | null; region: Region; nodes: Node[]; at: number; index: number }
    const stack: Place[] = [{ owner: null, region: this.fn.body, nodes: this.fn.body.nodes, at: 0, index: 0 }];
    this.fn.body.nodes = [];
    while (stack.length > 0) {
      const p = stack[stack.length - 1];
      if (p.at < p.nodes.length) {
        const n = p.nodes[p.at++];
        this.rewrite(n, p.owner, p.region.nodes);
        if (n.regions !== null && n.regions.length > 0) {
          const region = n.regions[0];
          stack.push({ owner: n, region, nodes: region.nodes, at: 0, index: 0 });
          region.nodes = [];
        }
        continue;
      }
      const next = p.owner === null ? undefined : (p.owner.regions as Region[])[p.index + 1];
      if (next === undefined) { stack.pop(); continue; }
      p.region = next;
      p.nodes = next.nodes;
      next.nodes = [];
      p.at = 0;
      p.index++;
    }
  }
}

/** Turns float values that are only moved into integers. */
export function moveFloatBits(fn: FunctionIR): void {
  const count = fn.nodeCount;
  if (uses.length < count) {
    uses = new Uint8Array(count * 2);
    parent = grown(parent, count * 2);
  } else uses.fill(0, 0, count);
  for (let id = 0; id < count; id++) parent[id] = id;
  index.build(fn, visit);
  index.release();
  let moved = false;
  for (let i = 0; i < leaves.length; i++) {
    const web = uses[find(fed[i].id)];
    uses[leaves[i].id] |= web === MOVED ? MOVED : COMPUTED;
  }
  for (let id = 0; id < count && !moved; id++) moved = (uses[id] & MOVED) !== 0;
  truncate(leaves, 0);
  truncate(fed, 0);
  if (moved) new Converter(fn).run();
}
