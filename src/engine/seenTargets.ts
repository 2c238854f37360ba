import type { PostedPrice } from '../gateway/ai/routes/choosers/chooserParts.js';
import { FirstTokens } from '../gateway/ai/routes/choosers/firstTokens.js';
import type { Clock } from '../kernel/clock.js';
import type { RouteTarget, RunningRouter } from '../policy/router.js';
import type { MetricsView } from '../telemetry/metricsView.js';

/** One of `to`. */
export interface SeenTarget {
  readonly name: string;
  /** Among services and providers. */
  readonly index: number;
  readonly price: PostedPrice | undefined;
  /** Of a service. */
  readonly readyCount: (() => number) | undefined;
  /** Of a provider: its bill. */
  readonly spentUsd: (() => number) | undefined;
}

interface SeenTargetsParts {
  readonly targets: readonly SeenTarget[];
  readonly view: MetricsView;
  readonly clock: Clock;
  isCooling(target: number, nowSeconds: number): boolean;
}

/** Failures that a router is shown: those of so long. */
const failureSeconds = 60;

/**
 * What a router sees of the targets of its route, as of the last scrape; whether one cools down it sees at once.
 *
 * Hot: looked at for every request, so all is made anew only where a scrape has brought something.
 */
export class SeenTargets {
  readonly #parts: SeenTargetsParts;
  readonly #firstTokens: FirstTokens;
  /** [place] when its tries failed, of the last minute. */
  readonly #failures: number[][];
  readonly #wasCooling: boolean[];
  #stamp = Number.NaN;
  /** Indexes of targets by their names. */
  readonly byName: ReadonlyMap<unknown, number>;

  constructor(parts: SeenTargetsParts) {
    const { targets, clock } = parts;
    this.#parts = parts;
    this.#firstTokens = new FirstTokens(clock, targets.length);
    this.#failures = targets.map(() => []);
    this.#wasCooling = targets.map(() => false);
    this.byName = new Map(targets.map(({ name, index }) => [name, index]));
  }

  refresh(router: RunningRouter): void {
    const { targets, view, clock, isCooling } = this.#parts;
    const stamp = view.stamp();
    if (stamp !== this.#stamp) {
      this.#stamp = stamp;
      router.show(targets.map((target, place) => this.#shown(target, place)));
      this.#wasCooling.fill(false);
    }
    for (let place = 0; place < targets.length; place++) {
      const cools = isCooling(targets[place].index, clock.nowSeconds);
      if (cools === this.#wasCooling[place]) continue;
      this.#wasCooling[place] = cools;
      router.setCooling(place, cools);
    }
  }

  answered(target: number, ttftSeconds: number): void {
    const place = this.#placeOf(target);
    if (place >= 0) this.#firstTokens.note(place, ttftSeconds);
  }

  failed(target: number): void {
    const place = this.#placeOf(target);
    if (place < 0) return;
    const { nowSeconds } = this.#parts.clock;
    const failures = this.#failures[place];
    while (failures[0] <= nowSeconds - failureSeconds) failures.shift();
    failures.push(nowSeconds);
  }

  #placeOf(target: number): number {
    return this.#parts.targets.findIndex(({ index }) => index === target);
  }

  #shown({ name, index, price, readyCount, spentUsd }: SeenTarget, place: number): RouteTarget {
    const { view, clock } = this.#parts;
    const since = clock.nowSeconds - failureSeconds;
    this.#failures[place] = this.#failures[place].filter((seconds) => seconds > since);
    const seen = readyCount === undefined ? {} : view.readings(index, view.now());
    return {
      name,
      kind: readyCount === undefined ? 'provider' : 'service',
      cooling: false,
      ...(price === undefined ? {} : { price: shownPrice(price) }),
      ...(readyCount === undefined ? {} : { ready: readyCount() }),
      metrics: {
        ...seen,
        ttft_recent_seconds: this.#firstTokens.mean(place),
        failures: this.#failures[place].length,
        ...(spentUsd === undefined ? {} : { spent_usd: spentUsd() }),
      },
    };
  }
}

function shownPrice({ input, output, cached }: PostedPrice): NonNullable<RouteTarget['price']> {
  return { input, output, ...(cached === undefined ? {} : { cached }) };
}
