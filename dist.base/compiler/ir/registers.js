// The operations that read and set the result registers (docs/abi.md), by the kind of the word.
import { Kind } from '../spec/types.js';
import { irOp } from './ops.js';
export const RET = { [Kind.I32]: irOp('ret.i32'), [Kind.F32]: irOp('ret.f64'), [Kind.F64]: irOp('ret.f64'), [Kind.Ref]: irOp('ret.ref') };
export const SET_RET = { [Kind.I32]: irOp('set.ret.i32'), [Kind.F32]: irOp('set.ret.f64'), [Kind.F64]: irOp('set.ret.f64'), [Kind.Ref]: irOp('set.ret.ref') };
