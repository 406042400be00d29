// The V8 of Node 20 optimises functions so early that the compiler's own are optimised before they have seen all kinds of
// instructions: they are thrown away and optimised again, several times. Waiting longer takes a third off the processor time of
// a cold build. Newer versions have a tier in between and neither this trouble nor this flag.
import { setFlagsFromString } from 'node:v8';

const LAST_MAJOR = 11;
/** Of bytecode run between two looks at a function; V8's own is 132 KiB. */
const INTERRUPT_BUDGET = 600_000;
/** Of bytecode put into a function that is optimised, in all; V8's own is 920 bytes. Less is optimised again in vain. */
const MAX_INLINED = 300;

/** To be called before the compiler runs. It holds for all threads. */
export function delayTierUp(): void {
  if (process.versions['bun'] !== undefined || Number.parseInt(process.versions.v8, 10) > LAST_MAJOR) return;
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${MAX_INLINED}`);
}
