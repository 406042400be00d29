// Prints one line, `N passed, N failed`, over vitest's tests, the checks of the
// official suite and the steps of .ci/run; the exit status is 1 if any failed.
// Failures of the suite are counted by vitest, which knows the expected ones.
//
// usage: node summary.mjs VITEST.json SPEC-COUNTS [FAILED-STEP…]
import { existsSync, readFileSync } from 'node:fs';

const [vitestFile, specFile, ...steps] = process.argv.slice(2);
const read = (/** @type {string} */ file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const vitest = JSON.parse(read(vitestFile) || '{}');
const checks = read(specFile).split('\n').filter(Boolean).map((line) => JSON.parse(line));
// The step that runs the tests fails with them; counting both would be counting twice.
const failedSteps = steps.filter((step) => step !== 'tests' || !vitest.numFailedTests);
const passed = (vitest.numPassedTests ?? 0) + checks.reduce((sum, group) => sum + group.passed, 0);
const failed = (vitest.numFailedTests ?? 0) + failedSteps.length;
const expected = checks.reduce((sum, group) => sum + group.failed, 0);

if (checks.length > 0) console.log(`official suite: ${passed - (vitest.numPassedTests ?? 0)} checks passed, ${expected} failed (those expected are listed in test/spec/expectations.json)`);
for (const step of failedSteps) console.log(`failed: ${step}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
