// What the main thread and the workers that compile functions say to each other. All of it is plain data; function text
// travels as text, never as syntax trees.
import type { Uses } from '../emit/module-env.js';
import type { Options } from '../options.js';
import { CompileError, type ErrorPlace } from '../spec/errors.js';

/** What a worker is started with. */
export interface WorkerTask { bytes: Uint8Array<SharedArrayBuffer>; options: Options }

/** To a worker: functions `from` to `to` (exclusive), or that there are no more. */
export type Order =
  | { kind: 'constants'; constants: ReadonlyMap<number, readonly number[]> }
  | { kind: 'compile'; chunk: number; from: number; to: number }
  | { kind: 'finish' };

/** From a worker. */
export type Answer =
  | { kind: 'text'; chunk: number; text: string }
  | { kind: 'failed'; chunk: number; failure: Failure }
  | { kind: 'finished'; uses: Uses; milliseconds: number };

/** Something thrown, as data. */
export interface Failure { reason: string; /** Only of a CompileError. */ place: ErrorPlace | undefined; stack: string | undefined }

export function failureOf(e: unknown): Failure {
  if (e instanceof CompileError) {
    const { offset, section, func, funcName } = e;
    return { reason: e.reason, place: { offset, section, func, funcName }, stack: e.stack };
  }
  return { reason: e instanceof Error ? e.message : String(e), place: undefined, stack: e instanceof Error ? e.stack : undefined };
}

export function errorOf({ reason, place, stack }: Failure): Error {
  const error = place === undefined ? new Error(reason) : new CompileError(reason, place);
  if (stack !== undefined) error.stack = stack;
  return error;
}
