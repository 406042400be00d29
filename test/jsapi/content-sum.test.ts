// The sum that precompiled modules are found by: built modules hold it, so it may not change, and no small change of bytes may keep it.
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { CompiledModule } from '../../dist/runtime/types.js';
import { contentSum } from '../../dist/runtime/webassembly/content-sum.js';
import * as namespace from '../../dist/runtime/webassembly/precompiled.js';
import { sha256 } from '../../dist/runtime/webassembly/sha256.js';
import { customSection, wasm } from './bytes.js';

const api = namespace.default;

const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i * 37 + (i >> 8));

it('stays as built modules have it', () => {
  expect(contentSum(new Uint8Array(0))).toBe('0-0e279b5449e525ca539d3bf6ee4400ac');
  expect(contentSum(counting(7))).toBe('7-156ee0d6091775ac4dbbd41d8f86555d');
  expect(contentSum(counting(1000))).toBe('1000-d15e8aa3530df4e5994aa3f0d99d5110');
});

it('does not depend on where the bytes are', () => {
  const bytes = counting(101);
  for (const offset of [1, 2, 3, 4]) {
    const around = new Uint8Array(120).fill(255);
    around.set(bytes, offset);
    expect(contentSum(around.subarray(offset, offset + 101))).toBe(contentSum(bytes));
  }
});

it('is another for every change of one bit, swapped words, and zeros at the end', () => {
  for (const bytes of [counting(67), new Uint8Array(64), new Uint8Array(randomBytes(45))]) {
    const seen = new Set([contentSum(bytes)]);
    let changes = 1;
    const add = (changed: Uint8Array): void => { seen.add(contentSum(changed)); changes++; };
    for (let bit = 0; bit < bytes.length * 8; bit++) add(bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)));
    for (let zeros = 1; zeros < 9; zeros++) add(new Uint8Array([...bytes, ...new Uint8Array(zeros)]));
    if (bytes[0] !== bytes[4]) add(new Uint8Array([...bytes.subarray(4, 8), ...bytes.subarray(0, 4), ...bytes.subarray(8)]));
    expect(seen.size).toBe(changes);
  }
});

it('is another for every two bits changed within 16 words', () => {
  const bytes = counting(64);
  const seen = new Set<string>();
  for (let i = 0; i < 512; i += 3) for (let j = i + 1; j < 512; j += 7) seen.add(contentSum(bytes.map((byte, at) => byte ^ (at === i >> 3 ? 1 << (i & 7) : 0) ^ (at === j >> 3 ? 1 << (j & 7) : 0))));
  let pairs = 0;
  for (let i = 0; i < 512; i += 3) for (let j = i + 1; j < 512; j += 7) pairs++;
  expect(seen.size).toBe(pairs);
});

it('finds modules built before there were sums by their SHA-256', () => {
  const old = wasm(customSection('before sums', [])), other = wasm(customSection('before sumS', []));
  const built = (hash: string): CompiledModule => ({ abi: 1, hash, types: [], imports: [], exports: [], glue: {}, kinds: {}, create: () => [] });
  namespace.register(built(sha256(old)));
  expect(new api.Module(old)).toBeInstanceOf(api.Module);
  expect(() => new api.Module(other)).toThrow(api.CompileError);
  const summed: CompiledModule = { ...built(sha256(other)), sum: contentSum(other) };
  namespace.register(summed);
  expect(new api.Module(other)).toBeInstanceOf(api.Module);
});
