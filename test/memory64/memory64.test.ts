// 64-bit memories compared with the host's own: accesses around every edge of an address, sizes, bulk operations.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run, wasm } from '../module/wat.js';

const child = fileURLToPath(new URL('native-child.mjs', import.meta.url));

type Call = [name: string, ...args: (bigint | number)[]];
function nativeAnswers(text: string, calls: Call[]): string[] {
  const input = JSON.stringify({ wasm: Buffer.from(wasm(text)).toString('base64'), calls }, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v));
  const result = spawnSync(process.execPath, ['--experimental-wasm-memory64', child], { input, encoding: 'utf8' });
  expect(result.stderr).toBe('');
  return JSON.parse(result.stdout) as string[];
}
async function answers(text: string, calls: Call[], optimize: 0 | 1 | 2 | 3): Promise<string[]> {
  const exports = await run(text, {}, { features: 'all', optimize });
  return calls.map(([name, ...args]) => {
    try {
      return String(exports[name](...args));
    } catch (error) {
      return (error as Error).message;
    }
  });
}

const ACCESSES: [load: string, store: string, type: string][] = [
  ['i32.load', 'i32.store', 'i32'], ['i64.load', 'i64.store', 'i64'], ['i64.load32_s', 'i64.store32', 'i64'],
  ['i32.load16_u', 'i32.store16', 'i32'], ['i64.load8_s', 'i64.store8', 'i64'], ['f64.load', 'f64.store', 'f64'],
];
const OFFSETS = ['0', '4', '0xfffffff8', '0x100000000', '0xfffffffffffffff0'];
const WAT = `(module (memory (export "m") i64 1 3) (data (i64.const 16) "0123456789abcdef") (data $passive "passive")
  ${ACCESSES.flatMap(([load, store, type], k) => OFFSETS.map((offset, o) => `
    (func (export "l${k}_${o}") (param i64) (result ${type}) (${load} offset=${offset} (local.get 0)))
    (func (export "s${k}_${o}") (param i64 ${type}) (${store} offset=${offset} (local.get 0) (local.get 1)))`)).join('')}
  (func (export "narrow") (param i32) (result i64) (i64.load offset=4 (i64.extend_i32_u (local.get 0))))
  (func (export "signed") (param i32) (result i64) (i64.load (i64.extend_i32_s (local.get 0))))
  (func (export "constant") (result i32) (i32.load (i64.const 20)))
  (func (export "far") (result i32) (i32.load (i64.const 0x100000014)))
  (func (export "size") (result i64) (memory.size))
  (func (export "grow") (param i64) (result i64) (memory.grow (local.get 0)))
  (func (export "fill") (param i64 i32 i64) (memory.fill (local.get 0) (local.get 1) (local.get 2)))
  (func (export "copy") (param i64 i64 i64) (memory.copy (local.get 0) (local.get 1) (local.get 2)))
  (func (export "init") (param i64 i32 i32) (memory.init $passive (local.get 0) (local.get 1) (local.get 2)))
  (func (export "drop") (data.drop $passive))
  (func (export "sum") (param $p i64) (param $n i64) (result i64) (local $s i64)
    (block $done (loop $next (br_if $done (i64.eqz (local.get $n)))
      (local.set $s (i64.add (i64.mul (local.get $s) (i64.const 31)) (i64.load8_u (local.get $p))))
      (local.set $p (i64.add (local.get $p) (i64.const 1))) (local.set $n (i64.sub (local.get $n) (i64.const 1))) (br $next)))
    (local.get $s)))`;

