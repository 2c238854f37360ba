import { DEFAULT_START_SECONDS } from '../base/calendarDates.js';
import { parseDuration } from '../base/duration.js';
import type { IndexedStream } from '../random/keyedStream.js';
import type { PolicyLog } from '../record/policyLog.js';
import { frozen } from './context/context.js';
import { epochSecondsOf, type MetricValues, type Observation, type RecordedObservation } from './observation.js';
import type { OpenLoopDecision } from './openLoopDecision.js';
import { type ActionAnswer, type Decision, PolicyFault, type PolicyHost } from './policy.js';
import { openPolicyStream } from './policyStream.js';

/**
 * A policy's view of recorded observations: the world goes on as it was recorded, whatever the policy decides.
 *
 * One service; `show` sets what can be seen, `decision` is what came of it.
 */
export class RecordedHost implements PolicyHost {
  readonly apiLatencySeconds: number = 0;
  readonly serviceNames: readonly string[];
  /** Those of a run's first replication with seed 1. */
  readonly random: IndexedStream;
  #observations: RecordedObservation[] = [];
  #decision: OpenLoopDecision | undefined;
  #lastAction: Observation['lastAction'];
  readonly #log: PolicyLog | undefined;
  nowAt = 0;

  /** @param log where the policy prints to */
  constructor(serviceName: string, log?: PolicyLog) {
    this.serviceNames = [serviceName];
    this.#log = log;
    this.random = openPolicyStream(serviceName, 0);
  }

  get startSeconds(): number {
    const [first] = this.#observations;
    return first === undefined ? DEFAULT_START_SECONDS : epochSecondsOf(first) - first.time;
  }

  nowSeconds(): number {
    return this.nowAt;
  }

  /** The next observation, which may not be earlier than the last. */
  show(observation: RecordedObservation): void {
    this.#observations.push(observation);
    this.#decision = undefined;
    this.nowAt = observation.time;
  }

  /** What was decided since the last `show`: the last one counts. */
  get decision(): OpenLoopDecision {
    const { time } = this.#current();
    return this.#decision ?? { time, service: this.serviceNames[0], desired: null, applied: null };
  }

  observe(serviceName: string = this.serviceNames[0]): Observation {
    if (serviceName !== this.serviceNames[0]) {
      throw new PolicyFault(`there is no service "${serviceName}"; known: ${this.serviceNames[0]}`, {
        kind: 'runtime',
        timeSeconds: this.nowAt,
      });
    }
    const { feeds, ...current } = this.#current();
    const lastAction = current.lastAction ?? this.#lastAction;
    // A server that did not answer has shown nothing, whatever else the line holds.
    const shown = (metrics: MetricValues) => (current.metricsFailed === true ? {} : { ...metrics });
    const moment = { seconds: this.nowAt, count: this.#observations.length };
    // Copies: what a policy does to them must not reach the recording, which `history` reads.
    const observation: Observation = {
      ...current,
      time: this.nowAt,
      epochSeconds: this.startSeconds + this.nowAt,
      instances: { ...current.instances },
      metrics: shown(current.metrics),
      perInstance: (current.perInstance ?? []).map((one) => ({ ...one, metrics: shown(one.metrics) })),
      resources: { ...current.resources },
      context: frozen(current.context),
      ...(current.nodes === undefined ? {} : { nodes: { ...current.nodes } }),
      ...(lastAction === undefined ? {} : { lastAction: { ...lastAction } }),
      history: (name, span) => this.#history(name, span, moment),
    };
    if (feeds === undefined) return observation;
    const through = (feed: string) =>
      Object.hasOwn(feeds, feed) ? { ...observation, metrics: shown(feeds[feed]) } : observation;
    return { ...observation, through };
  }

  act(decision: Decision): ActionAnswer {
    const { time, instances } = this.#current();
    const desired = Math.ceil(decision.desired);
    const applied = Math.min(Math.max(desired, instances.min), instances.max);
    const result = applied === desired ? 'accepted' : 'clamped';
    this.#decision = {
      time,
      service: this.serviceNames[0],
      desired,
      applied,
      result,
      ...(decision.rule === undefined ? {} : { rule: decision.rule }),
      ...(decision.reason === undefined ? {} : { reason: decision.reason }),
      ...(decision.weights === undefined ? {} : { weights: decision.weights }),
    };
    if (applied !== instances.desired) this.#lastAction = { time, desired: applied, result };
    return { result, desired: applied };
  }

  log(text: string): void {
    this.#log?.add({ timeSeconds: this.nowAt, service: this.serviceNames[0], text });
  }

  #current(): RecordedObservation {
    const current = this.#observations.at(-1);
    if (current === undefined) throw new TypeError('a recorded host shows an observation before it is asked');
    return current;
  }

  /** As it was when `count` observations had been shown. */
  #history(
    name: string,
    span: string,
    { seconds, count }: { readonly seconds: number; readonly count: number },
  ): [number, number][] {
    const spanSeconds = parseDuration(span);
    if (spanSeconds === undefined) {
      const text = `history("${name}", "${span}"): "${span}" is not a duration such as "5m"`;
      throw new PolicyFault(text, { kind: 'runtime', timeSeconds: this.nowAt });
    }
    const pairs: [number, number][] = [];
    if (this.#observations[count - 1].metricsFailed === true) return pairs;
    // From the newest back, so that a long recording costs no more than the span asked for.
    for (let index = count - 1; index >= 0; index--) {
      const { time, metrics, metricsFailed } = this.#observations[index];
      if (time < seconds - spanSeconds) break;
      if (metricsFailed === true) continue;
      const scrapedSeconds = time - (metrics.age_seconds ?? 0);
      const value = (metrics as Readonly<Record<string, number | undefined>>)[name]; // safe: names that are none give undefined
      // What two observations showed was scraped once; the age is rounded.
      const isKnown = pairs.length > 0 && pairs[pairs.length - 1][0] - scrapedSeconds < 1e-6;
      if (value === undefined || isKnown || scrapedSeconds < seconds - spanSeconds) continue;
      pairs.push([scrapedSeconds, value]);
    }
    return pairs.reverse();
  }
}
