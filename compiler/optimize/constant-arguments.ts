// Copies of functions for constant arguments (decode/constant-arguments.ts): in the copy the parameters are those constants,
// and calls that pass them lead to the copy.
import { resolve, type FunctionIR, type Node, type Region } from '../ir/node.js';
import type { FixedWords, Func } from '../spec/module.js';
import { opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';

const CALL = opId('call'), CONST = opId('i64.const');

/** By index of a function, the index of its copy. */
export type Copies = ReadonlyMap<number, number>;

export function copiesAmong(funcs: readonly Func[]): Copies {
  const copies = new Map<number, number>();
  // They stand at the end.
  for (let index = funcs.length - 1; index >= 0; index--) {
    const { copy } = funcs[index];
    if (copy === undefined) break;
    copies.set(copy.of, index);
  }
  return copies;
}

/** In a function as it was built. */
export function fixParameters(fn: FunctionIR, fixed: readonly (FixedWords | null)[]): void {
  const constants: Node[] = [];
  fixed.forEach((value, k) => {
    if (value === null) return;
    const n = fn.node(CONST, Kind.I64, []);
    n.imm = value.lo;
    n.imm2 = value.hi;
    constants.push(n);
    fn.params[k].forward = n;
  });
  eachNode(fn, (n) => {
    resolveAll(n.args);
    if (n.edges !== null) for (const e of n.edges) resolveAll(e.args);
  });
  for (const p of fn.params) p.forward = null;
  fn.body.nodes.unshift(...constants);
}

export function callCopies(fn: FunctionIR, copies: Copies, funcs: readonly Func[]): void {
  if (!fn.callees.some((callee) => copies.has(callee))) return;
  eachNode(fn, (n) => {
    const index = n.op === CALL ? copies.get(n.imm) : undefined;
    if (index === undefined || !passes(n, funcs[index].copy!.fixed)) return;
    n.imm = index;
    fn.callees.push(index);
  });
}

const passes = (call: Node, fixed: readonly (FixedWords | null)[]): boolean => fixed.every((value, k) => {
  if (value === null) return true;
  const arg = resolve(call.args[k]);
  return arg.op === CONST && arg.imm === value.lo && arg.imm2 === value.hi;
});

function eachNode(fn: FunctionIR, visit: (n: Node) => void): void {
  const work: Region[] = [fn.body];
  for (let r = work.pop(); r !== undefined; r = work.pop()) {
    for (const n of r.nodes) {
      visit(n);
      if (n.regions !== null) work.push(...n.regions);
    }
  }
}

function resolveAll(args: Node[]): void {
  for (let k = 0; k < args.length; k++) args[k] = resolve(args[k]);
}
