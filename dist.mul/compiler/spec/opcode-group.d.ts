import { Imm, type OpRow, type Proposal } from './opcode-row.js';
/** Code, name, signature, immediates, effects (none), width (0). */
export type TerseRow<Name extends string> = readonly [
    code: number,
    name: Name,
    signature: string,
    imm: keyof typeof Imm,
    effects?: number,
    width?: number
];
export declare const NO_PREFIX = 0;
/** Rows of one proposal and one prefix byte; `id` is given when the table is put together. */
export declare function opcodeGroup<Name extends string>(proposal: Proposal, prefix: number, rows: readonly TerseRow<Name>[]): Omit<OpRow<Name>, 'id'>[];
