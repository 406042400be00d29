// The lexer of bundlers and of node itself, C with SIMD: its JavaScript writes the source into memory and reads
// the imports and exports back field by field.
import { proseBytes, require, sourceOf, thrownBy } from './inputs.mjs';

export async function load() {
  const lexer = await import('es-module-lexer');
  await lexer.init;
  return lexer;
}

const sources = [
  '',
  'import a, { b as c } from "x"; import * as d from \'y\'; export { c as default, d }; export * from "z"; export * as w from "w";',
  'import("a" + b); import("lit"); import.meta.url; await import(`t${x}`, { with: { type: "json" } })',
  'import json from "./d.json" with { type: "json" }; import defer * as ns from "n"; import source x from "./m.wasm";',
  'export const { a, b: [c], ...d } = f(), e = 1; export async function* g() {} export class H {} export default class {}',
  'export var x = /["\'`import(\\/]/.test(y) ? `${import("in")} ${"}"}` : a / b / import("div") / c',
  '// import "no"\n/* export const no = 1 */ "use strict"; let s = "export default 1", t = \'é 😀\'; export { t as "a b", s as "\\u{1F600}" }',
  'import { broken from "x"',
  'export { a',
  '`${',
  '"unterminated',
  '{ (]',
];

export function work({ parse }) {
  const real = ['acorn/dist/acorn.mjs', 'sql.js/dist/sql-wasm.js', 'typescript/package.json', 'es-module-lexer/dist/lexer.js'].map(sourceOf);
  const long = Array.from({ length: 3000 }, (_, i) => `import v${i} from "m${i % 97}"; export const w${i} = v${i} + /* ${'*'.repeat(i % 20)} */ 1;`).join('\n');
  const all = [...sources, ...real, long, '//' + new TextDecoder().decode(proseBytes(300_000)).replaceAll('\n', '\n//')];
  const parsed = all.map((source) => thrownBy(() => {
    const [imports, exports, facade, moduleSyntax] = parse(source, 'name.js');
    return { imports: imports.map((each) => Object.entries(each)), exports: exports.map((each) => Object.entries(each)), facade, moduleSyntax };
  }));
  return { parsed, resolved: require.resolve('es-module-lexer').length > 0 };
}
