import { suggestion } from '../base/nearest.js';
import type { Chooser } from '../gateway/ai/routes/choosers/chooser.js';
import { describeValue } from '../policy/describeValue.js';
import { PolicyFault } from '../policy/policy.js';
import type { RouteRequest, RunningRouter } from '../policy/router.js';
import type { ArrivalBlock } from '../traffic/arrivalBlock.js';
import type { SeenTargets } from './seenTargets.js';

interface RouterChooserParts {
  readonly fileName: string;
  readonly router: RunningRouter;
  readonly seen: SeenTargets;
  requestOf(block: ArrivalBlock, arrival: number): RouteRequest;
  nowSeconds(): number;
  /** Begin of the measured span. */
  readonly fromSeconds: number;
  /** As in `RunInput`. */
  readonly onPolicy: ((virtualSeconds: number, isInside: boolean) => void) | undefined;
}

/** A router of the user's own chooses. @throws PolicyFault */
export class RouterChooser implements Chooser {
  readonly isCode = true;
  readonly #parts: RouterChooserParts;
  /** Requests of the measured span over which it said nothing. */
  silentCount = 0;

  constructor(parts: RouterChooserParts) {
    this.#parts = parts;
  }

  get findings(): readonly string[] {
    return this.#parts.router.findings;
  }

  choose(block: ArrivalBlock, arrival: number): number {
    const { router, seen, onPolicy, requestOf, nowSeconds, fromSeconds } = this.#parts;
    const now = nowSeconds();
    onPolicy?.(now, true);
    seen.refresh(router);
    const answer = router.route(requestOf(block, arrival), now);
    onPolicy?.(now, false);
    if (answer === undefined || answer === null) {
      if (block.seconds[arrival] >= fromSeconds) this.silentCount++;
      return -1;
    }
    return seen.byName.get(answer) ?? this.#reject(answer, now);
  }

  answered(target: number, ttftSeconds: number): void {
    this.#parts.seen.answered(target, ttftSeconds);
  }

  failed(target: number): void {
    this.#parts.seen.failed(target);
  }

  #reject(answer: unknown, timeSeconds: number): never {
    const { fileName, seen } = this.#parts;
    const names = [...seen.byName.keys()].map(String);
    const what = `${fileName}: route returned ${describeValue(answer)} (virtual time ${timeSeconds} s)`;
    const hint =
      typeof answer === 'string' ? suggestion(answer, names) : `Expected one of ${names.join(', ')}, or nil.`;
    throw new PolicyFault(`${what}, which is no target of the route. ${hint}`, { kind: 'value', timeSeconds });
  }
}
