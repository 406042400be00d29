// A bar for builds of many modules, on a terminal and nowhere else. One line that is drawn over; it goes away at the end.
import { clearLine, cursorTo } from 'node:readline';
import { oneLine } from './text.js';
const WIDTH = 24;
/** Builds shorter than this show nothing. */
const DELAY_MS = 300;
/** Drawing more often than this only flickers. */
const INTERVAL_MS = 50;
const SILENT = { step: () => { }, clear: () => { } };
export function startProgress(total, stream = process.stderr) {
    if (!stream.isTTY || total < 2)
        return SILENT;
    let next = performance.now() + DELAY_MS;
    let done = 0;
    let drawn = false;
    const clear = () => {
        if (!drawn)
            return;
        cursorTo(stream, 0);
        clearLine(stream, 0);
        drawn = false;
    };
    return {
        clear,
        step(name) {
            done++;
            const now = performance.now();
            if (done === total)
                clear();
            if (now < next || done === total)
                return;
            next = now + INTERVAL_MS;
            clear();
            const filled = Math.round((done / total) * WIDTH);
            const line = `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${done}/${total} ${oneLine(name)}`;
            stream.write(line.slice(0, stream.columns - 1));
            drawn = true;
        },
    };
}
