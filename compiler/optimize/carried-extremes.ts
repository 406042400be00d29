// Takes what a loop carries on last into a chain of minima or maxima: max(max(p, a), b) becomes max(p, max(a, b)). A choice without a
// branch takes six cycles, and the next round waits for those that begin with its value; with one of them left the others of an unrolled
// loop are computed beside.
import { opId, type OpName } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import type { FunctionIR, Node, Region } from '../ir/node.js';
import { IR_OP_COUNT, irOp } from '../ir/ops.js';
import { countReads } from './reads.js';
import { onFacts } from './rules/fact-rules.js';

const SELECT = opId('select'), LOOP = irOp('loop'), LOOP_PARAM = irOp('loop.param');

/** By comparison: the same without equality, between equals the choice makes no difference; and that with operands swapped. */
const strict = new Int32Array(IR_OP_COUNT).fill(-1), swapped = new Int32Array(IR_OP_COUNT).fill(-1);
for (const type of ['i32', 'i64'] as const) {
  for (const sign of ['s', 'u'] as const) {
    const [lt, gt, le, ge] = (['lt', 'gt', 'le', 'ge'] as const).map((name) => opId(`${type}.${name}_${sign}` as OpName));
    for (const [op, same, other] of [[lt, lt, gt], [le, lt, gt], [gt, gt, lt], [ge, gt, lt]]) {
      strict[op] = same;
      swapped[op] = other;
    }
  }
}

/** The comparison `c` of select(a, b, c(a, b)), by which of the two it chooses, or -1 if it is no minimum and no maximum. */
function extremeOf(n: Node): number {
  if (n.op !== SELECT) return -1;
  const [a, b, c] = n.args, op = strict[c.op];
  if (op < 0) return -1;
  if (c.args[0] === a && c.args[1] === b) return op;
  return c.args[0] === b && c.args[1] === a ? swapped[c.op] : -1;
}

/** The operand that a loop carries, or -1. */
const carried = (n: Node): number => (n.args[0].op === LOOP_PARAM ? 0 : n.args[1].op === LOOP_PARAM ? 1 : -1);

// Notes that there may be something to do, which few functions have.
onFacts('select', (sink, n) => {
  const by = sink.fn.hasCarriedExtremes ? -1 : extremeOf(n);
  if (by >= 0) for (const k of [0, 1]) if (extremeOf(n.args[k]) === by && carried(n.args[k]) >= 0) sink.fn.hasCarriedExtremes = true;
  return null;
});

/** Makes the choice between `a` and `b` in front of what is written next. */
function choose(fn: FunctionIR, out: Node[], by: number, a: Node, b: Node): Node {
  const c = fn.node(by, Kind.I32, [a, b]), n = fn.node(SELECT, a.kind, [a, b, c]);
  out.push(c, n);
  return n;
}

function shortenIn(fn: FunctionIR, region: Region, loop: Node, reads: Int32Array): void {
  const out: Node[] = [], here = new Set<Node>();
  for (const n of region.nodes) {
    const by = extremeOf(n);
    if (by >= 0) {
      here.add(n);
      for (const k of [0, 1]) {
        const inner = n.args[k], at = here.has(inner) && extremeOf(inner) === by ? carried(inner) : -1;
        // Read by this choice only, as what it takes and by its comparison.
        if (at < 0 || inner.args[at].owner !== loop || reads[inner.id] !== 2 || reads[n.args[2].id] !== 1) continue;
        const first = inner.args[at], rest = choose(fn, out, by, n.args[1 - k], inner.args[1 - at]);
        const c = fn.node(by, Kind.I32, [first, rest]);
        out.push(c);
        n.args = [first, rest, c];
        break;
      }
    }
    out.push(n);
  }
  region.nodes = out;
}

export function shortenExtremes(fn: FunctionIR): void {
  const reads = countReads(fn), regions: { region: Region; loop: Node | null }[] = [{ region: fn.body, loop: null }];
  for (let next = regions.pop(); next !== undefined; next = regions.pop()) {
    const { region, loop } = next;
    for (const n of region.nodes) if (n.regions !== null) for (const r of n.regions) regions.push({ region: r, loop: n.op === LOOP ? n : loop });
    if (loop !== null) shortenIn(fn, region, loop, reads);
  }
}
