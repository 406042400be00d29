import { LIMITS } from '../spec/limits.js';
import { Imm } from '../spec/opcode-row.js';
import { OPS_BY_BYTE, OPS_FB, OPS_FC, OPS_FD, OPS_FE, opId, opRow } from '../spec/opcodes.js';
import { heapOf, Heap } from '../spec/types.js';
import { ByteReader } from './reader.js';
import { readHeapType, readValType } from './value-types.js';
const EMPTY_BLOCK = { kind: 'func', params: [], results: [] };
/** Block types that give one result, by that type: shared, so that one block costs no allocation. */
const blocksByResult = new Map();
const END = opId('end');
const DELEGATE = opId('delegate');
const MEMORY_INDEX_FOLLOWS = 0x40;
export class InstructionReader extends ByteReader {
    constructor() {
        super(...arguments);
        /** Refilled by every `read`. */
        this.instruction = {
            op: opRow('nop'), offset: 0, index: 0, index2: 0, lo: 0, hi: 0, align: 0, memory: 0, lane: 0, bytes: null, labels: [],
            blockType: EMPTY_BLOCK, types: [], heap: Heap.func, from: 0, to: 0, catches: [],
        };
        /** Blocks open after the last instruction, the function's own included; 0 once its `end` has been read. */
        this.depth = 1;
        /** Whether the module declares its number of data segments, without which some instructions are malformed. */
        this.hasDataCount = true;
    }
    /** Starts anew with another range of the same bytes. */
    reset(start, end) {
        this.pos = start;
        this.end = end;
        this.depth = 1;
    }
    /** True after the `end` that closes the function; the bytes must stop there, neither sooner nor later. */
    get atEnd() {
        if (this.depth === 0) {
            if (this.pos !== this.end)
                this.fail('unexpected bytes after the end of the function body');
            return true;
        }
        if (this.pos >= this.end)
            this.fail('END opcode expected');
        return false;
    }
    /** Skips a constant expression and returns the range of its bytes, its `end` included. */
    skipExpression(types) {
        const start = this.pos;
        this.depth = 1;
        do
            this.read(types);
        while (this.depth > 0);
        return { start, end: this.pos };
    }
    /** Decodes the next instruction; `types` are the module's, for block types given by index. */
    read(types) {
        const i = this.instruction;
        i.offset = this.pos;
        if (this.pos >= this.end)
            this.failAtEnd();
        const byte = this.bytes[this.pos++];
        const op = OPS_BY_BYTE[byte] ?? this.prefixed(byte);
        i.op = op;
        switch (op.imm) {
            case Imm.none:
                if (op.id === END)
                    this.depth--;
                return;
            case Imm.local:
            case Imm.func:
            case Imm.type:
            case Imm.global:
            case Imm.table:
            case Imm.elem:
            case Imm.tag:
                i.index = this.u32();
                return;
            case Imm.label:
                i.index = this.u32();
                if (op.id === DELEGATE)
                    this.depth--;
                return;
            case Imm.i32:
                i.lo = this.s32();
                return;
            case Imm.memarg:
                this.memarg(i);
                return;
            case Imm.block:
                this.depth++;
                i.blockType = this.blockType(types);
                return;
            case Imm.i64:
                this.s64();
                i.lo = this.lo;
                i.hi = this.hi;
                return;
            case Imm.f32:
                i.lo = this.word32();
                return;
            case Imm.f64:
                i.lo = this.word32();
                i.hi = this.word32();
                return;
            case Imm.memargLane:
                this.memarg(i);
                i.lane = this.byte();
                return;
            case Imm.lane:
                // It is the only immediate here, so it is the first index too.
                i.lane = i.index = this.byte();
                return;
            default:
                this.rareImmediates(i, op, types);
        }
    }
    prefixed(byte) {
        const start = this.pos - 1;
        const rows = byte === 0xfd ? OPS_FD : byte === 0xfc ? OPS_FC : byte === 0xfb ? OPS_FB : byte === 0xfe ? OPS_FE : undefined;
        if (rows === undefined)
            this.fail(`illegal opcode 0x${byte.toString(16)}`, start);
        const sub = this.u32();
        const row = sub < rows.length ? rows[sub] : undefined;
        return row ?? this.fail(`illegal opcode 0x${byte.toString(16)} 0x${sub.toString(16)}`, start);
    }
    memarg(i) {
        const start = this.pos;
        let flags = this.u32();
        i.memory = 0;
        if (flags >= MEMORY_INDEX_FOLLOWS) {
            flags -= MEMORY_INDEX_FOLLOWS;
            if (flags < MEMORY_INDEX_FOLLOWS)
                i.memory = this.u32();
        }
        // Too large an alignment is for validation to refuse; the bits above are flags that mean nothing yet.
        if (flags >= MEMORY_INDEX_FOLLOWS)
            this.fail('malformed memop flags', start);
        i.align = flags;
        this.u64();
        i.lo = this.lo;
        i.hi = this.hi;
    }
    blockType(types) {
        const start = this.pos;
        const byte = this.peek();
        if (byte === 0x40) {
            this.pos++;
            return EMPTY_BLOCK;
        }
        // A single byte from 0x40 up is a negative number, which is how value types look.
        if (byte >= 0x40 && byte < 0x80) {
            const result = readValType(this);
            let type = blocksByResult.get(result);
            if (type === undefined)
                blocksByResult.set(result, type = { kind: 'func', params: [], results: [result] });
            return type;
        }
        const index = this.s33();
        if (index < 0)
            this.fail('malformed block type', start);
        if (index >= types.length)
            this.fail(`unknown type ${index}`, start);
        const composite = types[index].composite;
        if (composite.kind !== 'func')
            this.fail(`type ${index} is no function type, as a block needs`, start);
        return composite;
    }
    rareImmediates(i, op, types) {
        switch (op.imm) {
            case Imm.labels:
                i.labels = this.labels();
                return;
            case Imm.callIndirect:
            case Imm.tableCopy:
            case Imm.tableInit:
            case Imm.memoryCopy:
            case Imm.field:
            case Imm.typeCount:
            case Imm.typeElem:
            case Imm.typeType:
                i.index = this.u32();
                i.index2 = this.u32();
                return;
            case Imm.typeData:
                this.requireDataCount(i);
                i.index = this.u32();
                i.index2 = this.u32();
                return;
            case Imm.memory:
                i.index = i.memory = this.u32();
                return;
            case Imm.memoryInit:
                this.requireDataCount(i);
                i.index = this.u32();
                i.index2 = i.memory = this.u32();
                return;
            case Imm.data:
                this.requireDataCount(i);
                i.index = this.u32();
                return;
            case Imm.v128:
            case Imm.lanes16: {
                if (this.end - this.pos < 16)
                    this.failAtEnd();
                const start = this.skip(16);
                i.bytes = this.bytes.slice(start, start + 16);
                return;
            }
            case Imm.selectTypes: {
                const n = this.count(LIMITS.results, 'types of select');
                i.types = Array.from({ length: n }, () => readValType(this));
                return;
            }
            case Imm.heapType:
                i.to = readHeapType(this, true);
                i.heap = heapOf(i.to);
                return;
            case Imm.cast:
            case Imm.castDesc:
                i.to = readHeapType(this, op.name.endsWith('_null'));
                i.heap = heapOf(i.to);
                return;
            case Imm.brCast:
            case Imm.brCastDesc: {
                const flags = this.byte();
                if (flags > 3)
                    this.fail('malformed cast flags', this.pos - 1);
                i.index = this.u32();
                i.from = readHeapType(this, (flags & 1) !== 0);
                i.to = readHeapType(this, (flags & 2) !== 0);
                return;
            }
            case Imm.tryTable:
                this.depth++;
                i.blockType = this.blockType(types);
                this.catches(i);
                return;
            case Imm.fence:
                if (this.byte() !== 0)
                    this.fail('zero byte expected', this.pos - 1);
                return;
            default:
                this.fail(`no decoder for the immediates of ${op.name}`, i.offset);
        }
    }
    requireDataCount(i) {
        if (!this.hasDataCount)
            this.fail('data count section required', i.offset);
    }
    labels() {
        const n = this.count(LIMITS.brTable, 'br_table targets');
        const labels = [];
        for (let k = 0; k <= n; k++)
            labels.push(this.u32());
        return labels;
    }
    catches(i) {
        const n = this.count(LIMITS.catches, 'catch clauses');
        i.catches = [];
        for (let k = 0; k < n; k++) {
            const kind = this.byte();
            if (kind !== 0 && kind !== 1 && kind !== 2 && kind !== 3)
                this.fail('malformed catch clause', this.pos - 1);
            const tag = kind <= 1 ? this.u32() : 0;
            i.catches.push({ kind, tag, label: this.u32() });
        }
    }
}
