// Which proposals a module may use and which it does use. A module that needs one that is off is
// refused with the flag that would let it through.
import { CompileError, type ErrorPlace } from '../spec/errors.js';
import { PROPOSALS, type Proposal } from '../spec/opcode-row.js';

/** The proposals that are on. */
export type Features = ReadonlySet<Proposal>;

const OFF_BY_DEFAULT: ReadonlySet<Proposal> = new Set<Proposal>(['wide-arithmetic', 'custom-page-sizes', 'custom-descriptors']);

/** Everything there is. */
export const ALL_FEATURES: Features = new Set(PROPOSALS);
/** WebAssembly 3.0, and what browsers ship beside it: threads and legacy exceptions. */
export const DEFAULT_FEATURES: Features = new Set(PROPOSALS.filter((p) => !OFF_BY_DEFAULT.has(p)));
/** WebAssembly 1.0. */
const MVP_FEATURES: Features = new Set<Proposal>(['mvp', 'mutable-globals']);

const isProposal = (name: string): name is Proposal => (PROPOSALS as readonly string[]).includes(name);

/**
 * The features meant by a comma-separated list: `name` or `+name` turns one on, `-name` off, and
 * `all`, `default` or `mvp` replaces the set so far. The list starts from the default.
 */
export function parseFeatures(list: string): Features {
  let set = new Set(DEFAULT_FEATURES);
  for (const item of list.split(',').map((s) => s.trim()).filter((s) => s !== '')) {
    const off = item.startsWith('-');
    const name = off || item.startsWith('+') ? item.slice(1) : item;
    if (item === 'all') set = new Set(ALL_FEATURES);
    else if (item === 'default') set = new Set(DEFAULT_FEATURES);
    else if (item === 'mvp') set = new Set(MVP_FEATURES);
    else if (!isProposal(name)) throw new CompileError(`unknown feature ${JSON.stringify(name)}; known are all, default, ${PROPOSALS.join(', ')}`);
    else if (off) set.delete(name);
    else set.add(name);
  }
  return set;
}

/** Checks uses of features against those that are on, and remembers them. */
export class FeatureUse {
  readonly enabled: Features;
  readonly used = new Set<Proposal>(['mvp']);

  constructor(enabled: Features) {
    this.enabled = enabled;
  }

  /** `what` needs the feature `p`. */
  require(p: Proposal, what: string, place: ErrorPlace): void {
    if (this.used.has(p)) return;
    if (!this.enabled.has(p)) throw new CompileError(`${what} needs the feature ${p}, which is off; turn it on with --features ${p}`, place);
    this.used.add(p);
  }
}
