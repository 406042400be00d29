// Waiting and waking: memory.atomic.wait32, wait64 and notify.
import { acquired, atomicIndex, atomicViews, atomicViews64 } from './atomics.js';
import { i64ToBig, i64ToF64S } from './int64.js';
import { trap } from './traps.js';
/** 0 woken, 1 another value found, 2 timed out. The timeout is in nanoseconds, negative for none. */
export function atomicWait32(m, p, expected, l, h) {
    const i = atomicIndex(m, p, 4);
    return waitOn(m, () => Atomics.wait(atomicViews(m).i32, i, expected, timeoutOf(l, h)));
}
export function atomicWait64(m, p, el, eh, l, h) {
    const i = atomicIndex(m, p, 8);
    return waitOn(m, () => Atomics.wait(atomicViews64(m), i, i64ToBig(el, eh), timeoutOf(l, h)));
}
export function waitOn(m, wait) {
    let result = '';
    try {
        // The host refuses where its thread must not block.
        if (m.shared)
            result = wait();
    }
    catch (e) {
        result = '';
    }
    if (result === '')
        trap('Atomics.wait cannot be called in this context');
    return acquired(m, result === 'ok' ? 0 : result === 'not-equal' ? 1 : 2);
}
/** In milliseconds. */
export function timeoutOf(l, h) {
    return h < 0 ? Infinity : i64ToF64S(l, h) / 1e6;
}
/** How many were woken; waiters are found by address, whatever width they wait on. */
export function atomicNotify(m, p, count) {
    const i = atomicIndex(m, p, 4);
    return m.shared ? Atomics.notify(atomicViews(m).i32, i, count >>> 0) : 0;
}
