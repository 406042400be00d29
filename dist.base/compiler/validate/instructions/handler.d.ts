import type { Instruction } from '../../spec/instruction.js';
import type { OpName } from '../../spec/opcodes.js';
import type { WalkState } from '../walk-state.js';
export type Handler = (w: WalkState, i: Instruction) => void;
export type Handlers = Readonly<Partial<Record<OpName, Handler>>>;
