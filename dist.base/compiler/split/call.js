// The caller's side of a piece: the call, and behind it a way on for each way the piece may have gone.
import { Kind } from '../spec/types.js';
import { irOp } from '../ir/ops.js';
import { RET } from '../ir/registers.js';
import { RETURNED } from './ways.js';
import { mapped } from '../ir/mapped.js';
const PIECE = irOp('piece'), BLOCK = irOp('block'), IF = irOp('if'), BR = irOp('br'), BR_TABLE = irOp('br_table'), RETURN = irOp('return');
const YIELD = irOp('yield'), UNREACHABLE = irOp('unreachable'), VAR_SET = irOp('var.set');
/** The nodes that call `piece`, and among them those that must stay with what is before them. */
export function callPiece(fn, piece, args, ways, coded, instead) {
    const call = fn.node(PIECE, piece.results.length > 0 ? piece.results[0] : Kind.None, args);
    call.imm = piece.piece;
    const together = [];
    /** What a way does in the caller: reads what it was given, and goes where it led. */
    const follow = (way) => {
        const out = [], values = [];
        for (const g of way.gives) {
            let value = call;
            if (g.slot !== RETURNED) {
                value = fn.node(RET[g.kind], g.kind, []);
                value.imm = g.slot;
                out.push(value);
            }
            if (g.value !== null) {
                value.local = g.value.local;
                instead.set(g.value, value);
            }
            else if (g.variable >= 0) {
                const set = fn.node(VAR_SET, Kind.None, [value]);
                set.imm = g.variable;
                out.push(set);
            }
            else
                values.push(value);
        }
        if (way.target !== null) {
            let next = 0;
            const br = fn.node(BR, Kind.None, []);
            br.edges = [{ target: way.target, args: mapped(way.args, (a) => a ?? values[next++]) }];
            out.push(br);
        }
        else if (way.returns) {
            const returned = coded ? values : piece.results.length > 0 ? [call] : [];
            const n = fn.node(RETURN, Kind.None, [...returned]);
            together.push(n);
            out.push(n);
        }
        return out;
    };
    if (ways.length === 0)
        return { nodes: [call, fn.node(UNREACHABLE, Kind.None, [])], together };
    const last = ways[ways.length - 1];
    if (!coded)
        return { nodes: [call, ...follow(last)], together };
    const control = (op, operands, regions) => {
        const n = fn.node(op, Kind.None, operands);
        n.regions = regions;
        n.results = [];
        return n;
    };
    if (ways.length === 2) {
        const test = control(IF, [call], [{ nodes: follow(ways[0]) }, { nodes: [fn.node(YIELD, Kind.None, [])] }]);
        return { nodes: [call, test, ...follow(last)], together };
    }
    // A ladder, as compilers make of a switch: the code of a way stands behind the block that `br_table` leaves for it.
    const table = fn.node(BR_TABLE, Kind.None, [call]);
    table.aux = Int32Array.from(ways, (_, code) => code);
    const blocks = mapped(ways, () => control(BLOCK, [], []));
    let inner = [table];
    for (let code = 1; code < ways.length; code++) {
        blocks[code].regions = [{ nodes: inner }];
        inner = [blocks[code], ...follow(ways[code - 1])];
    }
    blocks[0].regions = [{ nodes: inner }];
    table.edges = mapped(blocks, (target) => ({ target, args: [] }));
    return { nodes: [call, blocks[0], ...follow(last)], together };
}
