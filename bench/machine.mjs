// Where something was measured, for whoever reads the figures later.
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { engineVersion } from './engines.mjs';

/** @typedef {{ processor: string, processors: number, memoryGb: number, system: string, date: string, versions: Record<string, string> }} Machine */

/**
 * @param {Map<string, string>} engines paths by name
 * @param {string[]} packages of npm, compared with or measured
 * @returns {Machine}
 */
export function machine(engines, packages = []) {
  const versions = [...[...engines].map(([name, path]) => [name, engineVersion(path)]), ...packages.map((name) => [name, packageVersion(name)])];
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    processors: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    date: new Date().toISOString().slice(0, 10),
    versions: Object.fromEntries(versions),
  };
}

/** @param {string} name */
function packageVersion(name) {
  return JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
}

/** The npm packages behind peers. @param {string[]} peers */
export const packagesOf = (peers) => peers.flatMap((peer) => (peer === 'wasm2js' ? ['binaryen'] : peer === 'polywasm' ? ['polywasm'] : []));
