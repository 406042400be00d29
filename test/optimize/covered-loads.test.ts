// Loads that nobody reads, and what stands for their trap.
import { describe, it } from 'vitest';
import { dropCoveredLoads } from '../../compiler/optimize/covered-loads.js';
import { expectPass } from './expect-pass.js';

const covered = (body: string, expected: string): void => {
  const whole = (text: string): string => `function 0 (v0: i32, v1: i32) -> i32 {\n${text}\nreturn v0\n}`;
  expectPass(whole(body), whole(expected), dropCoveredLoads);
};
const stays = (body: string): void => covered(body, body);

describe('covered loads', () => {
  it('go where an access before reaches as far', () => covered(
    'i32.store[8] v0 v1\nv3 = i32.load[8] v0\nv4 = i32.load[4] v0',
    'i32.store[8] v0 v1'));
  it('go where one behind does', () => covered('v2 = i32.load v0\nv3 = i32.load[4] v0\ni32.store[4] v0 v1', 'i32.store[4] v0 v1'));
  it('go where a wider one behind does', () => covered('v2 = i32.load[4] v0\nv3 = f64.load v0\nf64.store v1 v3', 'v3 = f64.load v0\nf64.store v1 v3'));
  it('go inside of what an access stands before', () => covered(
    'i32.store[8] v0 v1\nv2: loop {\nv3 = i32.load[8] v0\nbr_if v1 -> v2()\nyield\n}',
    'i32.store[8] v0 v1\nv2: loop () {\nbr_if v1 -> v2()\nyield\n}'));
  it('all but the farthest', () => covered('v2 = i32.load v0\nv3 = i32.load[8] v0\nv4 = i32.load[4] v0', 'v3 = i32.load[8] v0'));

  it('stay where they reach farther', () => stays('i32.store[4] v0 v1\nv2 = i32.load[8] v0'));
  it('stay with another base', () => stays('i32.store[8] v0 v1\nv2 = i32.load v1'));
  it('stay where something is seen before the trap behind', () => stays('v2 = i32.load[4] v0\ni32.store v1 v1\ni32.store[4] v0 v1'));
  it('stay before a trap of another kind', () => stays('v2 = i32.load[4] v0\nv3 = i32.div_s v0 v1\ni32.store[4] v0 v3'));
  it('stay where only one way leads through the access', () => stays(
    'v2: if v1 {\ni32.store[8] v0 v1\nyield\n} else {\nyield\n}\nv3 = i32.load v0'));
  it('stay where a branch comes before the access behind', () => stays(
    'v2: block {\nv3 = i32.load v0\nbr_if v1 -> v2()\ni32.store v0 v1\nyield\n}'));
  it('stay where the access behind has no check of its own, as it may be they that tell it is inside', () => stays('v2 = i32.load[4] v0\ni32.store[4] v0 v1 !plainAddress'));
  it('stay where the one before has none', () => stays('i32.store[8] v0 v1 !inBounds\nv2 = i32.load[8] v0'));
  it('stay if they are read', () => stays('i32.store[8] v0 v1\nv2 = i32.load[8] v0\ni32.store v1 v2'));
  it('keep to one arm what was accessed in it', () => stays(
    'v2: if v1 {\ni32.store[8] v0 v1\nyield\n} else {\nv3 = i32.load v0\nyield\n}'));
});
