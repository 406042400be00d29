// The official suite, one test for each of its folders. With `nan: 'exact'` everything passes. What `fast` gives up is
// listed in expectations.json, by file, with the number of checks and the reason: any other failure fails here, and so
// does a listed one that no longer happens.
import { appendFileSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runGroup, suiteFolder } from './suite.ts';

interface Expected { readonly checks: number; readonly reason: string }
interface Options { readonly optimize: number; readonly nan: 'fast' | 'exact'; readonly engine: string }
const expectations = JSON.parse(readFileSync(new URL('expectations.json', import.meta.url), 'utf8')) as Record<string, Record<string, Expected>>;

const suite = suiteFolder();
if (suite === undefined) console.log('The official WebAssembly suite is skipped: put it (with its run.mjs) in ../shared/spec, or name its folder in DEWASM_SPEC_SUITE.');

/** DEWASM_SPEC_GROUPS, a regular expression, picks some of the folders. */
const groups = Object.keys(expectations).filter((group) => new RegExp(process.env.DEWASM_SPEC_GROUPS ?? '').test(group));
const { DEWASM_SPEC_LEVELS: levels = '2', DEWASM_SPEC_NAN: nans = 'fast,exact', DEWASM_SPEC_ENGINE: engine = 'any', DEWASM_SPEC_COUNTS: counts } = process.env;
const runs: Options[] = levels.split(',').flatMap((level) => (nans.split(',') as Options['nan'][]).map((nan) => ({ optimize: Number(level), nan, engine })));

describe.skipIf(suite === undefined).each(runs)('official suite, level $optimize, nan $nan, for $engine', (options) => {
  test.each(groups)('%s', { timeout: 900_000 }, async (group) => {
    const expected = options.nan === 'exact' ? {} : expectations[group];
    const result = await runGroup(suite!, group, options);
    // For whoever adds up the checks of the whole run.
    if (counts !== undefined) appendFileSync(counts, `${JSON.stringify({ ...options, group, passed: result.passed, failed: result.failed })}\n`);

    const surprises = [...result.failures].flatMap(([file, failures]) =>
      failures.length === (expected[file]?.checks ?? 0) ? [] : [{ file, expected: expected[file]?.checks ?? 0, failed: failures.length, failures: failures.slice(0, 12).map((each) => `line ${each.line}, ${each.type}: ${each.why}`) }],
    );
    expect(surprises).toEqual([]);
    expect(result.passed).toBeGreaterThan(0);
  });
});
