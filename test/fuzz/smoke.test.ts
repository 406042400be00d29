// A little of what `npm run fuzz` does for as long as one likes: the first seeds of each generator, at every level, flattened, and with exact NaNs.
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { Binaryen } from './binaryen.js';
import { describeVariant, plain, type Variant } from './compare.js';
import { check, makeCase, type Generator } from './fuzz.js';

const VARIANTS: Variant[] = [...[0, 1, 2, 3].map(plain), { level: 0, nan: 'fast', nesting: 2 }, { level: 2, nan: 'exact', nesting: 1 }];
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
