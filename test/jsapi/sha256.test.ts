// Our SHA-256 against node's.

import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../../dist/runtime/webassembly/sha256.js';

test('all lengths around the block size, and a long one', () => {
  for (const length of [...Array(200).keys(), 1000003]) {
    const bytes = randomBytes(length);
    expect(sha256(bytes), String(length)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
