// A little of what `npm run fuzz` does for as long as one likes: the first seeds of each generator, at every level, flattened, with exact NaNs, and
// cut into small pieces.
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { Binaryen } from './binaryen.js';
import { describeVariant, plain, type Variant } from './compare.js';
import { check, makeCase, type Generator } from './fuzz.js';

const VARIANTS: Variant[] = [...[0, 1, 2, 3].map(plain), { ...plain(0), nesting: 2 }, { ...plain(2), nan: 'exact', nesting: 1 }, { ...plain(2), split: 250 }];
const binaryen = new Binaryen(fileURLToPath(new URL('../../', import.meta.url)));
afterAll(() => { binaryen.close(); });

describe.each<[Generator, number]>([['program', 30], ['reshaped', 10], ['binaryen', 12]])('%s', (generator, count) => {
  it(`${count} modules do the same as natively`, async () => {
    let compared = 0;
    const until = Date.now() + 20_000;
    for (let seed = 1; seed <= count && Date.now() < until; seed++) {
      const made = await makeCase(generator, seed, binaryen);
      if (made === null) continue;
      const found = check(made, VARIANTS);
      expect(found && `${generator} ${seed}, ${describeVariant(found.variant)}, ${found.kind}: ${found.detail}`).toBe(undefined);
      compared++;
    }
    expect(compared).toBeGreaterThan(0);
  });
});