const ADDRESSES = [0n, 1n, 16n, 20n, 65528n, 65532n, 65535n, 65536n, -1n, -4n, -16n, 1n << 31n, (1n << 32n) - 8n, 1n << 32n, (1n << 32n) + 16n, (1n << 53n) - 1n, 1n << 53n, (1n << 53n) + 16n, 1n << 63n];
const calls: Call[] = [];
ACCESSES.forEach(([, , type], k) => OFFSETS.forEach((_, o) => ADDRESSES.forEach((at, a) => {
  calls.push([`s${k}_${o}`, at, type === 'i64' ? 0x123456789abcdefn * BigInt(a + 1) : a * 77777 + k], [`l${k}_${o}`, at]);
})));
for (const at of [0, 12, 65528, 65524, -1, -4, -65536]) calls.push(['narrow', at], ['signed', at]);
calls.push(['constant'], ['far'], ['size'], ['grow', 1n], ['size'], ['grow', 1n << 32n], ['grow', -1n], ['grow', 2n], ['grow', 0n], ['l0_0', 131068n], ['l0_0', 131072n]);
for (const [d, n] of [[8n, 100n], [131072n, 0n], [131073n, 0n], [131000n, 73n], [1n << 32n, 0n], [-1n, 1n], [0n, 1n << 32n], [0n, -1n], [-8n, 16n]]) {
  calls.push(['fill', d, 7, n], ['copy', d, 16n, n], ['copy', 16n, d, n], ['sum', 0n, 200n]);
}
calls.push(['init', 100n, 0, 7], ['init', 100n, 1, 7], ['init', 1n << 32n, 0, 0], ['init', 131070n, 0, 2], ['sum', 0n, 131072n], ['drop'], ['init', 0n, 0, 1], ['init', 0n, 0, 0]);

const theirs = nativeAnswers(WAT, calls);
test.each([0, 1, 2, 3] as const)('a 64-bit memory at level %i', async (optimize) => {
  const ours = await answers(WAT, calls, optimize);
  const show = (list: string[]): string[] => calls.map((call, k) => `${call.join(' ')}: ${list[k]}`);
  expect(show(ours)).toEqual(show(theirs));
});

test('addresses known to be of 32 bits are plain numbers', async () => {
  const { compile } = await import('dewasm');
  const { code } = compile(wasm('(module (memory i64 1) (func (export "f") (param i32) (result i32) (i32.load offset=4 (i64.extend_i32_u (local.get 0)))))'), { features: 'all' });
  expect(code.slice(code.indexOf('create:'))).not.toContain('4294967296');
});

// wabt knows no tables of 64 bits, so these bytes are put together here.
test('a 64-bit table', async () => {
  const { configure } = await import('dewasm/webassembly');
  const section = (id: number, ...content: number[]): number[] => [id, content.length, ...content];
  const body = (...code: number[]): number[] => [code.length + 2, 0, ...code, 0x0b];
  const bytes = new Uint8Array([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, 4, 0x60, 0, 1, 0x7f, 0x60, 1, 0x7e, 1, 0x7f, 0x60, 0, 1, 0x7e, 0x60, 1, 0x7e, 1, 0x7e), // ()->i32, (i64)->i32, ()->i64, (i64)->i64
    ...section(3, 4, 0, 1, 2, 3),
    ...section(4, 1, 0x70, 5, 2, 10), // funcref i64 2 10
    ...section(7, 3, 1, 0x63, 0, 1, 1, 0x73, 0, 2, 1, 0x67, 0, 3),
    ...section(9, 1, 0, 0x42, 0, 0x0b, 1, 0),
    ...section(10, 4, ...body(0x41, 42), ...body(0x20, 0, 0x11, 0, 0), ...body(0xfc, 16, 0), ...body(0xd0, 0x70, 0x20, 0, 0xfc, 15, 0)),
  ]);
  for (const optimize of [0, 2]) {
    const api = configure({ features: 'all', optimize }) as unknown as typeof WebAssembly;
    const { c, s, g } = new api.Instance(new api.Module(bytes)).exports as Record<string, (...args: bigint[]) => unknown>;
    expect([c(0n), s(), g(3n), s(), g(1n << 32n), g(-1n), g(6n)]).toEqual([42, 2n, 2n, 5n, -1n, -1n, -1n]);
    for (const at of [1n << 32n, -1n, 5n, 1n << 63n]) expect(() => c(at)).toThrow('table index is out of bounds');
    expect(() => c(1n)).toThrow('null function or function signature mismatch');
  }
});
