// The IR as text: what `--print-ir-after` shows and what tests compare. One node a line, nested regions
// indented, control nodes labelled by their own id:
//
//   function 3 "name" (v0: i32, v1: i64) -> i32 {
//     v3 = i32.add v0 v2
//     v4 = i32.load[8] v3
//     v6: block (v7: i32) {
//       br_if v3 -> v6(v4)
//       yield v2
//     }
//     v9: loop (v10: i32 = v2) -> (v12: i32) {
//       ...
//     }
//     return v7
//   }
//
// `[imm,imm2]` are immediates other than constants, `"…"` is `aux`. A kind is written where the operation
// leaves it open. Bodies may be nested thousands deep, so nothing here recurses.
import { OPCODES } from '../spec/opcodes.js';
import { KIND_NAMES, Kind, kindOf } from '../spec/types.js';
import { caughtBy, clausesOf, isTry } from './catches.js';
import { Flag } from './node.js';
import { irOp, irOpName } from './ops.js';
const I32_CONST = irOp('i32.const'), I64_CONST = irOp('i64.const'), F32_CONST = irOp('f32.const'), F64_CONST = irOp('f64.const');
const LOOP = irOp('loop'), BR_TABLE = irOp('br_table'), TRY = irOp('try'), TRY_TABLE = irOp('try_table'), RETHROW = irOp('rethrow');
/** The kind an operation always has, or -1 where it depends on the node. */
export function fixedKind(op) {
    if (op >= OPCODES.length)
        return -1;
    const { params, results } = OPCODES[op];
    if (params === null || results === null)
        return -1;
    return results.length === 0 ? Kind.None : results.length === 1 ? kindOf(results[0]) : -1;
}
const name = (n) => `v${n.id}`;
const typed = (n) => `v${n.id}: ${KIND_NAMES[n.kind]}`;
const list = (ns) => ns.map(name).join(', ');
const edgeText = (e) => `v${e.target.id}(${list(e.args)})`;
const scratch = new DataView(new ArrayBuffer(8));
function constantText(n) {
    switch (n.op) {
        case I32_CONST: return String(n.imm);
        case I64_CONST: return String((BigInt(n.imm2) << 32n) | BigInt(n.imm >>> 0));
        case F32_CONST: {
            scratch.setInt32(0, n.imm);
            const x = scratch.getFloat32(0);
            return Number.isNaN(x) ? `nan:0x${(n.imm >>> 0).toString(16)}` : floatText(x);
        }
        default: {
            scratch.setInt32(0, n.imm2);
            scratch.setInt32(4, n.imm);
            const x = scratch.getFloat64(0);
            return Number.isNaN(x) ? `nan:0x${scratch.getBigUint64(0).toString(16)}` : floatText(x);
        }
    }
}
const floatText = (x) => (Object.is(x, -0) ? '-0' : x === Infinity ? 'inf' : x === -Infinity ? '-inf' : String(x));
const isConstant = (op) => op === I32_CONST || op === I64_CONST || op === F32_CONST || op === F64_CONST;
function auxText(aux) {
    if (aux === null || aux === undefined)
        return '';
    if (typeof aux === 'string')
        return ` ${JSON.stringify(aux)}`;
    if (ArrayBuffer.isView(aux) && 'length' in aux)
        return ` by [${Array.from(aux).join(',')}]`;
    return ` ${JSON.stringify(aux, (_, v) => (typeof v === 'bigint' ? String(v) : v))}`;
}
function flagText(n) {
    let s = '';
    for (const [flag, bit] of Object.entries(Flag))
        if (n.flags & bit)
            s += ` !${flag}`;
    return s;
}
/** `catch[tag] (v1: i32)`, `catch_all ()` */
function clauseText(c) {
    return `${c.tag < 0 ? 'catch_all' : `catch[${c.tag}]`} (${caughtBy(c).map(typed).join(', ')})`;
}
function triesText(n) {
    const { skipIds, skipVar } = n.aux;
    const past = skipVar < 0 ? '' : ` past if var ${skipVar} is ${skipIds.join(', ')}`;
    return n.op === TRY_TABLE ? clausesOf(n).map((c, k) => ` ${clauseText(c)} -> ${edgeText(n.edges[k])}`).join(',') + past : past;
}
/** A node without its regions: the whole line, or what stands before the first brace. */
export function nodeText(n) {
    let s = '';
    if (n.regions !== null || n.results !== null)
        s = `v${n.id}: `;
    else if (n.kind !== Kind.None)
        s = fixedKind(n.op) === n.kind ? `v${n.id} = ` : `${typed(n)} = `;
    s += irOpName(n.op);
    if (isConstant(n.op))
        s += ` ${constantText(n)}`;
    else if (n.imm2 !== 0)
        s += `[${n.imm},${n.imm2}]`;
    else if (n.imm !== 0)
        s += `[${n.imm}]`;
    if (n.op === LOOP && n.params !== null)
        s += ` (${n.params.map((p, i) => `${typed(p)} = ${n.args[i] === undefined ? '?' : name(n.args[i])}`).join(', ')})`;
    else
        for (const a of n.args)
            s += ` v${a.id}`;
    if (isTry(n.op))
        s += triesText(n);
    else if (n.op !== BR_TABLE)
        s += auxText(n.aux);
    if (n.op === RETHROW)
        s += ` of v${n.owner.id}`;
    if (n.edges !== null && n.op !== TRY_TABLE)
        s += ` -> ${n.edges.map(edgeText).join(', ')}`;
    if (n.op === BR_TABLE)
        s += auxText(n.aux);
    if (n.results !== null && n.results.length > 0)
        s += ` -> (${n.results.map(typed).join(', ')})`;
    return s + flagText(n);
}
/** Deeper than this, indentation would be most of the text. */
const MAX_INDENT = 100;
const indentation = (depth) => '  '.repeat(Math.min(depth, MAX_INDENT));
export function printFunction(fn) {
    const out = [];
    const title = fn.name === undefined ? '' : ` ${JSON.stringify(fn.name)}`;
    const results = fn.results.length === 0 ? '' : ` -> ${fn.results.map((k) => KIND_NAMES[k]).join(', ')}`;
    const vars = fn.vars.length === 0 ? '' : ` vars ${fn.vars.map((k) => KIND_NAMES[k]).join(', ')}`;
    out.push(`function ${fn.index}${title} (${fn.params.map(typed).join(', ')})${results}${vars} {`);
    const stack = [{ node: null, region: fn.body, at: 0, index: 0 }];
    let depth = 1;
    while (stack.length > 0) {
        const f = stack[stack.length - 1];
        if (f.at < f.region.nodes.length) {
            const n = f.region.nodes[f.at++];
            const regions = n.regions, indent = indentation(depth);
            if (regions === null || regions.length === 0) {
                out.push(indent + nodeText(n));
                continue;
            }
            out.push(`${indent}${nodeText(n)} {`);
            depth++;
            stack.push({ node: n, region: regions[0], at: 0, index: 0 });
            continue;
        }
        depth--;
        const indent = indentation(depth);
        const regions = f.node?.regions;
        if (regions && f.index + 1 < regions.length) {
            out.push(`${indent}} ${f.node?.op === TRY ? clauseText(clausesOf(f.node)[f.index]) : 'else'} {`);
            depth++;
            f.index++;
            f.at = 0;
            f.region = regions[f.index];
        }
        else {
            out.push(`${indent}}`);
            stack.pop();
        }
    }
    return out.join('\n') + '\n';
}
