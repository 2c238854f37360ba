import type { PolicyLog } from '../record/policyLog.js';
import type { RecordedObservation } from './observation.js';
import type { LoadedPolicy, PolicyRunner } from './policy.js';
import { type OpenLoopDecision, RecordedHost } from './recordedHost.js';

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

/**
 * A policy's decisions on recorded observations, one for each, its state carried along.
 *
 * A policy that is asked (`decide`) is asked at every observation, whatever its `every`; a script runs on until the
 * observation's time and sees the newest one.
 * @throws PolicyFault
 */
export function decideAll({ policy, observations, carriesDesired, log, onPolicy }: OpenLoop): OpenLoopDecision[] {
  const services = new Map<string, { readonly host: RecordedHost; runner: PolicyRunner }>();
  let carried: number | undefined;
  return observations.map((observation) => {
    const known = services.get(observation.service);
    const host = known?.host ?? new RecordedHost(observation.service, log);
    host.show(carried === undefined ? observation : withCount(observation, carried));
    onPolicy(observation.time, true);
    const runner = known?.runner ?? policy.start(host);
    services.set(observation.service, { host, runner });
    runUntil(observation.time, runner, host);
    if (runner.isScript !== true) runner.wake();
    onPolicy(observation.time, false);
    if (carriesDesired) carried = host.decision.applied ?? carried;
    return host.decision;
  });
}

function withCount(observation: RecordedObservation, count: number): RecordedObservation {
  return { ...observation, instances: { ...observation.instances, desired: count, ready: count } };
}

function runUntil(seconds: number, runner: PolicyRunner, host: RecordedHost): void {
  while (runner.isScript === true && runner.nextWakeSeconds <= seconds) {
    host.nowAt = runner.nextWakeSeconds;
    runner.wake();
  }
  host.nowAt = seconds;
}
