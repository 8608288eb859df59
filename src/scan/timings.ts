/** CPU time of the stages of a scan. */

/** A stage and the milliseconds of wall time spent in it, time in nested stages not counted. */
export interface Timing {
  readonly stage: string;
  readonly milliseconds: number;
}

/** Adds up the time spent in named stages that may nest. */
export class Clock {
  private readonly now: () => number;
  private readonly spent = new Map<string, number>();
  private inner = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Runs `work` and books its time, less that of stages measured inside it, on `stage`. */
  measure<T>(stage: string, work: () => T): T {
    const start = this.now();
    const outer = this.inner;
    this.inner = 0;
    try {
      return work();
    } finally {
      const total = this.now() - start;
      this.spent.set(stage, (this.spent.get(stage) ?? 0) + total - this.inner);
      this.inner = outer + total;
    }
  }

  /** The stages in the order in which they began to count. */
  timings(): Timing[] {
    return [...this.spent].map(([stage, milliseconds]) => ({ stage, milliseconds }));
  }
}
