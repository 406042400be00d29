// Rollup's parser, Rust by wasm-bindgen: syntax trees as bytes, and whole
// bundles made with the package's own JavaScript over it.
import { require, sourceOf } from './inputs.mjs';

export const load = () => ({ native: require('@rollup/wasm-node/dist/native.js'), rollup: require('@rollup/wasm-node').rollup });

export async function work({ native, rollup }) {
  const sources = [sourceOf('acorn/dist/acorn.js'), sourceOf('source-map/lib/source-map-consumer.js'), 'export default async ({ a, ...b }) => `${a}` ?? b?.[0]; // é😀', 'let let = 1', 'a b', ''];
  const trees = sources.map((code) => native.parse(code, true, false));
  const jsx = native.parse('const a = <b c="d">{...e}</b>;', false, true);
  const hashes = ['', 'a', 'dewasm', sources[0]].map((text) => {
    const bytes = new TextEncoder().encode(text);
    return [native.xxhashBase64Url(bytes), native.xxhashBase36(bytes), native.xxhashBase16(bytes)];
  });
  const files = {
    main: "import { used, Shape } from 'lib'; import * as all from 'lib'; console.log(used(2), new Shape().area, Object.keys(all)); export { used as default };",
    lib: 'export const unused = () => 1; export function used(x) { if (false) { dead(); } return x * 2; } export class Shape { get area() { return 4; } }',
  };
  const virtual = { name: 'virtual', resolveId: (id) => (id in files ? id : null), load: (id) => files[id] };
  const bundle = await rollup({ input: 'main', plugins: [virtual] });
  const { output } = await bundle.generate({ format: 'cjs', sourcemap: true, exports: 'auto', entryFileNames: '[name]-[hash].js' });
  return { trees, jsx, hashes, bundle: output.map(({ fileName, code, map, source }) => ({ fileName, code, map: map?.mappings, source })) };
}
