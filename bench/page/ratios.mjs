// What the page's tables and charts are made of: times of one peer over those of another.

/** @typedef {{ peer: string, error?: string } & Record<string, any>} Timing */
/** @typedef {{ engine: string, timings: Timing[] } & Record<string, any>} Row what one program or kernel took in one engine, native first */

/** Of a measurement to another, NaN where either failed. @param {Timing | undefined} timing @param {Timing | undefined} base @param {(t: Timing) => number} [of] */
export function ratio(timing, base, of = (t) => t.median) {
  return timing === undefined || base === undefined || timing.error !== undefined || base.error !== undefined ? NaN : of(timing) / of(base);
}

/** @param {Row} row @param {string} peer */
export const timingOf = (row, peer) => row.timings.find((each) => each.peer === peer);
