/** A clock that moves only when a test says so. */
export class FakeClock {
  constructor(private moment: Date) {}

  readonly now = (): Date => new Date(this.moment);

  set(moment: Date | string): void {
    this.moment = new Date(moment);
  }

  advance(milliseconds: number): void {
    this.moment = new Date(this.moment.getTime() + milliseconds);
  }
}
