/**
 * Iterations in a row in which nothing changes but the context, which grows by one token for each request.
 *
 * The first takes T, each later one `growth` more, so k of them take k T + growth k (k - 1) / 2: the one sum by which every
 * boundary is computed, so that a jump over k and k single reads agree on where a boundary is.
 */
export class Span {
  startMicroseconds = 0;
  firstMicroseconds = 0;
  growthMicroseconds = 0;
  steps = 0;
  /** The last boundary before these iterations, or of them before a pause, which moved those that came later. */
  #keptBoundary = 0;
  #keptSteps = 0;

  /** The last of them has ended. */
  end(boundaryMicroseconds: number): void {
    this.steps = 0;
    this.#keptBoundary = boundaryMicroseconds;
    this.#keptSteps = 0;
  }

  /** All that has not ended at an instant ends later by as long. */
  postpone(nowMicroseconds: number, missedMicroseconds: number): void {
    this.#keptBoundary = this.lastBoundary(nowMicroseconds);
    this.#keptSteps = this.begunAt(nowMicroseconds) - 1;
    this.startMicroseconds += missedMicroseconds;
  }

  /** The last boundary until an instant within these iterations. */
  lastBoundary(microseconds: number): number {
    const ended = this.begunAt(microseconds) - 1;
    return ended > this.#keptSteps ? this.boundary(ended) : this.#keptBoundary;
  }

  elapsed(steps: number): number {
    return steps * this.firstMicroseconds + (this.growthMicroseconds * (steps * (steps - 1))) / 2;
  }

  /** When the iteration of this number ends; 0 gives the start. */
  boundary(steps: number): number {
    return this.startMicroseconds + this.elapsed(steps);
  }

  /** Iterations until the first boundary at or after an instant, at least one, at most those of the span. */
  stepsUntil(microseconds: number): number {
    let steps = Math.min(this.steps, Math.max(1, Math.floor(this.#root(microseconds - this.startMicroseconds))));
    // The root is off by one now and then; the sum decides.
    while (steps > 1 && this.boundary(steps - 1) >= microseconds) steps--;
    while (steps < this.steps && this.boundary(steps) < microseconds) steps++;
    return steps;
  }

  /** Iterations that have begun at an instant, itself included. */
  begunAt(microseconds: number): number {
    const steps = this.stepsUntil(microseconds);
    return steps < this.steps && this.boundary(steps) <= microseconds ? steps + 1 : steps;
  }

  /** Solves growth/2 k^2 + (T - growth/2) k = distance in the form that is stable for no growth, too. */
  #root(distance: number): number {
    if (distance <= 0) return 0;
    const a = this.growthMicroseconds / 2;
    const b = this.firstMicroseconds - a;
    const root = (2 * distance) / (b + Math.sqrt(b * b + 4 * a * distance));
    return root < this.steps ? root : this.steps;
  }
}
