// Which locals somebody may still read where a block ends, and at the head of a loop. SSA construction merges only those:
// of all locals assigned inside a block most are temporaries, and a merge nobody reads costs every later walk.
//
// Backwards over what the scan of assignments.ts saw of a body, again while the head of a loop learns of more. What is
// read behind a loop's head is found on a path that repeats no head, so nests take a walk for each level.
import { grown } from './control-index.js';

const GET = 0, SET = 1, BLOCK = 2, LOOP = 3, IF = 4, TRY = 5, ELSE = 6, HANDLER = 7, END = 8, END_IF = 9, BRANCH = 10, JUMP = 11;
const KIND_BITS = 4, KIND_MASK = 15;

/** Words of all sets together, and walks over the body, before giving up. */
const MOST_WORDS = 1 << 22, MOST_WALKS = 12;

/** What matters of a body, in order; and the analysis. Kept from function to function. */
export class LiveLocals {
  private events = new Int32Array(1);
  private count = 0;
  private words = 0;
  /** By block: the set at its end; of a loop, the one at its head too. */
  private end = new Int32Array(1);
  private head = new Int32Array(1);
  /** By depth of open blocks: what the other arms of an `if` or the handlers of a `try` read. */
  private others = new Int32Array(1);
  private live = new Int32Array(1);
  private readonly open: number[] = [];

  begin(): void { this.count = 0; }
  private note(kind: number, of: number): void {
    if (this.count === this.events.length) this.events = grown(this.events, this.count + 1);
    this.events[this.count++] = of << KIND_BITS | kind;
  }
  get(local: number): void { this.note(GET, local); }
  set(local: number): void { this.note(SET, local); }
  openBlock(id: number): void { this.note(BLOCK, id); }
  openLoop(id: number): void { this.note(LOOP, id); }
  openIf(id: number): void { this.note(IF, id); }
  else(): void { this.note(ELSE, 0); }
  /** What is assigned in a `try` is left alone (assignments.ts), so its handlers read what was there before it. */
  openTry(id: number): void { this.note(TRY, id); }
  handler(): void { this.note(HANDLER, 0); }
  close(id: number): void { this.note(END, id); }
  closeIf(id: number): void { this.note(END_IF, id); }
  /** A way to the end of a block or the head of a loop, which need not be taken. */
  branch(id: number, isLoop: boolean): void { this.note(BRANCH, isLoop ? ~id : id); }
  /** What follows is not reached from what is before. */
  jump(): void { this.note(JUMP, 0); }

  /** Computes the sets of blocks 0 (the body) to `blocks` - 1; false if that would take too long. */
  solve(blocks: number, locals: number): boolean {
    const words = this.words = (locals + 31) >> 5;
    if (blocks * words > MOST_WORDS) return false;
    if (this.end.length < blocks * words) {
      this.end = new Int32Array(blocks * words * 2);
      this.head = new Int32Array(blocks * words * 2);
    }
    if (this.live.length < words) this.live = new Int32Array(words * 2);
    this.end.fill(0, 0, blocks * words);
    this.head.fill(0, 0, blocks * words);
    for (let walks = 0; walks < MOST_WALKS; walks++) if (!this.walk()) return true;
    return false;
  }
  isLiveAtEnd(block: number, local: number): boolean { return (this.end[block * this.words + (local >> 5)] >>> (local & 31) & 1) !== 0; }
  isLiveAtHead(loop: number, local: number): boolean { return (this.head[loop * this.words + (local >> 5)] >>> (local & 31) & 1) !== 0; }

  /** True if the head of some loop learned of more. */
  private walk(): boolean {
    const { events, words, live, end, head, open } = this;
    let changed = false;
    live.fill(0, 0, words);
    for (let e = this.count - 1; e >= 0; e--) {
      const event = events[e], of = event >> KIND_BITS;
      switch (event & KIND_MASK) {
        case GET: live[of >> 5] |= 1 << (of & 31); break;
        case SET: live[of >> 5] &= ~(1 << (of & 31)); break;
        case END: case END_IF: {
          const depth = open.push(of) * words;
          if (this.others.length < depth) this.others = grown(this.others, depth);
          const { others } = this, other = depth - words, at = of * words;
          // Without a second arm, an `if` may go right to its end.
          const isIf = (event & KIND_MASK) === END_IF;
          for (let w = 0; w < words; w++) {
            end[at + w] = live[w];
            others[other + w] = isIf ? live[w] : 0;
          }
          break;
        }
        case ELSE: case HANDLER: {
          const depth = open.length - 1, at = open[depth] * words, other = depth * words, { others } = this;
          const isElse = (event & KIND_MASK) === ELSE;
          for (let w = 0; w < words; w++) {
            others[other + w] = isElse ? live[w] : others[other + w] | live[w];
            live[w] = end[at + w];
          }
          break;
        }
        case BLOCK: open.pop(); break;
        case IF: case TRY: {
          const other = open.length * words - words, { others } = this;
          open.pop();
          for (let w = 0; w < words; w++) live[w] |= others[other + w];
          break;
        }
        case LOOP: {
          const at = of * words;
          open.pop();
          for (let w = 0; w < words; w++) {
            if (head[at + w] === live[w]) continue;
            changed = true;
            head[at + w] = live[w];
          }
          break;
        }
        case BRANCH: {
          const from = of < 0 ? head : end, at = (of < 0 ? ~of : of) * words;
          for (let w = 0; w < words; w++) live[w] |= from[at + w];
          break;
        }
        default: live.fill(0, 0, words);
      }
    }
    open.length = 0;
    return changed;
  }
}
