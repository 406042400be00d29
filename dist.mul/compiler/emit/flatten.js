import { irOp } from '../ir/ops.js';
import { assign, continueTo, forever, ifStatement, labeled, negate, number, switchCase, switchStatement, } from './ast.js';
import { exitKey, FrameKind, headKey, NOWHERE } from './frames.js';
import { Want } from './writer.js';
const LOOP = irOp('loop'), IF = irOp('if');
export class Flattening {
    /** Starts with `n`, which is the outermost node that is too high; `takeView` is done between what enters it and it. */
    constructor(c, n, takeView) {
        /** Case of a place, -1 while nobody goes there; the places that are open. */
        this.cases = new Map();
        this.nextCase = 1;
        this.c = c;
        // In a try inside a flattened nest there is another one.
        this.state = c.flattenings.length === 1 ? c.w.state() : c.w.declare();
        c.out.push(assign(this.state, number(0)));
        const looks = c.isLoop(n);
        if (n.op === LOOP)
            c.copies.emit(n.args, n.params, c.out);
        takeView?.();
        const test = n.op === IF ? c.w.operand(n.args[0], Want.truth) : null;
        const f = this.frame = c.open(FrameKind.dispatch, n);
        c.takeExit(f, c.exitOf(n), true);
        c.breakable = null;
        c.loop = f;
        c.falloff = NOWHERE;
        c.inFlat = true;
        this.startCase(0);
        if (looks)
            this.cases.set(headKey(n), 0);
        if (test !== null)
            this.branch(n, negate(test));
    }
    startCase(number_) {
        this.c.out = [];
        this.frame.cases.push(switchCase(number(number_), this.c.out));
    }
    branch(n, test) {
        const otherwise = [];
        // An `if` has no head, so that key stands for its second arm.
        this.cases.set(headKey(n), -1);
        this.jump(headKey(n), otherwise, this.c.loop);
        this.c.out.push(ifStatement(test, otherwise, null));
    }
    /** Writes a jump to one of the flattened places; false if it is none. */
    jump(key, out, loop) {
        let target = this.cases.get(key);
        if (target === undefined)
            return false;
        if (target < 0)
            this.cases.set(key, target = this.nextCase++);
        out.push(assign(this.state, number(target)), continueTo(loop === this.frame ? null : this.c.labelOf(this.frame)));
        return true;
    }
    enter(n, isLoop, takeView) {
        const { c } = this;
        if (n.op === LOOP)
            c.copies.emit(n.args, n.params, c.out);
        takeView?.();
        const test = n.op === IF ? c.w.operand(n.args[0], Want.truth) : null;
        c.open(FrameKind.flat, n);
        if (c.exitOf(n) === exitKey(n))
            this.cases.set(exitKey(n), -1);
        if (isLoop) {
            this.cases.set(headKey(n), this.nextCase);
            this.startCase(this.nextCase++);
        }
        c.falloff = n.op === IF ? NOWHERE : c.exitOf(n);
        if (test !== null)
            this.branch(n, negate(test));
    }
    next(n) {
        this.startCase(this.cases.get(headKey(n)));
        this.cases.delete(headKey(n));
        this.c.falloff = this.c.top.kind === FrameKind.dispatch ? NOWHERE : this.c.exitOf(n);
    }
    leave(n, f) {
        const { c } = this;
        const here = c.out;
        c.close(f);
        if (n.op === LOOP)
            this.cases.delete(headKey(n));
        if (f === this.frame) {
            const loop = forever([switchStatement(this.state, f.cases)]);
            c.out.push(f.label === null ? loop : labeled(f.label, loop));
            return;
        }
        c.out = here;
        const end = this.cases.get(exitKey(n));
        if (end === undefined)
            return;
        this.cases.delete(exitKey(n));
        if (end >= 0)
            this.startCase(end);
    }
}
