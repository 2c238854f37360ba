import type { Fleet } from '../fleet/fleet.js';
import type { Provider } from '../fleet/fleetOptions.js';
import type { Stream } from '../random/stream.js';
import type { DecisionEntry, HeldDecision } from '../record/decisionLog.js';
import type { HeldBy } from '../record/heldBy.js';
import { nextForGpus } from './gpuBudget.js';
import { RateLimit } from './rateLimit.js';
import type { CloudSettings } from './settings.js';

/** How many instances a service may have. */
export interface ScalingBounds {
  readonly minCount: number;
  readonly maxCount: number;
}

/** A decision as it reaches the cloud. */
export interface ScalingDecision {
  readonly desired: number;
  readonly rule?: string | undefined;
  readonly reason?: string | undefined;
  /** What kept the policy itself from asking for more. */
  readonly heldBy?: HeldBy | undefined;
  /** A maximum of the policy's own that cut the decision before it came here. */
  readonly atMaximum?: { readonly wanted: number; readonly setting: string } | undefined;
  /** It came as a request over HTTP: a call even where it changes nothing. */
  readonly isRequest?: boolean;
  /** Outside of min..max nothing is done; else the count is cut to them. */
  readonly isStrict?: boolean;
  /** The instance that goes, by its launch number. */
  readonly instance?: number | undefined;
}

/** Why a call to the API did nothing. */
type CallFailure = 'throttled' | 'failed';

/** GPUs that all fleets share. */
export interface GpuBudget {
  readonly gpus: number;
  /** [service] by their indexes; `gpus` of an instance, 0 of those that take none */
  readonly services: readonly { readonly name: string; readonly gpus: number; readonly importance: number }[];
}

interface CloudOptions {
  readonly settings: CloudSettings;
  readonly bounds: readonly ScalingBounds[];
  /** Decides which calls fail: keyed. */
  readonly errorStream: Stream;
  readonly gpuBudget?: GpuBudget | undefined;
  /** True while a fault makes every call fail. */
  isOut(): boolean;
  nowSeconds(): number;
}

/**
 * The provider's scaling API in virtual time.
 *
 * A decision is rounded up and clamped to min..max; only a change of the desired count is a call, which may be throttled
 * (429), fail, or be refused in part: what fits quota, capacity and GPUs is granted, never less than there is.
 */
export class Cloud implements Provider {
  readonly #options: CloudOptions;
  readonly #rateLimit: RateLimit | undefined;
  #fleets: readonly Fleet[] = [];
  /** [service] instances it wishes for, as its last decision that reached the cloud; where GPUs are shared. */
  #wishes: number[] = [];
  #gotLater: ((service: number, entry: DecisionEntry) => void) | undefined;
  readonly latencySeconds: number;

  constructor(options: CloudOptions) {
    this.#options = options;
    const { latency, rateLimit } = options.settings.api;
    this.latencySeconds = latency;
    this.#rateLimit = rateLimit && new RateLimit({ calls: rateLimit.calls, perSeconds: rateLimit.per });
  }

  /**
   * The fleets it runs; they need the cloud first, so they are introduced afterwards.
   *
   * @param gotLater told when a fleet gets more since GPUs came free, and not by a decision of that moment
   */
  serve(fleets: readonly Fleet[], gotLater?: (service: number, entry: DecisionEntry) => void): void {
    this.#gotLater = gotLater;
    this.#fleets = fleets;
    this.#wishes = fleets.map(() => 0);
  }

