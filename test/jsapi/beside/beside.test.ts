// The checks of this folder on node 26's WebAssembly and on ours, in the same engine: all results are equal but for the listed deviations.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findEngine } from '../../../bench/engines.mjs';
import { allBytes } from './bytes.js';
import { DEVIATIONS } from './deviations.js';

const modern = findEngine('node26');
const script = fileURLToPath(new URL('in-engine.mjs', import.meta.url));

function differences(path: string, native: unknown, ours: unknown, to: string[]): string[] {
  if (JSON.stringify(native) === JSON.stringify(ours)) return to;
  if (typeof native === 'object' && typeof ours === 'object' && native !== null && ours !== null && Array.isArray(native) === Array.isArray(ours)) {
    for (const key of new Set([...Object.keys(native), ...Object.keys(ours)])) differences(`${path}.${key}`, native[key as never], ours[key as never], to);
  } else to.push(`${path}: native ${JSON.stringify(native)}, ours ${JSON.stringify(ours)}`);
  return to;
}

describe.skipIf(modern === undefined)('beside the engine', () => {
  const input = JSON.stringify(Object.fromEntries(Object.entries(allBytes()).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')])));
  test.each(Object.keys(DEVIATIONS))('%s', (file) => {
    const [native, ours] = ['native', 'ours'].map((which) =>
      JSON.parse(execFileSync(modern!, ['--no-warnings', script, file, which], { input, encoding: 'utf8', maxBuffer: 1 << 28 })) as Record<string, unknown>);
    const found = Object.keys(native).flatMap((title) => differences(title, native[title], ours[title], []));
    const isAt = (difference: string, place: string): boolean => difference.startsWith(place) && /^[.:]/.test(difference.slice(place.length));
    expect(Object.keys(ours)).toEqual(Object.keys(native));
    expect(found.filter((difference) => !DEVIATIONS[file].some(([place]) => isAt(difference, place)))).toEqual([]);
    expect(DEVIATIONS[file].map(([place]) => place).filter((place) => !found.some((difference) => isAt(difference, place)))).toEqual([]);
  });
});
