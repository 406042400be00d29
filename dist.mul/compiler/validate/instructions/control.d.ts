import type { FuncType } from '../../spec/module.js';
import { type ValType } from '../../spec/types.js';
import { Frame, type WalkState } from '../walk-state.js';
import type { Handlers } from './handler.js';
/** Opens a block of any sort: its parameters move into the new frame. */
export declare function openBlock(w: WalkState, type: FuncType, kind: Frame): void;
/** A branch that may be taken: what it carries stays, with the label's types. */
export declare function branchMaybe(w: WalkState, types: readonly ValType[]): void;
/** The type at the end of the label's types, which a cast branch fills with the reference it tested. */
export declare function lastLabelType(w: WalkState, label: number): ValType;
/** As `branchMaybe`, for all but the last of the label's types. */
export declare function branchMaybeButLast(w: WalkState, label: number): void;
export declare const control: Handlers;
