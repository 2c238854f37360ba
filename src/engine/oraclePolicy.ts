import { formatDuration } from '../base/duration.js';
import { type LoadedPolicy, PolicyFault, type PolicyHost, type PolicyRunner } from '../policy/policy.js';
import type { StepCurve } from '../stats/stepCurve.js';

interface OracleOptions {
  /** Instances the traffic will need; undefined where nobody can know. */
  readonly needed: StepCurve | undefined;
  /** From a decision to a ready instance, seconds: the mean startup and the provider's latency. */
  readonly leadSeconds: number;
  readonly serviceName: string;
}

/**
 * The policy `oracle`: it knows the rate of the traffic, not its chance, and asks for instances one startup early.
 *
 * At t it wants the most that any instant of [t, t + lead] needs. So an instance is kept through a gap exactly when it
 * could not be back in time (the offline rule; Lin, Wierman, Andrew and Thereska, INFOCOM 2011).
 */
export function oraclePolicy({ needed, leadSeconds, serviceName }: OracleOptions): LoadedPolicy {
  return {
    name: 'oracle',
    params: {},
    aloneBecause: 'it is a yardstick and no program',
    start(host: PolicyHost): PolicyRunner {
      if (needed === undefined) {
        const why = 'its traffic is not known in advance (closed loop, sessions, or a trace of single requests)';
        throw new PolicyFault(`oracle: ${serviceName} has no demand curve: ${why}`, { kind: 'load' });
      }
      return oracleRunner(host, needed, leadSeconds);
    },
  };
}

function oracleRunner(host: PolicyHost, needed: StepCurve, leadSeconds: number): PolicyRunner {
  host.noteMetricRead?.('needed');
  const wakes = [...new Set([0, ...needed.seconds, ...needed.seconds.map((seconds) => seconds - leadSeconds)])]
    .filter((seconds) => seconds >= 0)
    .sort((a, b) => a - b);
  let next = 0;
  return {
    get nextWakeSeconds() {
      return wakes[next] ?? Number.POSITIVE_INFINITY;
    },
    wake() {
      const now = wakes[next++];
      const desired = mostIn(needed, now, now + leadSeconds);
      const reason = `${needed.at(now)} needed now, at most ${desired} within ${formatDuration(leadSeconds)}`;
      host.act({ desired, rule: 'what the traffic needs one startup ahead', reason });
    },
  };
}

/** The largest value in [from, to]. */
function mostIn(curve: StepCurve, fromSeconds: number, toSeconds: number): number {
  let most = curve.at(fromSeconds);
  for (let step = curve.stepAt(fromSeconds) + 1; step < curve.seconds.length; step++) {
    if (curve.seconds[step] > toSeconds) break;
    most = Math.max(most, curve.values[step]);
  }
  return most;
}
