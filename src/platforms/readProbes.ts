import { z } from 'zod';
import { formatDuration } from '../base/duration.js';

/** The times of a probe in a manifest, with the defaults of the API server. Source: the API reference of core/v1 (Probe). */
export const probeSchema = z.looseObject({
  initialDelaySeconds: z.int().min(0).default(0),
  periodSeconds: z.int().min(1).default(10),
  timeoutSeconds: z.int().min(1).default(1),
  successThreshold: z.int().min(1).default(1),
  failureThreshold: z.int().min(1).default(3),
});

type PodProbe = z.output<typeof probeSchema>;

export const probeNames = ['readiness', 'liveness', 'startup'] as const;
export type ProbeName = (typeof probeNames)[number];

/** A probe of a pod, as a scenario has it. */
export interface WorkloadProbe {
  readonly name: ProbeName;
  /** In `containers`. */
  readonly container: number;
  /** As a scenario has it; what is as Kubernetes has it anyway is left out. */
  readonly settings: Readonly<Record<string, string | number>>;
  /** The same as a value of `--set`. */
  readonly text: string;
  /** As it is taken. */
  readonly periodSeconds: number;
  readonly successCount: number;
  /** kubelet waits for a probe before the next; the period that this comes to, where it is not the one that is written. */
  readonly stretchedSeconds: number | undefined;
  /** Containers that have one, too, which is not taken. */
  readonly otherCount: number;
}

/** The probes of a pod's containers; of a kind that several have, the first. */
export function readProbes(
  containers: readonly Readonly<Partial<Record<`${ProbeName}Probe`, PodProbe | undefined>>>[],
): WorkloadProbe[] {
  return probeNames.flatMap((name): WorkloadProbe[] => {
    const having = containers.flatMap((one, index) => (one[`${name}Probe`] === undefined ? [] : [index]));
    const [container = -1] = having;
    const probe = containers[container]?.[`${name}Probe`];
    if (probe === undefined) return [];
    const { initialDelaySeconds, timeoutSeconds, successThreshold, failureThreshold } = probe;
    const periodSeconds = Math.max(probe.periodSeconds, timeoutSeconds);
    const successCount = name === 'readiness' ? successThreshold : 1;
    const values = [
      ['initialDelay', formatDuration(initialDelaySeconds), '0s'],
      ['period', formatDuration(periodSeconds), '10s'],
      ['timeout', formatDuration(timeoutSeconds), '1s'],
      ['failure', failureThreshold, 3],
      ['success', successCount, 1],
    ] as const;
    const written = values.filter(([, value, usual]) => value !== usual).map(([key, value]) => [key, value] as const);
    const stretchedSeconds = periodSeconds === probe.periodSeconds ? undefined : periodSeconds;
    const text = written.length === 0 ? '{}' : `{ ${written.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
    const taken = { settings: Object.fromEntries(written), text, periodSeconds, successCount };
    return [{ name, container, ...taken, stretchedSeconds, otherCount: having.length - 1 }];
  });
}