  canLaunch(service: number): boolean {
    if (this.#options.isOut() || this.#sum((fleet) => fleet.aliveCount) >= this.#available()) return false;
    const { gpuBudget } = this.#options;
    if (gpuBudget === undefined) return true;
    const { services, gpus } = gpuBudget;
    const taken = this.#fleets.reduce((sum, fleet, index) => sum + fleet.aliveCount * services[index].gpus, 0);
    return services[service].gpus === 0 || taken + services[service].gpus <= gpus;
  }

  /** An instance has stopped: who wished for more may get its GPUs. */
  gpusFreed(): void {
    const { gpuBudget, nowSeconds, isOut } = this.#options;
    if (gpuBudget === undefined || isOut()) return;
    const timeSeconds = nowSeconds();
    for (const [service, applied] of this.#shareGpus(gpuBudget).entries()) {
      const fleet = this.#fleets[service];
      const before = fleet.desired;
      if (applied === before) continue;
      const wished = this.#wishes[service];
      fleet.accept(applied);
      const isShort = applied < wished;
      const held = isShort ? { wanted: wished, by: 'ai.gpuBudget' } : undefined;
      const reason = 'GPUs of the budget came free';
      const result = isShort ? 'refused' : 'accepted';
      this.#gotLater?.(service, {
        rule: undefined,
        timeSeconds,
        wished,
        desired: wished,
        applied,
        before,
        result,
        reason,
        held,
      });
    }
  }

  /** A call that changes nothing. */
  read(): CallFailure | undefined {
    return this.#failureOf(this.#options.nowSeconds());
  }

  /** Carries out a decision as far as it goes; what came of it is the entry for the log. */
  scale(service: number, decision: ScalingDecision): DecisionEntry {
    const { desired: wished, rule, reason, heldBy, atMaximum, instance } = decision;
    const fleet = this.#fleets[service];
    const { minCount, maxCount } = this.#options.bounds[service];
    const desired = Math.ceil(wished);
    const clamped = Math.min(Math.max(desired, minCount), maxCount);
    const before = fleet.desired;
    const timeSeconds = this.#options.nowSeconds();
    const wanted = Math.max(desired, Math.ceil(atMaximum?.wanted ?? 0));
    const ownMaximum = atMaximum && { wanted, by: atMaximum.setting };
    const held: HeldDecision | undefined = desired > maxCount ? { wanted, by: 'scaling.max' } : ownMaximum;
    // Spelled out: a copy of an object costs as much as the rest, and a decision comes at every tick.
    const entry = (applied: number, result: DecisionEntry['result'], why = held): DecisionEntry => ({
      timeSeconds,
      wished,
      desired,
      applied,
      before,
      result,
      rule,
      reason,
      heldBy,
      held: why,
    });
    const cut = clamped === desired ? 'accepted' : 'clamped';
    if (clamped === before && decision.isRequest !== true) {
      this.#wishes[service] = clamped;
      return entry(before, cut);
    }
    const failure = this.#failureOf(timeSeconds);
    if (failure !== undefined) {
      // More than this is not wished for any more, whether the cloud heard of it or not.
      this.#wishes[service] = Math.min(this.#wishes[service], clamped);
      const by = failure === 'throttled' ? 'cloud.api.rateLimit' : 'cloud.api';
      return entry(before, failure, { wanted, by });
    }
    const isWholeOrNothing = decision.isStrict === true || instance !== undefined;
    if (isWholeOrNothing && cut === 'clamped') return entry(before, cut);
    const fitting = this.#granted(fleet, clamped);
    const applied = this.#withGpus(service, fitting);
    if (applied !== before || instance !== undefined) fleet.accept(applied, instance);
    if (applied < before) this.gpusFreed();
    if (applied >= clamped) return entry(applied, cut);
    const ofProvider = this.#quota() <= this.#available() ? 'cloud.quota' : 'cloud.capacity';
    return entry(applied, 'refused', { wanted, by: applied < fitting ? 'ai.gpuBudget' : ofProvider });
  }

  /** What the shared GPUs leave of a wish; shrinking always fits. */
  #withGpus(service: number, wished: number): number {
    const { gpuBudget } = this.#options;
    this.#wishes[service] = wished;
    if (gpuBudget === undefined || wished <= this.#fleets[service].desired) return wished;
    return gpuBudget.services[service].gpus === 0 ? wished : this.#shareGpus(gpuBudget)[service];
  }

  /** [service] instances that each may have now, what is free shared out among those who wish for more. */
  #shareGpus({ services, gpus }: GpuBudget): number[] {
    const granted = this.#fleets.map(({ desired }) => desired);
    // Who is told to go holds its GPUs to the end of its drain; who is granted and not launched yet, from now.
    const taken = this.#fleets.reduce((sum, { desired, aliveCount, drainingCount }, index) => {
      return sum + (Math.max(desired, aliveCount - drainingCount) + drainingCount) * services[index].gpus;
    }, 0);
    let freeGpus = gpus - taken;
    for (;;) {
      const count = granted.reduce((sum, own) => sum + own, 0) + this.#sum(({ drainingCount }) => drainingCount);
      if (count >= Math.min(this.#quota(), this.#available())) return granted;
      const shares = services.flatMap((one, index) =>
        one.gpus > 0 ? [{ ...one, index, wished: this.#wishes[index], granted: granted[index] }] : [],
      );
      const next = nextForGpus(shares, freeGpus);
      if (next === undefined) return granted;
      granted[next.index]++;
      freeGpus -= next.gpus;
    }
  }

  #failureOf(timeSeconds: number): CallFailure | undefined {
    if (this.#rateLimit?.take(timeSeconds) === false) return 'throttled';
    const { errorRate } = this.#options.settings.api;
    const isFailed = errorRate > 0 && this.#options.errorStream.uniform() < errorRate;
    return isFailed || this.#options.isOut() ? 'failed' : undefined;
  }

  /** What quota and capacity leave of a decision to grow; shrinking always fits. */
  #granted(fleet: Fleet, wanted: number): number {
    if (wanted <= fleet.desired) return wanted;
    const others = this.#sum((other) => (other === fleet ? 0 : other.desired) + other.drainingCount);
    const room = Math.min(this.#quota(), this.#available()) - others;
    return Math.max(fleet.desired, Math.min(wanted, room));
  }

  #quota(): number {
    return this.#options.settings.quota ?? Number.POSITIVE_INFINITY;
  }

  #available(): number {
    const now = this.#options.nowSeconds();
    const step = this.#options.settings.capacity.findLast(({ at }) => at <= now);
    return step?.available ?? Number.POSITIVE_INFINITY;
  }

  #sum(numberOf: (fleet: Fleet) => number): number {
    return this.#fleets.reduce((total, fleet) => total + numberOf(fleet), 0);
  }
}
