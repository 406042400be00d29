// Every rewriting rule, proved on its own: its left side is built with random operands and constants, and whatever
// the rule makes of it must have the same value. A rule that cannot be made to match fails too.
import { describe, expect, it } from 'vitest';
import { Kind } from '../../compiler/spec/types.js';
import { OPCODES, opId } from '../../compiler/spec/opcodes.js';
import { FunctionIR, type Node } from '../../compiler/ir/node.js';
import { irOp } from '../../compiler/ir/ops.js';
import { ALL_RULES } from '../../compiler/optimize/rules/index.js';
import { CONST_OF_KIND, Term, matchRule, matched, type CompiledRule, type Tree } from '../../compiler/optimize/rules/pattern.js';
import { Machine, sameOutcome } from '../ir/interpret.js';
import { Random, randomValue, setConstant } from '../ir/random.js';

const EQZ = opId('i32.eqz'), RETURN = opId('return');
const TRIES = 3000, WANTED = 60;

class Instance {
  readonly fn = new FunctionIR(0, undefined, []);
  private readonly slots: Node[] = [];
  private readonly r: Random;
  constructor(r: Random) { this.r = r; }

  private add(op: number, kind: Kind, args: Node[]): Node {
    const n = this.fn.node(op, kind, args);
    this.fn.body.nodes.push(n);
    return n;
  }
  constant(kind: Kind): Node {
    const n = this.add(CONST_OF_KIND[kind], kind, []);
    setConstant(n, randomValue(this.r, kind));
    return n;
  }
  build(t: Tree): Node {
    switch (t.term) {
      case Term.same: return this.slots[t.slot];
      case Term.any: {
        const p = this.fn.node(irOp('param'), t.kind, []);
        p.imm = this.fn.params.length;
        this.fn.params.push(p);
        // Half the i32 operands are comparisons, for rules about booleans.
        return (this.slots[t.slot] = t.kind === Kind.I32 && this.r.chance(50) ? this.add(EQZ, Kind.I32, [p]) : p);
      }
      case Term.constant: return (this.slots[t.slot] = this.constant(t.kind));
      case Term.literal: {
        const n = this.add(t.op, t.kind, []);
        n.imm = t.lo;
        n.imm2 = t.hi;
        return n;
      }
      default: return this.add(t.op, t.kind, t.args.map((a) => this.build(a)));
    }
  }
  /** The right side, without simplifying it. */
  replace(t: Tree, found: readonly Node[], kind: Kind): Node {
    if (t.term === Term.same) return found[t.slot];
    const n = this.add(t.op, t.term === Term.operation && t.kind === Kind.None ? kind : t.kind, t.args.map((a) => this.replace(a, found, kind)));
    n.imm = t.lo;
    n.imm2 = t.hi;
    return n;
  }
  returning(n: Node): FunctionIR {
    if (n.kind === Kind.None) { this.add(RETURN, Kind.None, []); return this.fn; }
    this.fn.results = [n.kind];
    this.add(RETURN, Kind.None, [n]);
    return this.fn;
  }
}

function prove(rule: CompiledRule): void {
  const r = new Random(12345);
  let proved = 0;
  for (let i = 0; i < TRIES && proved < WANTED; i++) {
    const one = new Instance(r);
    const left = one.build(rule.match);
    if (!matchRule(rule, left)) continue;
    proved++;
    const found = matched.slice(), memory = new Uint8Array(64);
    const args = one.fn.params.map((p) => (rule.source[0].includes('.store') && p.imm === 0 ? r.below(64) : randomValue(r, p.kind)));
    const before = one.returning(left);
    const a = new Machine(memory).run(before, args);
    // A store may be the whole rule: then the left side must not run again.
    before.body.nodes.pop();
    if (OPCODES[left.op].width > 0) before.body.nodes.pop();
    const right = one.replace(rule.to, found, left.kind);
    const b = new Machine(memory).run(one.returning(right), args);
    const difference = sameOutcome(a, b, one.fn);
    // Operations that trap may do so on the left only where the rule shows that they do not.
    if (difference !== null) expect.fail(`${difference} with ${args.join(', ')}; ${found.map((n) => `${n.imm} ${n.imm2}`).join(' | ')}`);
  }
  expect(proved).toBeGreaterThan(0);
}

describe('rules', () => {
  const seen = new Map<string, number>();
  for (const rule of ALL_RULES) {
    const title = `${rule.source[0]}  =>  ${rule.source[1]}`;
    const n = seen.get(title) ?? 0;
    seen.set(title, n + 1);
    it(n === 0 ? title : `${title} (${n + 1})`, () => prove(rule));
  }
});
