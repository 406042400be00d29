// What the benches of running code have in common: the command line's options that say what is compared, how it is compiled and where it runs.
import { findEngine } from './engines.mjs';

/** Options of the command line, as `parseArgs` takes them. */
export const sharedOptions = /** @type {const} */ ({
  only: { type: 'string', default: '' },
  engine: { type: 'string', default: 'node' },
  optimize: { type: 'string' },
  nan: { type: 'string' },
  traps: { type: 'string' },
  json: { type: 'string' },
  quick: { type: 'boolean', default: false },
  keep: { type: 'string' },
  cpu: { type: 'string' },
  help: { type: 'boolean', default: false },
});

/** Native comes first: it is what the others are compared with. @param {string} list @returns {string[]} */
export const peersOf = (list) => ['native', ...list.split(',').filter((peer) => peer !== 'native')];

/** What is passed to dewasm. @param {{ optimize?: string, nan?: string, traps?: string }} flags */
export const compileOptionsOf = (flags) => ({
  ...(flags.optimize !== undefined && { optimize: Number(flags.optimize) }),
  ...(flags.nan !== undefined && { nan: flags.nan }),
  ...(flags.traps !== undefined && { traps: flags.traps }),
});

/** Path of each engine that is there, by name; says which are not. @param {string} list @returns {Map<string, string>} */
export function enginesOf(list) {
  const engines = new Map();
  for (const name of list.split(',')) {
    const path = findEngine(name);
    if (path === undefined) console.error(`engine ${name} is not installed, left out`);
    else engines.set(name, path);
  }
  return engines;
}
