import { type DecisionEntry, DecisionLog, type DecisionLogOptions } from '../record/decisionLog.js';
import { type BillingRule, FleetLog, type InstanceLife } from '../record/fleetLog.js';
import { outcome, RequestLog, type RequestLogOptions } from '../record/requestLog.js';

/** Takes one event of a run: plain data with `time_s` and `kind`. */
export type Tell = (event: Record<string, unknown>) => void;

const outcomeNames = ['completed', 'failed', 'rejected', 'timed_out', 'abandoned', 'aborted', 'unfinished'] as const;

interface RequestTelling extends RequestLogOptions {
  readonly tell: Tell;
  readonly sourceNames: readonly string[];
  readonly serviceNames: readonly string[];
  nowSeconds(): number;
}

/** Tells of every try and every outcome, for `--events`: the logs of other runs pay nothing for it. */
export class TellingRequestLog extends RequestLog {
  readonly #options: RequestTelling;

  constructor(options: RequestTelling) {
    super(options);
    this.#options = options;
  }

  override attempted(group: number, arrivalSeconds: number): void {
    super.attempted(group, arrivalSeconds);
    this.#tell('try', this.#options.nowSeconds(), group, { arrival_s: arrivalSeconds });
  }

  override waited(group: number, arrivalSeconds: number, waitSeconds: number): void {
    super.waited(group, arrivalSeconds, waitSeconds);
    if (waitSeconds > 0) this.#tell('waited', this.#options.nowSeconds(), group, { wait_ms: waitSeconds * 1e3 });
  }

  override ended(group: number, service: number, result: number, arrivalSeconds: number, nowSeconds: number): void {
    super.ended(group, service, result, arrivalSeconds, nowSeconds);
    const latency = result <= outcome.failed ? { latency_ms: (nowSeconds - arrivalSeconds) * 1e3 } : {};
    this.#tell(outcomeNames[result], nowSeconds, group, { arrival_s: arrivalSeconds, ...latency });
  }

  override unfinished(group: number, service: number, arrivalSeconds: number): void {
    super.unfinished(group, service, arrivalSeconds);
    this.#tell('unfinished', this.#options.toSeconds, group, { arrival_s: arrivalSeconds });
  }

  #tell(kind: string, time_s: number, group: number, rest: Readonly<Record<string, number>>): void {
    const { tell, sourceNames, serviceNames } = this.#options;
    const source = sourceNames[Math.floor(group / serviceNames.length)];
    tell({ time_s, kind, source, service: serviceNames[group % serviceNames.length], ...rest });
  }
}

interface ServiceTelling {
  readonly tell: Tell;
  readonly service: string;
}

/** Tells of every change of the ready count and of every instance that has gone. */
export class TellingFleetLog extends FleetLog {
  readonly #telling: ServiceTelling;

  constructor(
    span: { readonly fromSeconds: number; readonly toSeconds: number },
    billing: BillingRule,
    telling: ServiceTelling,
  ) {
    super(span, billing);
    this.#telling = telling;
  }

  override readyChanged(ready: number, nowSeconds: number): void {
    super.readyChanged(ready, nowSeconds);
    const { tell, service } = this.#telling;
    tell({ time_s: nowSeconds, kind: 'ready', service, ready });
  }

  override lived(life: InstanceLife): void {
    super.lived(life);
    const { tell, service } = this.#telling;
    const { launchedSeconds, readySeconds, drainSeconds, stoppedSeconds } = life;
    tell({
      time_s: stoppedSeconds,
      kind: 'stopped',
      service,
      launched_s: launchedSeconds,
      ready_s: Number.isNaN(readySeconds) ? null : readySeconds,
      drained_s: Number.isNaN(drainSeconds) ? null : drainSeconds,
    });
  }
}

/** Tells of every decision, equal ones too. */
export class TellingDecisionLog extends DecisionLog {
  readonly #telling: ServiceTelling;

  constructor(options: DecisionLogOptions, telling: ServiceTelling) {
    super(options);
    this.#telling = telling;
  }

  override record(entry: DecisionEntry): void {
    super.record(entry);
    const { tell, service } = this.#telling;
    const { timeSeconds, desired, applied, before, result, rule, reason } = entry;
    tell({ time_s: timeSeconds, kind: 'decision', service, before, desired, applied, result, rule, reason });
  }
}
