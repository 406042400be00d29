// What the compiler does, in samples to read: beside each NAME.wat stands NAME.js, the JavaScript it becomes. The first lines of a
// sample say what there is to see, and with which options it is compiled where these are not the usual ones. `readable` is
// always on, unless a sample says otherwise. `npx vitest run test/golden -u` writes what is expected anew; read the difference.
import { readdirSync, readFileSync } from 'node:fs';
import { compile, type CompileOptions } from 'dewasm';
import binaryen from 'binaryen';
import { expect, test } from 'vitest';
import { wasm } from '../module/wat.js';

const folder = new URL('.', import.meta.url);

/** Of the file only what becomes of the code: without what describes the module to the runtime. */
function withoutFrame(code: string): string {
  const start = code.indexOf('create:(function(links,T){\n'), end = code.lastIndexOf('})};\nfunction $instantiate');
  return start < 0 || end < 0 ? code : code.slice(code.indexOf('\n', start) + 1, end);
}

function assembled(text: string): Uint8Array {
  // The one assembler knows no GC, the other writes what is not in nested form anew.
  if (!/\((struct|array|ref\.cast|br_on_cast)\b/.test(text)) return wasm(text);
  const module = binaryen.parseText(text);
  module.setFeatures(binaryen.Features.All);
  try {
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}

const samples = readdirSync(folder).filter((file) => file.endsWith('.wat')).map((file) => file.slice(0, -4));

test.each(samples)('%s', async (name) => {
  const text = readFileSync(new URL(`${name}.wat`, folder), 'utf8');
  const options = JSON.parse(/^;; options: (.*)$/m.exec(text)?.[1] ?? '{}') as CompileOptions & { whole?: boolean };
  const { whole, ...rest } = options;
  const { code } = compile(assembled(text), { runtime: 'import', readable: rest.minify !== true, ...rest });
  await expect(whole === true ? code : withoutFrame(code)).toMatchFileSnapshot(new URL(`${name}.js`, folder).pathname);
});
