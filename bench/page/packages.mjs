// The table of packages in one engine: three times for each peer, then what dewasm takes of the time of each other peer.
import { geomeanText, ratioText } from '../table.mjs';
import { ratio, timingOf } from './ratios.mjs';

/** @type {[string, (t: import('./ratios.mjs').Timing) => number][]} */
const measures = [['warm', (t) => t.median], ['first', (t) => t.firstMs], ['from nothing', (t) => t.startMs + t.firstMs]];

/** @param {import('./ratios.mjs').Row[]} rows @param {string} engine @param {string[]} peers dewasm first */
export function packageTable(rows, engine, peers) {
  const [ours, ...others] = peers;
  const table = [[engine, ...peers.flatMap((peer) => measures.map(([name]) => (others.length > 0 ? `${peer}, ${name}` : name)))]];
  for (const row of rows) {
    table.push([row.program, ...peers.flatMap((peer) => {
      const timing = timingOf(row, peer);
      if (timing?.error !== undefined) return measures.map(() => (timing.error?.startsWith('wrong') ? 'wrong' : 'fails'));
      return measures.map(([, of]) => ratioText(ratio(timing, row.timings[0], of)));
    })]);
  }
  table.push(['geometric mean', ...peers.flatMap((peer) => means(rows, peer, 'native'))]);
  for (const peer of others) table.push([`${ours} over ${peer}`, ...means(rows, ours, peer), ...others.flatMap(() => measures.map(() => ''))]);
  return table;
}

/** @param {import('./ratios.mjs').Row[]} rows @param {string} peer @param {string} base */
const means = (rows, peer, base) => measures.map(([, of]) => geomeanText(rows.map((row) => ratio(timingOf(row, peer), timingOf(row, base), of))));
