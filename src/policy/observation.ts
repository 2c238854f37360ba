import { z } from 'zod';
import { DATE_SECONDS, DEFAULT_START_SECONDS } from '../base/calendarDates.js';
import { metricNames } from '../telemetry/metrics.js';
import { contextSchema } from './context/context.js';

/** What happened to the last action: taken; cut by min/max; 429; quota or capacity; API error. */
export const actionResults = ['accepted', 'clamped', 'throttled', 'refused', 'failed'] as const;
export type ActionResult = (typeof actionResults)[number];

const count = z.int().min(0);
/** The metrics, their age, and the span that rates, utilizations and latencies cover. */
const metricValues = z.partialRecord(z.enum([...metricNames, 'age_seconds', 'window_seconds']), z.number());

/** What a policy may see at one tick: seconds, ratios 0..1, per service. A metric without data is absent, never 0. */
export const observationSchema = z.object({
  time: z.number().min(0).meta({ description: 'Seconds of the run' }),
  epochSeconds: z
    .number()
    .optional()
    .meta({ description: 'The same instant on the calendar of the run: since 1970, UTC' }),
  service: z.string(),
  instances: z.object({
    desired: count,
    ready: count,
    pending: count,
    starting: count,
    draining: count,
    failed: count,
    min: count,
    max: count,
  }),
  metrics: metricValues,
  metricsFailed: z.boolean().optional().meta({
    description:
      'true: the metrics server did not answer | false: it did, so what is missing in `metrics` has no data. Left out: nobody knows',
  }),
  lastAction: z
    .object({
      time: z.number(),
      desired: count,
      result: z.enum(actionResults),
      by: z.string().optional().meta({ description: 'The setting that stood in the way, where one did' }),
    })
    .optional(),
  perInstance: z
    .array(
      z.object({
        id: z.string(),
        phase: z.enum(['pending', 'starting', 'ready', 'draining']),
        startedAt: z.number(),
        /** When it was ready for the first time. */
        readyAt: z.number().optional(),
        /** Of one that was ready before: when it was last ready again, or ready no more. */
        turnedAt: z.number().optional(),
        /** Since when it has been draining. */
        deletedAt: z.number().optional(),
        healthy: z.boolean().optional().meta({
          description:
            'Whether the gateway may send to it: it knows it, and neither checks, ejection nor its breaker say no',
        }),
        metrics: metricValues,
      }),
    )
    .optional(),
  /** One instance's size and what it requests of a platform; bytes and vCPUs. Absent where the scenario does not say. */
  resources: z
    .object({
      vcpus: z.number().positive(),
      cpuRequest: z.number().positive(),
      memory: z.number().positive(),
      memoryRequest: z.number().positive(),
    })
    .partial()
    .default({}),
  context: contextSchema.default({}),
  /** Of the pool that the instances are placed on; absent where they need no nodes. */
  nodes: z.object({ ready: count, provisioning: count }).optional(),
});

type ObservationData = z.output<typeof observationSchema>;
/** One recorded observation: a line of `decide --observations`, or a row of recorded series. */
export type RecordedObservation = ObservationData & {
  /** What single feeds of a manifest showed, by the feed's name: series that were recorded for one trigger. */
  readonly feeds?: Readonly<Record<string, MetricValues>>;
};
export type InstanceCounts = ObservationData['instances'];
export type MetricValues = ObservationData['metrics'];
export type LastAction = NonNullable<ObservationData['lastAction']>;
export type InstanceObservation = NonNullable<ObservationData['perInstance']>[number];

/** The observation handed to `decide`. `perInstance` and `history` are built only when read. */
export interface Observation extends Omit<ObservationData, 'perInstance'> {
  readonly perInstance: readonly InstanceObservation[];
  /** [time, value] pairs of a metric over the last `span` (a duration such as "5m"), oldest first. */
  history(name: string, span: string): [number, number][];
  /** The same instant as one of the policy's own feeds shows it; absent where there is only one view (a recording). */
  through?(feedName: string): Observation;
}

/** The instant on the calendar, seconds since 1970; a recording that does not say it counts from 1970, or from the default start. */
export function epochSecondsOf({ time, epochSeconds }: Pick<Observation, 'time' | 'epochSeconds'>): number {
  return epochSeconds ?? (time >= DATE_SECONDS ? time : DEFAULT_START_SECONDS + time);
}

/** The instant as a feed shows it; a recording shows the same to all. */
export function seenThrough(observation: Observation, feedName: string): Observation {
  return observation.through?.(feedName) ?? observation;
}
