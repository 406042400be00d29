// A bar chart as SVG: for each name a bar per series, on a logarithmic scale, with a line where native WebAssembly is.

/** @typedef {{ name: string, values: number[] }} Group values by series, NaN where there is none */
/** @typedef {{ title: string, series: string[], groups: Group[] }} Chart */

const LEFT = 150, WIDTH = 460, RIGHT = 60, BAR = 9, GAP = 7, TOP = 56;
const COLOURS = ['#3b76d6', '#d98b2b', '#8c8c8c', '#4a9d5b'];
const TICKS = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** @param {number} value */
const label = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

/** @param {Chart} chart */
export function bars({ title, series, groups }) {
  const known = groups.flatMap(({ values }) => values).filter((value) => value > 0);
  const low = Math.min(1, ...known.map((value) => Math.max(value, 0.5))), high = Math.max(2, ...known);
  const x = (/** @type {number} */ value) => LEFT + (Math.log(Math.max(value, low) / low) / Math.log(high / low)) * WIDTH;
  const groupHeight = series.length * BAR + GAP, bottom = TOP + groups.length * groupHeight;
  const parts = [`<text class="title" x="10" y="18">${escaped(title)}</text>`];
  series.forEach((name, i) => parts.push(`<rect x="${LEFT + i * 110}" y="28" width="10" height="10" fill="${COLOURS[i]}"/><text x="${LEFT + i * 110 + 14}" y="37">${escaped(name)}</text>`));
  for (const tick of TICKS) {
    if (tick < low || tick > high) continue;
    parts.push(`<line class="${tick === 1 ? 'native' : 'tick'}" x1="${x(tick).toFixed(1)}" x2="${x(tick).toFixed(1)}" y1="${TOP - 6}" y2="${bottom}"/>`);
    parts.push(`<text class="tick-label" x="${x(tick).toFixed(1)}" y="${bottom + 13}">${tick}</text>`);
  }
  groups.forEach(({ name, values }, g) => {
    const top = TOP + g * groupHeight;
    parts.push(`<text class="name" x="${LEFT - 6}" y="${(top + (series.length * BAR) / 2 + 4).toFixed(1)}">${escaped(name)}</text>`);
    values.forEach((value, i) => {
      const y = top + i * BAR;
      if (!(value > 0)) parts.push(`<text class="value" x="${(x(low) + 3).toFixed(1)}" y="${y + BAR - 1}">fails</text>`);
      else parts.push(`<rect x="${x(low).toFixed(1)}" y="${y}" width="${Math.max(1, x(value) - x(low)).toFixed(1)}" height="${BAR - 1}" fill="${COLOURS[i]}"/><text class="value" x="${(x(value) + 3).toFixed(1)}" y="${y + BAR - 1}">${label(value)}</text>`);
    });
  });
  const width = LEFT + WIDTH + RIGHT, height = bottom + 22;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui,sans-serif" font-size="11">
<style>text{fill:#333}.title{font-size:13px;font-weight:600}.name{text-anchor:end}.tick-label{text-anchor:middle;fill:#777}.value{font-size:8.5px;fill:#666}.tick{stroke:#ddd}.native{stroke:#333;stroke-dasharray:3 2}@media(prefers-color-scheme:dark){text{fill:#ddd}.value,.tick-label{fill:#aaa}.tick{stroke:#444}.native{stroke:#ddd}}</style>
${parts.join('\n')}
</svg>
`;
}
