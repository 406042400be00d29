// Checks what every pass may rely on, so that a pass which breaks the IR is found right after it ran: values are
// defined before their uses and visible there, argument lists match what they set, kinds agree with the opcode
// table, every region ends in a terminator, owners and indices of merges are right, nothing replaced is left.
import { OPCODES } from '../spec/opcodes.js';
import { KIND_NAMES, Kind, kindOf } from '../spec/types.js';
import { caughtBy, clausesOf, isTry } from './catches.js';
import { irOp, irOpName } from './ops.js';
import { nodeText, printFunction } from './print.js';
import { isTerminator } from './terminators.js';
const BLOCK = irOp('block'), LOOP = irOp('loop'), IF = irOp('if'), YIELD = irOp('yield');
const BR = irOp('br'), BR_IF = irOp('br_if'), BR_TABLE = irOp('br_table');
const TRY = irOp('try'), TRY_TABLE = irOp('try_table'), CAUGHT = irOp('caught');
const RESULT = irOp('result'), LOOP_PARAM = irOp('loop.param'), SELECT = irOp('select'), SELECT_T = irOp('select_t'), PARAM = irOp('param');
class Verifier {
    constructor(fn) {
        /** Control nodes we are inside of. */
        this.open = new Set();
        this.argLists = new Set();
        this.fn = fn;
        this.state = new Uint8Array(fn.nodeCount);
    }
    fail(n, message) {
        throw new Error(`IR of function ${this.fn.index}: ${message} at: ${nodeText(n)}`);
    }
    check(ok, n, message) {
        if (!ok)
            this.fail(n, message);
    }
    define(n, frame) {
        if (n.id < 0 || n.id >= this.fn.nodeCount)
            this.fail(n, `id beyond nodeCount ${this.fn.nodeCount}`);
        if (n.forward !== null)
            this.fail(n, 'a replaced node is still in its region');
        if (this.state[n.id] !== 0)
            this.fail(n, `id ${n.id} is defined twice`);
        this.state[n.id] = 1;
        frame.defined.push(n);
    }
    use(arg, user) {
        if (arg === undefined)
            this.fail(user, 'a missing argument');
        if (arg.forward !== null)
            this.fail(user, `v${arg.id} was replaced by v${arg.forward.id}`);
        const state = this.state[arg.id];
        if (state !== 1)
            this.fail(user, `v${arg.id} is ${state === 0 ? 'used before its definition' : 'not visible'}`);
        if (arg.kind === Kind.None)
            this.fail(user, `v${arg.id} has no value`);
    }
    matches(args, list, n, what) {
        const expected = list === null ? 0 : list.length;
        if (args.length !== expected)
            this.fail(n, `${what}: ${args.length} arguments for ${expected}`);
        for (let i = 0; i < args.length; i++) {
            const want = list[i].kind;
            if (args[i].kind !== want)
                this.fail(n, `${what}: v${args[i].id} is ${KIND_NAMES[args[i].kind]}, not ${KIND_NAMES[want]}`);
        }
    }
    owned(list, op, owner) {
        if (list === null)
            return;
        for (let i = 0; i < list.length; i++) {
            const n = list[i];
            if (n.op !== op)
                this.fail(owner, `v${n.id} is no ${irOpName(op)}`);
            if (n.owner !== owner)
                this.fail(owner, `v${n.id} names another owner`);
            if (n.imm !== i)
                this.fail(owner, `v${n.id} is at ${i}, not ${n.imm}`);
            if (n.args.length !== 0)
                this.fail(owner, `v${n.id} has arguments`);
        }
    }
    /** Kinds by the opcode table, where it says them. Addresses may be doubles (addresses.ts). */
    kinds(n) {
        if (n.op === SELECT || n.op === SELECT_T) {
            this.check(n.args.length === 3 && n.args[0].kind === n.kind && n.args[1].kind === n.kind && n.args[2].kind === Kind.I32, n, 'operands of select');
            return;
        }
        if (n.op >= OPCODES.length)
            return;
        const row = OPCODES[n.op];
        if (row.params === null || row.results === null || n.regions !== null)
            return;
        const words = n.args.length > row.params.length && row.params.some((t) => kindOf(t) === Kind.I64 || kindOf(t) === Kind.V128);
        if (!words) {
            this.check(n.args.length === row.params.length, n, `${n.args.length} operands instead of ${row.params.length}`);
            for (let i = 0; i < n.args.length; i++) {
                const want = kindOf(row.params[i]);
                const ok = n.args[i].kind === want || (want === Kind.I32 && n.args[i].kind === Kind.F64 && (row.width > 0 || row.effects !== 0));
                this.check(ok, n, `operand ${i} is ${KIND_NAMES[n.args[i].kind]}, not ${KIND_NAMES[want]}`);
            }
        }
        if (row.results.length === 1 && row.effects === 0)
            this.check(n.kind === kindOf(row.results[0]), n, 'kind of the result');
    }
    /** What a clause catches: defined where it is entered. */
    caught(n, clause, frame) {
        const values = caughtBy(clausesOf(n)[clause]);
        for (const c of values) {
            this.check(c.op === CAUGHT && c.owner === n && c.args.length === 0, n, `v${c.id} is no value it caught`);
            this.define(c, frame);
        }
    }
    tries(n, frame) {
        const clauses = clausesOf(n);
        this.check(n.args.length === 0 && n.regions !== null && clauses.length > 0, n, 'form of a try');
        if (n.op === TRY)
            this.check(n.regions?.length === clauses.length + 1, n, 'regions of try');
        else {
            this.check(n.regions?.length === 1 && n.edges?.length === clauses.length, n, 'regions and edges of try_table');
            clauses.forEach((_, k) => this.caught(n, k, frame));
        }
    }
    node(n, frame) {
        for (const a of n.args)
            this.use(a, n);
        this.kinds(n);
        const op = n.op;
        if (n.args.length > 0) {
            this.check(!this.argLists.has(n.args), n, 'an argument list shared with another node');
            this.argLists.add(n.args);
        }
        if (op === IF) {
            this.check(n.args.length === 1 && n.args[0].kind === Kind.I32, n, 'condition of if');
            this.check(n.regions !== null && n.regions.length === 2, n, 'regions of if');
        }
        else if (op === BLOCK)
            this.check(n.args.length === 0 && n.regions !== null && n.regions.length === 1, n, 'form of block');
        else if (op === LOOP) {
            this.check(n.regions !== null && n.regions.length === 1, n, 'form of loop');
            this.matches(n.args, n.params, n, 'loop');
        }
        else if (isTry(op))
            this.tries(n, frame);
        else if (op === BR_IF)
            this.check(n.args.length === 1 && n.args[0].kind === Kind.I32 && n.edges?.length === 1, n, 'form of br_if');
        else if (op === BR)
            this.check(n.args.length === 0 && n.edges?.length === 1, n, 'form of br');
        else if (op === BR_TABLE) {
            const table = n.aux;
            this.check(n.args.length === 1 && n.edges !== null && table.length > 0, n, 'form of br_table');
            const count = n.edges === null ? 0 : n.edges.length;
            for (const t of table)
                this.check(t >= 0 && t < count, n, `br_table entry ${t}`);
        }
        else if (op === YIELD) {
            if (frame.owner !== null)
                this.matches(n.args, frame.owner.results, n, 'yield');
        }
        else if (op === RESULT || op === LOOP_PARAM || op === PARAM || op === CAUGHT)
            this.fail(n, 'in a region');
        const plain = op === BR || op === BR_IF || op === BR_TABLE || op === TRY_TABLE;
        if (n.edges !== null) {
            for (const e of n.edges) {
                this.check(e.target.op !== IF, n, 'branch to an if');
                this.check(this.open.has(e.target), n, `branch to v${e.target.id}, which is not around it`);
                for (const a of e.args)
                    this.use(a, n);
                if (e.args.length > 0) {
                    this.check(!this.argLists.has(e.args), n, 'an argument list shared with another edge');
                    this.argLists.add(e.args);
                }
                if (plain)
                    this.matches(e.args, e.target.op === LOOP ? e.target.params : e.target.results, n, `edge to v${e.target.id}`);
            }
        }
        // The body of a try_table sees nothing of what its clauses catch.
        if (op === TRY_TABLE)
            for (const clause of clausesOf(n))
                for (const c of caughtBy(clause))
                    this.state[c.id] = 2;
        this.owned(n.results, RESULT, n);
        this.owned(n.params, LOOP_PARAM, n);
    }
    run() {
        const { fn } = this;
        const stack = [{ owner: null, region: fn.body, at: 0, index: 0, defined: [] }];
        for (const p of fn.params) {
            if (p.op !== PARAM)
                this.fail(p, 'not a param');
            this.define(p, stack[0]);
        }
        while (stack.length > 0) {
            const f = stack[stack.length - 1], nodes = f.region.nodes;
            if (f.at < nodes.length) {
                const n = nodes[f.at++];
                this.node(n, f);
                if (isTerminator(n) !== (f.at === nodes.length))
                    this.fail(n, f.at === nodes.length ? 'a region without terminator' : 'a terminator inside a region');
                this.define(n, f);
                if (n.regions !== null && n.regions.length > 0) {
                    this.open.add(n);
                    const inner = { owner: n, region: n.regions[0], at: 0, index: 0, defined: [] };
                    stack.push(inner);
                    if (n.params !== null)
                        for (const p of n.params)
                            this.define(p, inner);
                }
                else if (n.results !== null)
                    for (const r of n.results)
                        this.define(r, f);
                continue;
            }
            const owner = f.owner;
            if (nodes.length === 0)
                throw new Error(`IR of function ${fn.index}: an empty region${owner === null ? '' : ` in ${nodeText(owner)}`}`);
            const next = owner === null ? undefined : owner.regions[f.index + 1];
            const keep = next === undefined ? 0 : owner?.params?.length ?? 0;
            for (let i = keep; i < f.defined.length; i++)
                this.state[f.defined[i].id] = 2;
            f.defined.length = keep;
            if (next !== undefined) {
                f.region = next;
                f.at = 0;
                if (owner?.op === TRY)
                    this.caught(owner, f.index, f);
                f.index++;
                continue;
            }
            stack.pop();
            if (owner !== null) {
                this.open.delete(owner);
                const outer = stack[stack.length - 1];
                if (owner.results !== null)
                    for (const r of owner.results)
                        this.define(r, outer);
            }
        }
    }
}
/** Throws with the place and the whole function in text when `fn` is not well formed. */
export function verifyFunction(fn, after = '') {
    try {
        new Verifier(fn).run();
    }
    catch (e) {
        if (e instanceof Error && fn.nodeCount < 2000)
            e.message += `${after === '' ? '' : ` (after ${after})`}\n${printFunction(fn)}`;
        throw e;
    }
}
