// Every atomic instruction on random values, aligned or not, in bounds or not, compared with the host's own WebAssembly, on
// shared memory and on memory that is not.
import { describe, expect, test } from 'vitest';
import { native, run, type Exports } from '../module/wat.js';

const LOADS = ['i32.atomic.load', 'i32.atomic.load8_u', 'i32.atomic.load16_u', 'i64.atomic.load', 'i64.atomic.load8_u', 'i64.atomic.load16_u', 'i64.atomic.load32_u'];
const STORES = ['i32.atomic.store', 'i32.atomic.store8', 'i32.atomic.store16', 'i64.atomic.store', 'i64.atomic.store8', 'i64.atomic.store16', 'i64.atomic.store32'];
const RMW = ['add', 'sub', 'and', 'or', 'xor', 'xchg', 'cmpxchg'].flatMap((op) => [
  `i32.atomic.rmw.${op}`, `i32.atomic.rmw8.${op}_u`, `i32.atomic.rmw16.${op}_u`,
  `i64.atomic.rmw.${op}`, `i64.atomic.rmw8.${op}_u`, `i64.atomic.rmw16.${op}_u`, `i64.atomic.rmw32.${op}_u`,
]);
const operands = (name: string): number => (LOADS.includes(name) ? 0 : name.includes('cmpxchg') ? 2 : 1);
const exported = (name: string): string => {
  const type = name.slice(0, 3), count = operands(name);
  const params = Array.from({ length: count }, () => type).join(' ');
  const values = Array.from({ length: count }, (_, k) => `(local.get ${k + 1})`).join(' ');
  return `(func (export "${name}") (param i32 ${params}) ${STORES.includes(name) ? '' : `(result ${type})`} (${name} offset=8 (local.get 0) ${values}))`;
};
const module = (memory: string): string => `(module (memory (export "m") ${memory})
  ${[...LOADS, ...STORES, ...RMW].map(exported).join('\n')}
  (func (export "fence") (atomic.fence))
  (func (export "notify") (param i32 i32) (result i32) (memory.atomic.notify offset=8 (local.get 0) (local.get 1)))
  (func (export "wait32") (param i32 i32 i64) (result i32) (memory.atomic.wait32 offset=8 (local.get 0) (local.get 1) (local.get 2)))
  (func (export "wait64") (param i32 i64 i64) (result i32) (memory.atomic.wait64 offset=8 (local.get 0) (local.get 1) (local.get 2))))`;

function outcome(call: () => unknown): string {
  try {
    return String(call());
  } catch (error) {
    return (error as Error).message;
  }
}

/** A small generator, so that failures repeat. */
function random(seed: number): () => number {
  return () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0);
}
const INTERESTING = [0n, 1n, -1n, 0x80n, 0xffn, 0x8000n, 0xffffn, 0x80000000n, 0xffffffffn, 0x1_0000_0000n, -0x80000000n, 0x7fff_ffff_ffff_ffffn, -0x8000_0000_0000_0000n];

function compare(ours: Exports, theirs: Exports): void {
  const next = random(7);
  const memories = [ours, theirs].map((e) => new Uint8Array(e.m.buffer as ArrayBuffer));
  const value = (type: string): bigint | number => {
    const big = next() % 2 === 0 ? INTERESTING[(next() >>> 8) % INTERESTING.length] : (BigInt(next()) << 32n) | BigInt(next());
    return type === 'i64' ? BigInt.asIntN(64, big) : Number(BigInt.asIntN(32, big));
  };
  for (const name of [...LOADS, ...STORES, ...RMW]) {
    for (let k = 0; k < 40; k++) {
      const type = name.slice(0, 3), start = ((next() >>> 8) % 4) * 8;
      const at = k < 30 ? start : k < 35 ? start + ((next() >>> 8) % 8) : [65520, 65528, 65535, -8, -16][k - 35];
      const args: (number | bigint)[] = [at, ...Array.from({ length: operands(name) }, () => value(type))];
      // Now and then the expected value is the one that is there.
      if (name.includes('cmpxchg') && k % 3 === 0 && at === start) args[1] = type === 'i64' ? new DataView(memories[1].buffer).getBigInt64(at + 8, true) : new DataView(memories[1].buffer).getInt32(at + 8, true);
      expect(`${name} ${args}: ${outcome(() => ours[name](...args))}`).toBe(`${name} ${args}: ${outcome(() => theirs[name](...args))}`);
    }
    expect(memories[0].slice(0, 64)).toEqual(memories[1].slice(0, 64));
  }
}

describe.each([0, 1, 2, 3] as const)('at level %i', (optimize) => {
  test.each(['1 1 shared', '1 2 shared', '1'])('atomics on memory %s', async (memory) => {
    compare(await run(module(memory), {}, { features: 'all', optimize }), native(module(memory)));
  });
});

test('waiting and waking alone', async () => {
  for (const memory of ['1 1 shared', '1']) {
    const ours = await run(module(memory), {}, { features: 'all' }), theirs = native(module(memory));
    const calls: [string, ...unknown[]][] = [
      ['fence'], ['notify', 0, 1], ['notify', 2, 1], ['notify', 65528, 1], ['wait32', 0, 1, -1n], ['wait32', 0, 0, 1000n], ['wait32', 0, 0, 0n], ['wait32', 2, 0, 0n],
      ['wait64', 0, 1n, -1n], ['wait64', 0, 0n, 2_000_000n], ['wait64', 4, 0n, 0n], ['wait64', 65528, 0n, 0n],
    ];
    for (const [name, ...args] of calls) expect(`${name} ${args}: ${outcome(() => ours[name](...args))}`).toBe(`${name} ${args}: ${outcome(() => theirs[name](...args))}`);
  }
});
