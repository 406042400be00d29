// Every large feature beside the browser's own WebAssembly: the same calls with the same results, and traps where it traps. Promise
// integration, which browsers differ in, beside what test/jspi expects everywhere.
import { compile } from 'dewasm';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inBrowsers, STRICT } from './browsers.ts';
import { REFERENCES, SUBJECTS, SUSPENDING } from './subjects.ts';

const subjects = Object.entries(SUBJECTS).map(([name, { calls }], i) => ({ name, file: `subject${i}`, calls }));
const binaries = {
  ...Object.fromEntries(Object.values(SUBJECTS).map(({ bytes }, i) => [`subject${i}.wasm`, bytes])),
  ...Object.fromEntries(Object.entries(SUSPENDING).map(([name, bytes]) => [`${name}.wasm`, bytes])),
  'references.wasm': REFERENCES,
};
const expected = JSON.parse(readFileSync(new URL('../jspi/expected.json', import.meta.url), 'utf8')) as Record<string, unknown>;
/** SpiderMonkey words errors of conversions differently. */
const inWordsOfV8 = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace("can't convert symbol to number", 'Cannot convert a Symbol value to a number').replace(/can't convert (\d+) to BigInt/, 'Cannot convert $1 to a BigInt'));
let made: Record<string, string> | undefined;
const built = (): Record<string, string> => made ??= Object.fromEntries(Object.entries(binaries).map(([file, bytes]) => [file.replace('.wasm', '.mjs'), compile(bytes, { features: 'all', jspi: file.slice(0, -5) in SUSPENDING ? 'all' : '' }).code]));

inBrowsers((run) => {
  test('the same as natively', { timeout: 90_000 }, async () => {
    const page = { module: 'test/browser/pages/features.mjs' };
    const native = await run({ ...page, files: binaries, job: { subjects, suspending: [] } });
    const ours = await run({ ...page, csp: STRICT, files: { ...binaries, ...built() }, job: { subjects, suspending: Object.keys(SUSPENDING), register: Object.keys(built()) } });
    expect(ours.refused).toEqual([]);
    for (const { name } of subjects) expect({ [name]: ours.results[name] }).toEqual({ [name]: native.results[name] });
    expect(ours.results.traps.filter((line: string) => line.endsWith(' trap')).length).toBeGreaterThan(40);
    expect(ours.elements).toEqual(native.elements);
    expect(Object.keys(ours.suspending)).toEqual(Object.keys(expected));
    for (const [title, result] of Object.entries(expected)) expect({ [title]: inWordsOfV8(ours.suspending[title]) }).toEqual({ [title]: result });
  });
});
