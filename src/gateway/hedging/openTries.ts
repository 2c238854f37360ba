/** The tries of one request that are open at once. */
export class OpenTries {
  /** When the first of them began, and how long the request had waited before. */
  readonly sinceSeconds: number;
  readonly waitedSeconds: number;
  readonly rows: number[];
  /** Instances of those that have failed. */
  readonly #failedAt: number[] = [];
  /** Tries of the request so far. */
  tryCount: number;
  /** The try after which, at `dueSeconds`, the next would begin. */
  watchedRow = -1;
  dueSeconds = 0;

  constructor(
    row: number,
    tryCount: number,
    before: { readonly sinceSeconds: number; readonly waitedSeconds: number },
  ) {
    this.rows = [row];
    this.tryCount = tryCount;
    this.sinceSeconds = before.sinceSeconds;
    this.waitedSeconds = before.waitedSeconds;
  }

  add(row: number): void {
    this.rows.push(row);
    this.tryCount++;
  }

  watched(row: number, dueSeconds: number): void {
    this.watchedRow = row;
    this.dueSeconds = dueSeconds;
  }

  /** The try has failed, at this instance; -1: at none. */
  remove(row: number, instance: number): void {
    this.rows.splice(this.rows.indexOf(row), 1);
    if (instance >= 0) this.#failedAt.push(instance);
  }

  replace(row: number, other: number): void {
    this.rows[this.rows.indexOf(row)] = other;
    if (this.watchedRow === row) this.watchedRow = other;
  }

  /** Each once. */
  triedInstances(instanceOf: (row: number) => number): readonly number[] {
    const open = this.rows.map(instanceOf).filter((instance) => instance >= 0);
    return [...new Set([...this.#failedAt, ...open])];
  }
}
