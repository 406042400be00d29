// What the features are tried with: modules, and calls of their exports. Arguments and results are text; BigInt with an n behind.
import { readFileSync } from 'node:fs';
import { MODULE_TEXTS } from '../jspi/modules.js';
import { wasm } from '../module/wat.js';

export interface Subject { readonly bytes: Uint8Array; readonly calls: readonly (readonly [name: string, ...args: (number | string | null)[]])[] }

const kernel = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../bench/kernels/${path}.wasm`, import.meta.url)));
const gc = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../gc/modules/${name}.wasm`, import.meta.url)));
const again = (name: string, ...lists: (number | string | null)[][]): [string, ...(number | string | null)[]][] => lists.map((args) => [name, ...args]);

/** All traps of MVP code, and what may not catch them. */
const TRAPS = `(module
  (memory (export "memory") 1) (table 4 funcref) (type $t (func (result i32))) (elem (i32.const 0) $seven $one)
  (func $seven (type $t) (i32.const 7)) (func $one (param i32))
  ${['i32.load', 'i32.load8_u', 'i32.load16_s', 'i64.load', 'f32.load', 'f64.load'].map((op) => `(func (export "${op}") (param i32) (result ${op.slice(0, 3)}) (${op} (local.get 0)))
    (func (export "${op} behind") (param i32) (result ${op.slice(0, 3)}) (${op} offset=0x7ffffff0 (local.get 0)))
    (func (export "${op} of sum") (param i32) (result ${op.slice(0, 3)}) (${op} (i32.add (local.get 0) (i32.const 4))))
    (func (export "${op} of product") (param i32) (result ${op.slice(0, 3)}) (${op} (i32.mul (local.get 0) (i32.const 0x20000001))))`).join('\n')}
  ${['i32.store', 'i32.store8', 'i32.store16', 'i64.store', 'f32.store', 'f64.store'].map((op) => `(func (export "${op}") (param i32) (${op} (local.get 0) (${op.slice(0, 3)}.const 1)))
    (func (export "${op} of sum") (param i32) (${op} (i32.sub (local.get 0) (i32.const 4)) (${op.slice(0, 3)}.const 1)))`).join('\n')}
  (func (export "div") (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
  (func (export "rem64") (param i64 i64) (result i64) (i64.rem_u (local.get 0) (local.get 1)))
  (func (export "trunc") (param f64) (result i32) (i32.trunc_f64_s (local.get 0)))
  (func (export "unreachable") (unreachable))
  (func (export "indirect") (param i32) (result i32) (call_indirect (type $t) (local.get 0)))
  (func (export "fill") (param i32 i32) (memory.fill (local.get 0) (i32.const 1) (local.get 1)))
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
  (func $forever (export "forever") (param i32) (result i32) (i32.add (call $forever (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))
  (func (export "caught") (param i32) (result i32)
    (try (result i32) (do (i32.load (local.get 0))) (catch_all (i32.const -1))))
  (func (export "caughtForever") (result i32)
    (try (result i32) (do (call $forever (i32.const 0))) (catch_all (i32.const -1)))))`;

const TAILS = `(module (type $t (func (param i32 i64) (result i64)))
  (table funcref (elem $even $odd))
  (func $even (export "even") (type $t) (if (result i64) (i32.eqz (local.get 0)) (then (local.get 1))
    (else (return_call $odd (i32.sub (local.get 0) (i32.const 1)) (i64.add (local.get 1) (i64.const 0x100000001))))))
  (func $odd (export "odd") (type $t) (if (result i64) (i32.eqz (local.get 0)) (then (i64.const -1))
    (else (return_call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (local.get 1) (i32.const 0))))))`;

const WIDE_MEMORY = `(module (memory (export "memory") i64 1 3) (data (i64.const 16) "0123456789abcdef")
  (func (export "load") (param i64) (result i64) (i64.load offset=4 (local.get 0)))
  (func (export "store") (param i64 i64) (i64.store (local.get 0) (local.get 1)))
  (func (export "far") (result i32) (i32.load (i64.const 0x100000014)))
  (func (export "grow") (param i64) (result i64) (memory.grow (local.get 0)))
  (func (export "fill") (param i64 i32 i64) (memory.fill (local.get 0) (local.get 1) (local.get 2))))`;

const loads = ['i32.load', 'i32.load8_u', 'i32.load16_s', 'i64.load', 'f32.load', 'f64.load'].flatMap((op) => [...again(op, [0], [65528], [65533], [65535], [65536], [-1], [-65536]), ...again(`${op} behind`, [0], [-1], [-0x7ffffff0]),
  ...again(`${op} of sum`, [4], [-4], [-5], [-1], [65533], [0x7fffffff], [-65536]), ...again(`${op} of product`, [0], [8], [4], [5], [-1])]);
