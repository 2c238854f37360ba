import type { EvidenceWarning } from '../imports/evidence/warning.js';
import type { WorkloadProbe } from '../platforms/readProbes.js';
import type { Workload } from '../platforms/readWorkloads.js';
import type { Derived } from './derived.js';
import { seconds } from './phrases.js';

/** How much later than its process answers an instance is ready. */
export interface ProbeLag {
  readonly meanSeconds: number;
  /** It may be so much less or more. */
  readonly spreadSeconds: number;
}

/**
 * An answer falls anywhere between two probes, so half a period passes on average until it is seen: by the startup probe where
 * there is one, and readiness begins as soon as that has succeeded. Each further success that readiness needs takes a period.
 *
 * @returns undefined where no probe says when an instance is ready
 */
export function probeLagOf(probes: readonly WorkloadProbe[]): ProbeLag | undefined {
  const named = (wanted: WorkloadProbe['name']) => probes.find(({ name }) => name === wanted);
  const [startup, readiness] = [named('startup'), named('readiness')];
  const first = startup ?? readiness;
  if (first === undefined) return undefined;
  const half = first.periodSeconds / 2;
  const further = readiness === undefined ? 0 : (readiness.successCount - 1) * readiness.periodSeconds;
  return { meanSeconds: half + further, spreadSeconds: half };
}

/** What was measured from launch to ready, as launch to the first answer. */
export function untilAnswer({ value, low, high, from, ...known }: Derived, lag: ProbeLag): Derived {
  const { meanSeconds, spreadSeconds } = lag;
  const less = (measured: number) => Math.max(0, measured - meanSeconds);
  return {
    ...known,
    value: less(value),
    low: less(low - spreadSeconds),
    high: less(high + spreadSeconds),
    from: `${from}; less ${seconds(meanSeconds)}, which probes take on average until they have seen the answer`,
  };
}

/** What of a workload's probes is not as it is written. */
export function probeWarnings({ probes, placeOf }: Workload): EvidenceWarning[] {
  return probes.flatMap(({ name, container, stretchedSeconds, otherCount }): EvidenceWarning[] => {
    const where = placeOf(['containers', container, `${name}Probe`]);
    const stretched: EvidenceWarning = {
      code: 'probe-period',
      where,
      what: `the timeout of the ${name}Probe is longer than its period, and kubelet begins no probe before the last is over`,
      assumed: `a period of ${stretchedSeconds} s`,
    };
    const others: EvidenceWarning = {
      code: 'probe-of-first',
      where,
      what: `${otherCount + 1} containers have a ${name}Probe, and an instance is one process here`,
      assumed: 'that of this one',
    };
    return [...(stretchedSeconds === undefined ? [] : [stretched]), ...(otherCount === 0 ? [] : [others])];
  });
}
