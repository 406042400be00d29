// The table of what kernels take before they are warm.
import { geomeanText, ratioText } from '../table.mjs';
import { ratio, timingOf } from './ratios.mjs';

/** @type {[string, (t: import('./ratios.mjs').Timing) => number][]} */
const measures = [['first five calls', (t) => t.firstFive], ['from nothing', (t) => t.start]];

/** @param {import('./ratios.mjs').Row[]} rows @param {string[]} engines @param {string[]} peers */
export function firstCalls(rows, engines, peers) {
  const table = [['engine', '', ...peers]];
  for (const engine of engines) {
    for (const i64 of [false, true]) {
      const part = rows.filter((row) => row.engine === engine && row.i64 === i64);
      for (const [name, of] of measures) {
        const cells = peers.map((peer) => withSlowest(part.map((row) => ({ name: row.kernel, value: ratio(timingOf(row, peer), row.timings[0], of) }))));
        table.push([engine, `${name}, ${i64 ? '64-bit integers' : 'plain'}`, ...cells]);
      }
    }
  }
  return table;
}

/** @param {{ name: string, value: number }[]} all */
function withSlowest(all) {
  const mean = geomeanText(all.map(({ value }) => value));
  const known = all.filter(({ value }) => !Number.isNaN(value));
  if (known.length === 0) return mean;
  const slowest = known.reduce((a, b) => (b.value > a.value ? b : a));
  return `${mean} (${slowest.name} ${ratioText(slowest.value)})`;
}
