// What is used again for every function kept nodes of long ones: behind the end of a sequence that folding had shortened, and in the
// names of the rule that matched last. One node leads to all of its function, which so stayed alive until another was as long.
import { expect, it } from 'vitest';
import { countUses } from '../../compiler/structure/uses.js';
import { fold } from '../../compiler/structure/fold.js';
import { Marks } from '../../compiler/structure/marks.js';
import { Sequence, sequence } from '../../compiler/structure/sequence.js';
import { simplifyWithFacts } from '../../compiler/optimize/simplify.js';
import { matched } from '../../compiler/optimize/rules/pattern.js';
import { parseFunction } from '../ir/parse.js';

const TEXT = `function 0 (v0: i32, v1: i32) -> i32 {
  v2 = i32.const 8
  v3 = i32.add v0 v2
  v4 = i32.mul v3 v1
  v5 = i32.const 0
  v6 = i32.add v4 v5
  return v6
}`;

it('a sequence has no nodes behind its end once folding has shortened it', () => {
  const fn = parseFunction(TEXT), marks = new Marks(), seq = new Sequence();
  marks.reset(fn.nodeCount);
  sequence(fn, seq);
  const all = seq.length, own = new Set(seq.nodes);
  countUses(seq, marks);
  fold(seq, marks);
  expect(seq.length).toBeLessThan(all);
  expect(seq.nodes.slice(seq.length).filter((n) => own.has(n))).toEqual([]);
  seq.shorten(0);
  expect(seq.nodes.filter((n) => own.has(n))).toEqual([]);
});

it('rules do not remember the nodes of a function that is done', () => {
  const fn = parseFunction(TEXT), own = new Set([...fn.params, ...fn.body.nodes]);
  simplifyWithFacts(fn);
  expect(fn.body.nodes.length).toBeLessThan(own.size);
  expect(matched.filter((n) => own.has(n))).toEqual([]);
});
