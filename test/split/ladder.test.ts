// Functions as Go makes them, a loop around one table of all places to go on at, come in pieces that go through the same places.
import { compile } from 'dewasm';
import { configure } from 'dewasm/webassembly';
import { describe, expect, it } from 'vitest';
import { withLimits } from '../fuzz/limits.js';
import { Random } from '../ir/random.js';
import { wasm } from '../module/wat.js';

/** Every place works on locals of all kinds and goes on in one of Go's ways: falls into the next, jumps forward, or around the loop. */
function machine(seed: number, places: number, work: number): string {
  const r = new Random(seed);
  const step = (): string => r.pick([
    () => `(local.set $a (i32.add (i32.mul (local.get $a) (i32.const ${r.pick([3, 5, 31])})) (i32.load offset=${r.below(99)} (i32.and (local.get $b) (i32.const 255)))))`,
    () => `(local.set $b (i32.xor (local.get $a) (i32.const ${r.below(1000)})))`,
    () => '(local.set $w (i64.add (i64.mul (local.get $w) (i64.const 6364136223846793005)) (i64.extend_i32_s (local.get $a))))',
    () => '(local.set $x (f64.add (f64.mul (local.get $x) (f64.const 0.5)) (f64.convert_i32_s (local.get $b))))',
    () => `(i32.store offset=${r.below(99)} (i32.and (local.get $a) (i32.const 255)) (local.get $b))`,
  ])();
  const onward = (at: number): string => r.pick([
    () => '',
    () => (at + 1 < places ? `(br $p${at + 1 + r.below(places - at - 1)})` : '(br $out)'),
    () => (at + 1 < places ? `(br_if $p${at + 1 + r.below(places - at - 1)} (i32.and (local.get $a) (i32.const ${1 << r.below(4)})))` : ''),
    () => `(local.set $pc (i32.const ${r.below(places + 3)})) (br $again)`,
    () => `(if (i32.and (local.get $b) (i32.const 8)) (then (local.set $pc (i32.rem_u (local.get $a) (i32.const ${places}))) (br $again)))`,
    () => (r.below(4) === 0 ? '(return (i32.add (local.get $a) (i32.wrap_i64 (local.get $w))))' : ''),
  ])();
  const table = [...Array.from({ length: places + 6 }, (_, i) => (i < places ? i : r.below(places))), r.below(places)];
  if (r.below(2) === 0) for (let i = 0; i < 9; i++) table[r.below(places)] = r.below(places);
  return `(module (memory 1) (func (export "run") (param $pc i32) (param $a i32) (result i32)
    (local $b i32) (local $w i64) (local $x f64) (local $fuel i32)
    (block $out (loop $again
      (if (i32.gt_u (local.tee $fuel (i32.add (local.get $fuel) (i32.const 1))) (i32.const 40)) (then (br $out)))
      ${Array.from({ length: places }, (_, i) => `(block $p${places - 1 - i}`).join(' ')}
        (br_table ${table.map((p) => `$p${p}`).join(' ')} (local.get $pc))
      ${Array.from({ length: places }, (_, at) => `) ${Array.from({ length: r.below(work) }, step).join(' ')} ${onward(at)}`).join('\n')}))
    (i32.store (i32.const 512) (local.get $b)) (f64.store (i32.const 520) (local.get $x)) (i64.store (i32.const 528) (local.get $w))
    (i32.xor (local.get $a) (i32.xor (i32.load (i32.const 520)) (i32.xor (i32.load (i32.const 524)) (i32.xor (i32.load (i32.const 528)) (i32.load (i32.const 532))))))))`;
}

type Run = (pc: number, a: number) => number;
const PLACES = 30;

describe('a ladder in groups', () => {
  it('goes where it did', () => {
    let pieces = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const bytes = wasm(machine(seed, PLACES, 1 + seed % 9)) as BufferSource;
      const native = (run: Run): number[] => [...Array(PLACES + 9).keys(), -1, -30, 2 ** 31 - 1].flatMap((pc) => [1, 77, -5].map((a) => run(pc, a)));
      const expected = native(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.run as Run);
      for (const bytesOfPiece of [300, 1000, 2500]) {
        for (const optimize of [1, 3] as const) {
          const engine = configure({ optimize });
          const module = withLimits(0, bytesOfPiece, () => {
            pieces += compile(bytes as Uint8Array, { optimize }).code.match(/^function f0\$\d+/gm)?.length ?? 0;
            return new engine.Module(bytes);
          }, true);
          const { run } = (new engine.Instance(module as never) as unknown as { exports: { run: Run } }).exports;
          expect(native(run), `seed ${seed}, ${bytesOfPiece} bytes, level ${optimize}`).toEqual(expected);
        }
      }
    }
    expect(pieces).toBeGreaterThan(1000);
  }, 120_000);

  it('leaves little of a function that hangs on one table', () => {
    const code = withLimits(0, 3000, () => compile(wasm(machine(7, 90, 12))).code, true);
    const whole = code.slice(code.indexOf('function f0(')).split('\nfunction')[0];
    expect(code.match(/^function f0\$\d+/gm)?.length).toBeGreaterThan(4);
    expect(whole.length).toBeLessThan(6000);
  });
});
