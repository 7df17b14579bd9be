/** A short report for a reader: what was tried, what came of it, how long it took. */
export class Report {
  private failed = 0;
  private lastAt = Date.now();

  constructor(private readonly write: (line: string) => void) {}

  get passed(): boolean {
    return this.failed === 0;
  }

  /** One thing that was tried and holds. */
  holds(what: string, detail = ''): void {
    this.line('✓', what, detail);
  }

  /** One thing that does not hold. */
  fails(what: string, why: string): void {
    this.failed += 1;
    this.line('✗', what, why);
  }

  private line(mark: string, what: string, detail: string): void {
    const now = Date.now();
    const took = ((now - this.lastAt) / 1000).toFixed(1);
    this.lastAt = now;
    this.write(`  ${mark} ${what}${detail && ` — ${detail}`} (${took} s)`);
  }
}
