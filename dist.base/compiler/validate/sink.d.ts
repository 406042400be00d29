import type { Instruction } from '../spec/instruction.js';
import type { FuncType } from '../spec/module.js';
import type { ValType } from '../spec/types.js';
export interface FunctionSink {
    /** Before the first instruction. `locals` holds the parameters first. */
    begin(funcIndex: number, type: FuncType, locals: readonly ValType[]): void;
    /** Every instruction in order, unreachable ones and the structure (`block`, `else`, `end`, …) included;
     * the last `end` closes the function. `i` is reused after the call returns. */
    instruction(i: Instruction): void;
}
