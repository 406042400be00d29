// Loads words that are looked at as floats as such: a float made of the bits of a loaded integer is the same load as a float, which costs
// less than the way through a typed array, even where the integer is used as well and memory is read twice. The mirror image of float-bits.ts.
import { opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { ACCESS_FLAGS, resolve, type FunctionIR, type Node, type Region } from '../ir/node.js';
import { countReads } from './reads.js';

const I32_LOAD = opId('i32.load'), F32_LOAD = opId('f32.load'), I64_LOAD = opId('i64.load'), F64_LOAD = opId('f64.load');
const F32_FROM = opId('f32.reinterpret_i32'), F64_FROM = opId('f64.reinterpret_i64');

const isConverted = (n: Node): boolean => (n.op === F32_FROM && n.args[0].op === I32_LOAD) || (n.op === F64_FROM && n.args[0].op === I64_LOAD);

function floatLoad(fn: FunctionIR, load: Node): Node {
  const isSingle = load.op === I32_LOAD;
  const twin = fn.node(isSingle ? F32_LOAD : F64_LOAD, isSingle ? Kind.F32 : Kind.F64, [load.args[0]]);
  twin.imm = load.imm;
  twin.imm2 = load.imm2;
  twin.flags = load.flags & ACCESS_FLAGS;
  return twin;
}

/** Replaces floats made of loaded integers by loads of floats. */
export function loadFloats(fn: FunctionIR): void {
  const conversions: Node[] = [];
  const reads = countReads(fn, (n) => { if (isConverted(n)) conversions.push(n); });
  if (conversions.length === 0) return;
  const twins = new Map<Node, Node>(), kept = new Map<Node, number>();
  for (const n of conversions) {
    const load = n.args[0], twin = twins.get(load) ?? floatLoad(fn, load);
    if (twin.local < 0) twin.local = n.local;
    twins.set(load, twin);
    kept.set(load, (kept.get(load) ?? reads[load.id]) - 1);
    n.forward = twin;
  }
  const follow = (args: Node[]): void => { for (let i = 0; i < args.length; i++) if (args[i].forward !== null) args[i] = resolve(args[i]); };
  const regions: Region[] = [fn.body];
  for (let region = regions.pop(); region !== undefined; region = regions.pop()) {
    const out: Node[] = [];
    for (const n of region.nodes) {
      if (n.forward !== null) continue;
      follow(n.args);
      if (n.edges !== null) for (const e of n.edges) follow(e.args);
      if (n.regions !== null) regions.push(...n.regions);
      const twin = twins.get(n);
      // The integer is left out where nobody else wants it: the float's load traps as it would.
      if (twin === undefined || kept.get(n) !== 0) out.push(n);
      if (twin !== undefined) { follow(twin.args); out.push(twin); }
    }
    region.nodes = out;
  }
}
