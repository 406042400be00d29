// A JavaScript parser in Rust, by napi-rs for wasm32-wasip1-threads: shared memory, atomics, and a pool of real workers, which its own loader starts.
import { requireFor } from '../optional-packages.mjs';
import { sourceOf } from './inputs.mjs';

const name = '@oxc-parser/binding-wasm32-wasi';

export const load = () => requireFor(name)(name);

export async function work({ parse, parseSync }) {
  const sources = [
    ['acorn.js', sourceOf('acorn/dist/acorn.js')], ['lexer.js', sourceOf('es-module-lexer/dist/lexer.js')], ['map.js', sourceOf('source-map/lib/source-map-consumer.js')],
    ['a.tsx', 'const a: Array<number> = <T,>(x: T) => <b c={x}>{...e}é😀</b>;'], ['bad.js', 'let let = 1; }'], ['empty.js', ''],
  ];
  const plain = ({ program, module, comments, errors }) => ({ program, module, comments, errors });
  const asked = sources.flatMap((each) => [each, each, each]);
  const [later, now] = [await Promise.all(asked.map(([file, text]) => parse(file, text).then(plain))), sources.map(([file, text]) => plain(parseSync(file, text)))];
  return { later, now };
}
