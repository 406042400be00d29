// `dewasm build --watch`: builds again when a module changes and survives modules that are wrong.
import { spawn } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ADD, INVALID, MAIN, folder, plainEnvironment } from './cli.js';

it('builds again after every change', async () => {
  const cwd = folder({ 'a.wasm': ADD });
  const child = spawn(process.execPath, [MAIN, 'build', 'a.wasm', '-o', 'a.js', '--watch'], { cwd, env: plainEnvironment() });
  onTestFinished(() => { child.kill(); });
  let heard = '';
  let wake = (): void => {};
  child.stderr.on('data', (chunk: Buffer) => { heard += chunk.toString(); wake(); });
  /** Waits for the text, and forgets everything up to it. */
  const hear = async (text: string): Promise<void> => {
    while (!heard.includes(text)) await new Promise<void>((resolve) => { wake = resolve; });
    heard = heard.slice(heard.indexOf(text) + text.length);
  };
  await hear('built a.js');
  await hear('watching');
  const first = readFileSync(join(cwd, 'a.js'), 'utf8');
  writeFileSync(join(cwd, 'a.wasm'), INVALID);
  await hear('type mismatch');
  expect(readFileSync(join(cwd, 'a.js'), 'utf8')).toBe(first);
  writeFileSync(join(cwd, 'next'), Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  renameSync(join(cwd, 'next'), join(cwd, 'a.wasm'));
  await hear('built a.js');
  expect(readFileSync(join(cwd, 'a.js'), 'utf8')).not.toBe(first);
});
