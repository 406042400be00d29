// One walk over the function bodies that answers all that is asked about them: whether they are valid, which instructions
// they hold, and which of those the compiler cannot translate yet.
import { openBody } from '../decode/code.js';
import { FunctionBuilder } from '../ir/build.js';
import '../ir/builders.js';
import { CompileError } from '../spec/errors.js';
import type { Instruction } from '../spec/instruction.js';
import type { FuncType, Module } from '../spec/module.js';
import { OPCODES, type OpRow } from '../spec/opcodes.js';
import { I64, type ValType } from '../spec/types.js';
import type { FunctionSink } from '../validate/sink.js';
import { validateFunction } from '../validate/function.js';

export interface BodySummary {
  /** How often each instruction occurs, by row id of the opcode table. */
  counts: Float64Array;
  /** Reasons why the compiler would refuse the module, each once. */
  unsupported: Set<string>;
  /** The first error of validation. */
  error: CompileError | undefined;
}

const reasonOf = (e: unknown): string => (e instanceof CompileError ? e.reason : `internal error: ${String(e)}`);

/** Counts what it sees and hands it to a builder until that refuses. */
class Survey implements FunctionSink {
  readonly #summary: BodySummary;
  readonly #module: Module;
  #builder: FunctionBuilder | undefined;

  constructor(m: Module, summary: BodySummary) {
    this.#module = m;
    this.#summary = summary;
  }

  begin(func: number, type: FuncType, locals: readonly ValType[]): void {
    this.#build(() => {
      this.#builder = new FunctionBuilder(this.#module, undefined);
      this.#builder.begin(func, type, locals);
    });
  }

  instruction(i: Instruction): void {
    this.#summary.counts[i.op.id]++;
    if (this.#builder !== undefined) this.#build(() => this.#builder?.instruction(i));
  }

  #build(step: () => void): void {
    try {
      step();
    } catch (e) {
      this.#summary.unsupported.add(reasonOf(e));
      this.#builder = undefined;
    }
  }
}

const emptySummary = (): BodySummary => ({ counts: new Float64Array(OPCODES.length), unsupported: new Set(), error: undefined });

/** Of a module that `validateModule` has accepted. Stops at the first invalid body. */
export function surveyBodies(m: Module): BodySummary {
  const summary = emptySummary();
  const survey = new Survey(m, summary);
  try {
    for (let f = m.importedFuncs; f < m.funcs.length; f++) validateFunction(m, f, survey);
  } catch (e) {
    if (!(e instanceof CompileError)) throw e;
    return { ...countBodies(m), unsupported: summary.unsupported, error: e };
  }
  return summary;
}

/** Instructions alone, as far as they can be decoded, of a module that is not valid. */
export function countBodies(m: Module): BodySummary {
  const summary = emptySummary();
  for (let f = m.importedFuncs; f < m.funcs.length; f++) {
    if (m.types[m.funcs[f].type]?.composite.kind !== 'func') continue;
    try {
      const { reader } = openBody(m, f);
      while (!reader.atEnd) {
        reader.read(m.types);
        summary.counts[reader.instruction.op.id]++;
      }
    } catch (e) {
      if (!(e instanceof CompileError)) throw e;
    }
  }
  return summary;
}

/** Whether an instruction works on 64-bit integers, as operand, result or memory access. */
export function isI64(op: OpRow): boolean {
  return op.name.startsWith('i64.') || op.params?.includes(I64) === true || op.results?.includes(I64) === true;
}
