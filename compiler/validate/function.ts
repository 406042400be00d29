// The walk over one function body: every instruction is decoded, checked and handed on, in that order
// and once. See the spec's appendix "Validation Algorithm" for the method.
import { InstructionReader } from '../decode/instruction.js';
import { readValType } from '../decode/value-types.js';
import { LIMITS } from '../spec/limits.js';
import { funcTypeAt, type FuncType, type Module } from '../spec/module.js';
import { contextOf, type ModuleContext } from './context.js';
import { HANDLERS, applySignature } from './signatures.js';
import type { FunctionSink } from './sink.js';
import { WalkState } from './walk-state.js';

/** What is reused from body to body of a module. */
interface Walker { ctx: ModuleContext; reader: InstructionReader; state: WalkState }
const walkers = new WeakMap<ModuleContext, Walker>();

function walkerOf(ctx: ModuleContext): Walker {
  let walker = walkers.get(ctx);
  if (walker === undefined) {
    walker = { ctx, reader: new InstructionReader(ctx.module.bytes), state: new WalkState(ctx) };
    walker.reader.hasDataCount = ctx.module.dataCount !== undefined;
    walker.reader.section = 'code';
    walkers.set(ctx, walker);
  }
  return walker;
}

/**
 * Validates the body of a function that is not imported (spec 3.5.3) and hands its instructions to
 * `sink`. `validateModule` has accepted the module before. Throws `CompileError`.
 */
export function validateFunction(m: Module, funcIndex: number, sink: FunctionSink | null): void {
  const { ctx, reader, state } = walkerOf(contextOf(m));
  const func = m.funcs[funcIndex];
  if (func.body === undefined) throw new Error(`function ${funcIndex} is imported`);
  const type = funcTypeAt(m, func.type);
  reader.func = state.func = funcIndex;
  reader.funcName = ctx.funcName(funcIndex);
  reader.reset(func.body.start, func.body.end);
  state.offset = func.body.start;
  state.start(type);
  readLocals(reader, state, type);
  sink?.begin(funcIndex, type, Array.from(state.locals.subarray(0, state.localCount)));
  walk(ctx, reader, state, sink);
}

/** Spec 5.5.13: parameters, then the declared locals as counts and types. */
function readLocals(reader: InstructionReader, state: WalkState, type: FuncType): void {
  for (const p of type.params) state.addLocals(p, 1, true);
  for (let groups = reader.u32(); groups > 0; groups--) {
    state.offset = reader.pos;
    const count = reader.u32();
    if (count > LIMITS.locals - state.localCount) reader.fail(`too many locals; the limit is ${LIMITS.locals}`, state.offset);
    const t = readValType(reader);
    state.ctx.checkValType(t, state.place());
    state.addLocals(t, count, false);
  }
}

function walk(ctx: ModuleContext, reader: InstructionReader, state: WalkState, sink: FunctionSink | null): void {
  const { types } = ctx.module;
  const { seen } = ctx;
  const i = reader.instruction;
  while (!reader.atEnd) {
    reader.read(types);
    const { id } = i.op;
    state.offset = i.offset;
    if (seen[id] === 0) ctx.firstUse(i.op, ctx.placeInFunction(state.func, i.offset));
    const handler = HANDLERS[id];
    if (handler === undefined) applySignature(state, id);
    else handler(state, i);
    if (sink !== null) sink.instruction(i);
  }
}
