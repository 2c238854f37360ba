import type { PolicyLog } from '../record/policyLog.js';
import type { RecordedObservation } from './observation.js';
import type { OpenLoopDecision } from './openLoopDecision.js';
import type { LoadedPolicy, PolicyRunner } from './policy.js';
import { RecordedHost } from './recordedHost.js';

interface OpenLoop {
  readonly policy: LoadedPolicy;
  /** In time order, of any number of services; each service has a state of its own. */
  readonly observations: readonly RecordedObservation[];
  /** The recording has no count of instances: the last decision stands for it. */
  readonly carriesDesired: boolean;
  /** Where the policy prints to. */
  readonly log?: PolicyLog;
  /** Told before and after the policy is called. */
  onPolicy(virtualSeconds: number, isInside: boolean): void;
}

/** A hundred calls to an API. */
const settleSeconds = 0.1;

/**
 * A policy's decisions on recorded observations, one for each, its state carried along.
 *
 * A policy that is asked (`decide`) is asked at every observation, whatever its `every`; a script runs on until the
 * observation's time and sees the newest one. What it has begun by then still counts: each of its calls to an API takes a
 * millisecond, even here.
 * @throws PolicyFault
 */
export function decideAll({ policy, observations, carriesDesired, log, onPolicy }: OpenLoop): OpenLoopDecision[] {
  const services = new Map<string, { readonly host: RecordedHost; runner: PolicyRunner }>();
  let carried: number | undefined;
  const nextSeconds = nextOfService(observations);
  return observations.map((observation, index) => {
    const known = services.get(observation.service);
    const host = known?.host ?? new RecordedHost(observation.service, log);
    host.show(carried === undefined ? observation : withCount(observation, carried));
    onPolicy(observation.time, true);
    const runner = known?.runner ?? policy.start(host);
    services.set(observation.service, { host, runner });
    runUntil(observation.time, runner, host);
    runBefore(Math.min(observation.time + settleSeconds, nextSeconds[index]), runner, host);
    host.nowAt = observation.time;
    if (runner.isScript !== true) runner.wake();
    onPolicy(observation.time, false);
    if (carriesDesired) carried = host.decision.applied ?? carried;
    return host.decision;
  });
}

/** The same observation of a fleet that has come to a count. */
export function withCount(observation: RecordedObservation, count: number): RecordedObservation {
  return { ...observation, instances: { ...observation.instances, desired: count, ready: count } };
}

/** The wakes up to a time. */
function runUntil(seconds: number, runner: PolicyRunner, host: RecordedHost): void {
  while (runner.isScript === true && runner.nextWakeSeconds <= seconds) wakeAtItsTime(runner, host);
}

/** The wakes before a time. */
function runBefore(seconds: number, runner: PolicyRunner, host: RecordedHost): void {
  while (runner.isScript === true && runner.nextWakeSeconds < seconds) wakeAtItsTime(runner, host);
}

function wakeAtItsTime(runner: PolicyRunner, host: RecordedHost): void {
  host.nowAt = runner.nextWakeSeconds;
  runner.wake();
}

/** For each observation, when the next of its service was made. */
function nextOfService(observations: readonly RecordedObservation[]): number[] {
  const next = new Map<string, number>();
  return observations
    .map((_, index) => observations[observations.length - 1 - index])
    .map(({ service, time }) => {
      const found = next.get(service) ?? Number.POSITIVE_INFINITY;
      next.set(service, time);
      return found;
    })
    .reverse();
}
