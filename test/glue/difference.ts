// Says where two results differ. They are megabytes of text; a test runner shows only the beginning of such values.
import { expect } from 'vitest';
import type { GlueOutput } from './run-child.ts';

/** The same results, and the same on standard error. */
export function expectSame(ours: GlueOutput, native: GlueOutput): void {
  expect(firstDifference(ours.results, native.results)).toBe(undefined);
  expect(ours.stderr).toBe(native.stderr);
}

/** The path of the first difference and what is there on both sides; undefined if there is none. */
export function firstDifference(ours: unknown, native: unknown, path = 'results'): string | undefined {
  if (typeof ours === 'string' && typeof native === 'string') {
    if (ours === native) return undefined;
    let at = 0;
    while (ours[at] === native[at]) at++;
    const from = Math.max(0, at - 40);
    return `${path}, from character ${from}: ours ${JSON.stringify(ours.slice(from, at + 80))}, native ${JSON.stringify(native.slice(from, at + 80))}`;
  }
  if (typeof ours !== 'object' || typeof native !== 'object' || ours === null || native === null) {
    return Object.is(ours, native) ? undefined : `${path}: ours ${String(ours)}, native ${String(native)}`;
  }
  const [left, right] = [ours as Record<string, unknown>, native as Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = firstDifference(left[key], right[key], `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
