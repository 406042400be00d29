// When an `if` is better a `select`: its arms only choose between values, or compute one cheap word each. JavaScript
// engines predict neither better than the other, but selects take part in the rules, and i32 ones become bit
// operations without a branch. `simplify` asks when it has finished an `if`.
import { Kind } from '../spec/types.js';
import { Flag, type Node, type Region } from '../ir/node.js';
import { IR_OP_COUNT, irOp, type IrOpName } from '../ir/ops.js';
import { IS_CONSTANT, isComparison } from './rules/pattern.js';

const YIELD = irOp('yield');
const CHEAP_OPS: readonly IrOpName[] = [
  'i32.add', 'i32.sub', 'i32.and', 'i32.or', 'i32.xor', 'i32.shl', 'i32.shr_s', 'i32.shr_u', 'i32.extend8_s', 'i32.extend16_s', 'i32.trunc_in_range',
];
const IS_CHEAP = new Uint8Array(IR_OP_COUNT);
for (const name of CHEAP_OPS) IS_CHEAP[irOp(name)] = 1;

const MAX_RESULTS = 2;
/** Operations an arm may have for every way through to pay for both arms. */
const MAX_ARM_COST = 1;

function armCost(region: Region): number {
  const nodes = region.nodes, last = nodes.length - 1;
  if (nodes[last].op !== YIELD || last > 3) return Infinity;
  let cost = 0;
  for (let i = 0; i < last; i++) {
    const { op, kind } = nodes[i];
    if (IS_CONSTANT[op] !== 0) continue;
    if (kind !== Kind.I32 || (IS_CHEAP[op] === 0 && !isComparison(op))) return Infinity;
    cost++;
  }
  return cost;
}

/** May the `if` be replaced by its arms' values and selects? */
export function convertToSelect(n: Node): boolean {
  // A branch that is predicted costs less than the bit operations that avoid it.
  if ((n.flags & Flag.predictable) !== 0) return false;
  const results = n.results, regions = n.regions as Region[];
  if (results === null || results.length === 0 || results.length > MAX_RESULTS) return false;
  return armCost(regions[0]) <= MAX_ARM_COST && armCost(regions[1]) <= MAX_ARM_COST;
}
