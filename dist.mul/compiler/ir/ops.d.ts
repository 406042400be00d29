import { opId, type OpName } from '../spec/opcodes.js';
import type { Node } from './node.js';
export interface IrOpRow {
    readonly id: number;
    readonly name: string;
    readonly effects: number;
}
declare const IR_ONLY: readonly [readonly ['param', 0], readonly ['loop.param', 0], readonly ['result', 0], readonly ['yield', 2048], readonly ['var.get', 4096], readonly ['var.set', 8192], readonly ['caught', 0], readonly ['ret.i32', 32768], readonly ['ret.f64', 32768], readonly ['ret.ref', 32768], readonly ['set.ret.i32', 65536], readonly ['set.ret.f64', 65536], readonly ['set.ret.ref', 65536], readonly ['i32.mulhi_u', 0], readonly ['i32.mulhi_s', 0], readonly ['i32.mulhi_su', 0], readonly ['i32.mulhi53_u', 0], readonly ['i32.mulhi53_s', 0], readonly ['f64.from_u32', 0], readonly ['address64', 0], readonly ['atomic', number], readonly ['piece', number], readonly ['helper', 0], readonly ['gc.new', 16384], readonly ['gc.get', number], readonly ['gc.get.nonnull', 64], readonly ['gc.get.const', 512], readonly ['gc.get.pure', 0], readonly ['gc.set', number], readonly ['gc.index', 512], readonly ['gc.elem', 64], readonly ['gc.elem.const', 0], readonly ['gc.elem.set', 128], readonly ['gc.at', number], readonly ['gc.at.const', 512], readonly ['gc.guard', 512], readonly ['gc.test', 0], readonly ['gc.test.desc', 0], readonly ['gc.cast.desc', 512], readonly ['gc.cast', 512], readonly ['i64.pair', 0]];
export type IrOnlyName = (typeof IR_ONLY)[number][0];
export type IrOpName = OpName | IrOnlyName;
/** Id of an operation by name; resolve once, at module load. */
export declare function irOp(name: IrOpName): number;
export declare const irOpName: (op: number) => string;
export declare const IR_OP_COUNT: number;
export { opId };
/** Effects of the runtime helpers a `helper` node may name; a helper that leaves words in R writes registers. */
export declare const HELPERS: Readonly<Record<string, number>>;
/** Bits of `Effect`. */
export declare function effectsOf(n: Node): number;
/** May two operations not change places? Traps are visible, so no trap crosses a write or a trap of another kind;
 * two out-of-bounds traps look the same whichever comes first. Register and variable writes die with the function,
 * so traps may cross them; a call may not, as it may throw and a handler may read the variable. */
export declare function conflicts(a: number, b: number): boolean;
