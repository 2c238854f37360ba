interface Span {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** How many there were, added up over the span: one sum, whatever happens before it. */
class SpanCount {
  readonly #span: Span;
  #count = 0;
  #balanceSeconds = 0;

  constructor(span: Span) {
    this.#span = span;
  }

  begin(nowSeconds: number): void {
    this.#count++;
    this.#balanceSeconds -= Math.max(nowSeconds, this.#span.fromSeconds);
  }

  end(nowSeconds: number): void {
    this.#count--;
    this.#balanceSeconds += Math.max(nowSeconds, this.#span.fromSeconds);
  }

  /** When the run is over. */
  get seconds(): number {
    return this.#balanceSeconds + this.#count * this.#span.toSeconds;
  }
}

/** The pools of connections of all instances of one service to another, together. */
export class PoolTotals {
  /** Calls that wait for a connection. */
  readonly waiting: SpanCount;
  /** Pools in which calls wait, and all that have been used and whose instance is there. */
  readonly full: SpanCount;
  readonly open: SpanCount;

  constructor(span: Span) {
    this.waiting = new SpanCount(span);
    this.full = new SpanCount(span);
    this.open = new SpanCount(span);
  }
}

/** How long calls waited for connections; only where instances have pools of them. */
export class PoolLog {
  readonly #span: Span;
  /** [service of the caller][service that is called] undefined where no pool was used */
  readonly totals: (PoolTotals | undefined)[][] = [];

  constructor(span: Span) {
    this.#span = span;
  }

  of(from: number, to: number): PoolTotals {
    this.totals[from] ??= [];
    this.totals[from][to] ??= new PoolTotals(this.#span);
    return this.totals[from][to];
  }
}
