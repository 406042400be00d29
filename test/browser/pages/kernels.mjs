// Runs kernels in every form they were built in; then tries what the policy has to refuse.
import { readJob, report } from '../../../bench/browser/page-report.mjs';

const job = await readJob();
const here = new URL('.', location.href);
const ways = {
  esm: async (name) => (await import(new URL(`esm/${name}.mjs`, here).href)).instantiate({}).run,
  bindings: async (name) => (await import(new URL(`bindings/${name}.mjs`, here).href)).run,
  import: async (name) => (await import(new URL(`import/${name}.mjs`, here).href)).instantiate().run,
  script: (name) => globalThis[`kernel_${name}`].instantiate({}).run,
};
const results = {};
for (const [way, load] of Object.entries(ways)) {
  results[way] = {};
  for (const { name, n } of job) results[way][name] = String((await load(name))(n));
}
// Violations are events, which come later.
await new Promise((resolve) => { setTimeout(resolve, 20); });
const refused = [...globalThis.refused];

const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const attempts = {};
for (const [what, attempt] of Object.entries({
  // oxlint-disable-next-line no-eval
  eval: () => (0, eval)('1'),
  Function: () => new Function('return 1'),
  Module: () => new WebAssembly.Module(empty),
  instantiate: () => WebAssembly.instantiate(empty),
})) {
  try {
    await attempt();
    attempts[what] = 'allowed';
  } catch (error) {
    attempts[what] = error.name;
  }
}
await report({ ...results, refused, attempts, userAgent: navigator.userAgent });
