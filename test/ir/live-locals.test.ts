// Which locals may still be read: as found on a graph of single steps, for random bodies of nested blocks, loops and branches.
import { describe, expect, it } from 'vitest';
import { LiveLocals } from '../../compiler/ir/live-locals.js';
import { Random } from './random.js';

interface Point { reads: number; writes: number; next: Point[] }
interface Label { id: number; isLoop: boolean; to: Point }

/** A random body, told to `live` and built as a graph; where each block ends, and where each loop begins. */
function randomBody(r: Random, live: LiveLocals, locals: number): { ends: Map<number, Point>; heads: Map<number, Point> } {
  const ends = new Map<number, Point>(), heads = new Map<number, Point>();
  let blocks = 1, budget = 60;
  const point = (...next: Point[]): Point => ({ reads: -1, writes: -1, next });
  live.begin();

  /** Appends to `from`, which has no successors yet; returns the point the sequence ends at. */
  function sequence(from: Point, labels: readonly Label[], guarded: boolean): Point {
    let at = from;
    const goOn = (): Point => { const next = point(); at.next.push(next); return next; };
    while (budget-- > 0 && r.chance(85)) {
      const local = r.below(locals), what = r.below(10);
      if (what < 3) {
        live.get(local);
        at.reads = local;
        at = goOn();
      } else if (what < 5) {
        if (guarded) continue;
        live.set(local);
        at.writes = local;
        at = goOn();
      } else if (what < 7 && labels.length > 0) {
        const { id, isLoop, to } = r.pick(labels);
        live.branch(id, isLoop);
        at.next.push(to);
        if (r.chance(70)) { at = goOn(); continue; }
        live.jump();
        at = point();
      } else {
        const id = blocks++, end = point(), kind = r.below(4);
        ends.set(id, end);
        if (kind === 0) {
          live.openBlock(id);
          sequence(at, [...labels, { id, isLoop: false, to: end }], guarded).next.push(end);
        } else if (kind === 1) {
          const head = goOn();
          heads.set(id, head);
          live.openLoop(id);
          const first = point();
          head.next.push(first);
          sequence(first, [...labels, { id, isLoop: true, to: head }], guarded).next.push(end);
        } else {
          // An `if` takes one of two arms, the body of a `try` or, instead, one of its handlers.
          const isIf = kind === 2, inner = [...labels, { id, isLoop: false, to: end }];
          if (isIf) live.openIf(id); else live.openTry(id);
          const arm = (): void => { const start = point(); at.next.push(start); sequence(start, inner, guarded || !isIf).next.push(end); };
          arm();
          if (!isIf) {
            for (let k = r.below(3); k >= 0; k--) { live.handler(); arm(); }
          } else if (r.chance(60)) { live.else(); arm(); } else at.next.push(end);
        }
        if (kind === 2) live.closeIf(id); else live.close(id);
        at = end;
      }
    }
    return at;
  }
  sequence(point(), [], false);
  return { ends, heads };
}

/** Is the local read on some way from `from` before it is set? */
function isRead(from: Point, local: number): boolean {
  const seen = new Set<Point>(), work = [from];
  for (let p = work.pop(); p !== undefined; p = work.pop()) {
    if (seen.has(p)) continue;
    seen.add(p);
    if (p.reads === local) return true;
    if (p.writes !== local) work.push(...p.next);
  }
  return false;
}

describe('locals that may be read', () => {
  it('at the end of every block and the head of every loop', () => {
    const live = new LiveLocals();
    let alive = 0, dead = 0;
    for (let seed = 1; seed <= 800; seed++) {
      const r = new Random(seed), locals = r.pick([3, 40]);
      const { ends, heads } = randomBody(r, live, locals);
      expect(live.solve(ends.size + 1, locals)).toBe(true);
      for (let local = 0; local < locals; local++) {
        for (const [id, end] of ends) {
          const expected = isRead(end, local);
          if (expected) alive++; else dead++;
          if (live.isLiveAtEnd(id, local) !== expected) expect({ seed, id, local, at: 'end', live: !expected }).toEqual({ seed, id, local, at: 'end', live: expected });
        }
        for (const [id, head] of heads) expect({ seed, id, local, live: live.isLiveAtHead(id, local) }).toEqual({ seed, id, local, live: isRead(head, local) });
      }
    }
    expect(alive).toBeGreaterThan(1000);
    expect(dead).toBeGreaterThan(1000);
  });

  it('is given up for bodies whose sets are too large', () => {
    const live = new LiveLocals();
    live.begin();
    expect(live.solve(100_000, 50_000)).toBe(false);
  });
});