const stores = ['i32.store', 'i32.store8', 'i32.store16', 'i64.store', 'f32.store', 'f64.store'].flatMap((op) => [...again(op, [0], [65528], [65533], [65535], [65536], [-1]), ...again(`${op} of sum`, [4], [3], [0], [-1], [65538], [65540], [-0x7fffffff])]);

export const SUBJECTS: Readonly<Record<string, Subject>> = {
  traps: {
    bytes: wasm(TRAPS),
    calls: [
      ...loads, ...stores, ...again('div', [7, -2], [1, 0], [-2147483648, -1]), ...again('rem64', ['7n', '4n'], ['1n', '0n']), ...again('trunc', [1.5], [2147483648], ['NaN']),
      ['unreachable'], ...again('indirect', [0], [1], [2], [4], [-1]), ...again('fill', [65535, 1], [65536, 0], [65536, 1], [-1, 1]),
      ['grow', 1], ['i32.load', 65536], ['i32.load', 131069], ['forever', 0], ...again('caught', [0], [-1]), ['caughtForever'],
    ],
  },
  ...Object.fromEntries(['ascii', 'blend', 'chacha', 'convolve', 'escape', 'hash', 'matmul32', 'nbody64', 'saturate', 'saxpy', 'stencil64', 'yuv'].map((name) => [`SIMD: ${name}`, { bytes: kernel(`simd/${name}.simd`), calls: again('run', [1], [2]) }])),
  'exceptions, older encoding': { bytes: kernel('exceptions/legacy'), calls: [['always', 200], ['seldom', 5000], ['deep', 50], ['cleanup', 20]] },
  'exceptions': { bytes: kernel('exceptions/exnref'), calls: [['always', 200], ['seldom', 5000], ['deep', 50], ['cleanup', 20]] },
  'GC: lists': { bytes: kernel('gc/list'), calls: [['run', 1]] },
  'GC: trees': { bytes: kernel('gc/tree'), calls: [['run', 1]] },
  'GC: arrays': { bytes: kernel('gc/arrays'), calls: [['sieve', 2], ['sort', 2], ['matmul', 9]] },
  'GC: classes': { bytes: kernel('gc/classes'), calls: [['run', 1]] },
  'GC: strings': { bytes: kernel('gc/strings'), calls: [['run', 1]] },
  'GC: traps': {
    bytes: gc('traps'),
    calls: [
      ...['nullget', 'nullset', 'nulllen', 'nullaget', 'nullaset', 'nulli31', 'nullcall', 'asnn', 'cast', 'castnull'].flatMap((name) => again(name, [])),
      ...again('castx', [5], ['a'], [1.5], [null]), ...again('aget', [2], [3], [-1]), ...again('aset', [0], [3]), ...again('lget', [2], [3]), ...again('fill', [0, 3], [1, 3]), ...again('copy', [0, 3], [1, 3]),
      ...again('newdata', [0, 6], [1, 6]), ...again('initelem', [0, 0, 2], [3, 0, 2]),
    ],
  },
  'tail calls': { bytes: wasm(TAILS), calls: [['even', 100000, '0n'], ['even', 7, '0n'], ['odd', 100000, '5n']] },
  'memory64': {
    bytes: wasm(WIDE_MEMORY),
    calls: [
      ...again('load', ['12n'], ['65524n'], ['65525n'], ['-1n'], ['4294967296n'], ['-4n']), ['store', '8n', '-2n'], ['store', '65529n', '1n'], ['load', '4n'], ['far'],
      ...again('grow', ['1n'], ['4294967296n'], ['1n'], ['1n']), ['load', '131060n'], ...again('fill', ['0n', 7, '16n'], ['196608n', 7, '0n'], ['196609n', 7, '0n'], ['-8n', 7, '16n']), ['load', '0n'],
    ],
  },
};

/** Promise integration has scenarios of its own. */
export const SUSPENDING: Readonly<Record<string, Uint8Array>> = Object.fromEntries(Object.entries(MODULE_TEXTS).map(([name, text]) => [name, wasm(text)]));

/** What a page does with values of its own. */
export const REFERENCES = wasm(`(module
  (import "dom" "create" (func $create (param i32) (result externref)))
  (import "dom" "append" (func $append (param externref externref)))
  (import "dom" "body" (global $body externref))
  (table (export "kept") 3 10 externref)
  (global (export "last") (mut externref) (ref.null extern))
  (func (export "build") (param $n i32) (local $e externref)
    (loop $next
      (local.set $e (call $create (local.get $n)))
      (call $append (global.get $body) (local.get $e))
      (table.set (i32.rem_u (local.get $n) (i32.const 3)) (local.get $e))
      (global.set 1 (local.get $e))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
  (func (export "same") (param externref) (result externref) (local.get 0))
  (func (export "isNull") (param externref) (result i32) (ref.is_null (local.get 0))))`);
