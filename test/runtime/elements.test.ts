// What stands for typed arrays over a memory on hosts whose numbers begin with the other byte: it must find what the arrays would.
import { describe, expect, it } from 'vitest';
import { swappedElements } from '../../runtime/elements.js';

describe.each([['Int16', 2, -2], ['Uint16', 2, 65534], ['Int32', 4, -5], ['Float32', 4, 0.5], ['Float64', 8, -1e100]] as const)('%s', (type, size, value) => {
  const bytes = new ArrayBuffer(64), found = swappedElements(new DataView(bytes), type, size) as { [index: number]: number; length: number };
  const view = new DataView(bytes) as unknown as Record<string, (at: number, ...rest: unknown[]) => number>;
  it('reads and writes with the lowest byte first', () => {
    found[3] = value;
    expect(view[`get${type}`](3 * size, true)).toBe(value);
    view[`set${type}`](size, value, true);
    expect(found[1]).toBe(value);
  });
  it('has no element elsewhere', () => {
    for (const index of [64 / size, -1, -(2 ** 31), 2 ** 30]) {
      expect(found[index]).toBeUndefined();
      found[index] = value;
      expect(found[index]).toBeUndefined();
    }
    expect(found.length).toBe(0);
  });
});
