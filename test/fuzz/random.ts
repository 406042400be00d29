// The fuzzer's one source of chance: seeded, so that a module can be made again from its number alone.

export class Random {
  private state: number;
  constructor(seed: number) { this.state = Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995; }

  /** 32 random bits (splitmix). */
  bits(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return t ^ (t >>> 14);
  }
  below(n: number): number { return (this.bits() >>> 0) % n; }
  /** Between the two, both included. */
  between(low: number, high: number): number { return low + this.below(high - low + 1); }
  chance(percent: number): boolean { return this.below(100) < percent; }
  pick<T>(list: readonly T[]): T { return list[this.below(list.length)]; }
  bytes(count: number): Uint8Array { return Uint8Array.from({ length: count }, () => this.bits() & 255); }
}
