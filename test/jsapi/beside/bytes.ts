// The modules that the checks beside the engine use, by name.
import { readFileSync } from 'node:fs';
import { wasm } from '../../module/wat.js';
import { concat, customSection } from './sections.js';

const TEXTS: Record<string, string> = {
  empty: '(module)',
  exports: '(module (func $f (export "f") (param i32) (result i32) (local.get 0)) (func (export "") ) (func (export "2")) (func (export "1")) (memory (export "m") 1) (table (export "t") 1 funcref) (global (export "g") i32 (i32.const 5)) (tag (export "tag")) (export "\\c3\\a9\\f0\\9f\\98\\80" (func $f)) (export "f2" (func $f)))',
  imports: '(module (import "m" "f" (func)) (import "n" "f" (func (param i32))) (import "m" "g" (global i32)) (import "m" "m" (memory 1)) (import "m" "t" (table 1 funcref)) (import "n" "tag" (tag)))',
  importFunc: '(module (import "m" "x" (func $f (result i32))) (func (export "get") (result i32) (call $f)))',
  importGlobalI32: '(module (import "m" "x" (global $g i32)) (func (export "get") (result i32) (global.get $g)))',
  importGlobalI64: '(module (import "m" "x" (global $g i64)) (func (export "get") (result i64) (global.get $g)))',
  importGlobalF32: '(module (import "m" "x" (global $g f32)) (func (export "get") (result f32) (global.get $g)))',
  importGlobalExtern: '(module (import "m" "x" (global $g externref)) (func (export "get") (result externref) (global.get $g)))',
  importGlobalFunc: '(module (import "m" "x" (global $g funcref)) (func (export "get") (result funcref) (global.get $g)))',
  importMutable: '(module (import "m" "x" (global $g (mut i32))) (func (export "get") (result i32) (global.get $g)))',
  importMemory: '(module (import "m" "x" (memory 1)) (func (export "get") (result i32) (memory.size)))',
  importTable: '(module (import "m" "x" (table $t 1 funcref)) (func (export "get") (result i32) (table.size $t)))',
  importExternTable: '(module (import "m" "x" (table $t 1 externref)) (func (export "get") (result i32) (table.size $t)))',
  importTag: '(module (import "m" "x" (tag $t)))',
  start: '(module (import "m" "s" (func $s)) (func $start (call $s)) (start $start))',
  startTrap: '(module (func $start (unreachable)) (start $start))',
  memory: '(module (memory (export "memory") 1 6) (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))) (func (export "store") (param i32 i32) (i32.store8 (local.get 0) (local.get 1))))',
  table: `(module (type $t (func)) (func $f (export "f")) (func $g) (func $other (export "other") (result i32) (i32.const 1))
    (table (export "table") 3 funcref) (export "again" (table 0)) (elem (table 0) (i32.const 0) func $f $g)
    (table $typed (export "typed") 1 funcref) (func (export "call") (param i32) (call_indirect 0 (type $t) (local.get 0))))`,
  globals: `(module (global (export "i32") i32 (i32.const 5)) (export "i32again" (global 0)) (global (export "i64") i64 (i64.const -5)) (global (export "f32") f32 (f32.const 1.5)) (global (export "f64") f64 (f64.const -0))
    (global $m (export "mutI32") (mut i32) (i32.const 5)) (global (export "mutI64") (mut i64) (i64.const 5)) (global (export "extern") (mut externref) (ref.null extern)) (global (export "func") (mut funcref) (ref.null func)) (global (export "v128") v128 (v128.const i64x2 1 2)) (global (export "mutV128") (mut v128) (v128.const i64x2 1 2))
    (func (export "getMut") (result i32) (global.get $m)) (func (export "setMut") (param i32) (global.set $m (local.get 0))))`,
  exceptions: `(module (import "m" "js" (func $js)) (import "m" "jstag" (tag $jstag (param externref)))
    (tag $t (export "tag") (param i32)) (export "tag2" (tag $t)) (tag $v (export "v128tag") (param v128))
    (func (export "throws") (param i32) (throw $t (local.get 0))) (func (export "throwsV128") (throw $v (v128.const i64x2 1 2)))
    (func (export "trap") (unreachable))
    (func (export "passes") (call $js))
    (func (export "catches") (result i32) (try (result i32) (do (call $js) (i32.const -1)) (catch $t)))
    (func (export "catchesAll") (result i32) (try (result i32) (do (call $js) (i32.const -1)) (catch_all (i32.const -2))))
    (func (export "catchesJs") (result externref) (try (result externref) (do (call $js) (ref.null extern)) (catch $jstag)))
    (func (export "rethrows") (try $l (do (call $js)) (catch_all (rethrow $l)))))`,
  functions: `(module (import "m" "host" (func $host (param i32) (result i32)))
    (func (export "i32") (param i32) (result i32) (local.get 0)) (export "i32b" (func 1)) (func (export "i64") (param i64) (result i64) (local.get 0)) (func (export "f32") (param f32) (result f32) (local.get 0)) (func (export "f64") (param f64) (result f64) (local.get 0))
    (func (export "externref") (param externref) (result externref) (local.get 0)) (func (export "funcref") (param funcref) (result funcref) (local.get 0))
    (func (export "none")) (func (export "two") (result i32 i64) (i32.const 1) (i64.const 2)) (func (export "three") (param i32 i64 f64) (result i32) (local.get 0)) (export "reexport" (func $host)))`,
  hostArgs: '(module (import "m" "host" (func $h (param i32 i64 f32 f64 externref) (result i32))) (func (export "f") (result i32) (call $h (i32.const -1) (i64.const -2) (f32.const 1.1) (f64.const -0) (ref.null extern))))',
  hostTwo: '(module (import "m" "host" (func $h (result i32 i64))) (func (export "f") (result i32 i64) (call $h)))',
  hostNone: '(module (import "m" "host" (func $h)) (func (export "f") (call $h)))',
  opaque: '(module (import "m" "host" (func $h (param v128))) (func (export "in") (param v128)) (func (export "out") (result v128) (v128.const i64x2 1 2)) (func (export "calls") (call $h (v128.const i64x2 1 2))) (export "host" (func $h)) (func (export "second") (param i32 v128) (result i32) (local.get 0)))',
  traps: `(module (memory 1) (table 2 funcref) (type $t (func)) (func $overflow (export "overflow") (call $overflow) (call $overflow))
    (func (export "unreachable") (unreachable)) (func (export "div") (drop (i32.div_s (i32.const 1) (i32.const 0)))) (func (export "divOverflow") (drop (i32.div_s (i32.const 0x80000000) (i32.const -1)))) (func (export "rem") (drop (i64.rem_u (i64.const 1) (i64.const 0))))
    (func (export "load") (drop (i32.load (i32.const -1)))) (func (export "store") (i64.store (i32.const 65530) (i64.const 1))) (func (export "trunc") (drop (i32.trunc_f64_s (f64.const 1e10)))) (func (export "nan") (drop (i64.trunc_f32_u (f32.const nan))))
    (func (export "null") (call_indirect (type $t) (i32.const 0))) (func (export "index") (call_indirect (type $t) (i32.const 9))) (func (export "get") (drop (table.get 0 (i32.const 5)))) (func (export "fill") (memory.fill (i32.const 65530) (i32.const 0) (i32.const 9))))`,
};
for (const [name, type] of [['hostI32', 'i32'], ['hostI64', 'i64'], ['hostF32', 'f32'], ['hostF64', 'f64'], ['hostExtern', 'externref'], ['hostFunc', 'funcref']]) {
  TEXTS[name] = `(module (import "m" "host" (func $h (result ${type}))) (func (export "f") (result ${type}) (call $h)))`;
}
TEXTS.badStrings = '(module (import "wasm:js-string" "length" (func (param i32) (result i32))))';

export function allBytes(): Record<string, Uint8Array> {
  const all: Record<string, Uint8Array> = Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [name, wasm(text)]));
  all.strings = new Uint8Array(readFileSync(new URL('modules/strings.wasm', import.meta.url)));
  all.bad = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 9]);
  all.invalid = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0, 10, 4, 1, 2, 0, 0x0b]);
  all.custom = concat(all.empty, customSection('a', [1, 2, 3]), customSection('b', []), customSection('a', [4]), customSection('', [5]), customSection('na\uFFFDme', [6]));
  return all;
}
