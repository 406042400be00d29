// As much of node:module as the programs of test/glue/packages use: pages load packages in their own way, only names are looked up.
export function createRequire() {
  const require = (/** @type {string} */ name) => { throw new Error(`a page cannot require ${name}`); };
  require.resolve = (/** @type {string} */ name) => `/node_modules/${name}`;
  return require;
}
