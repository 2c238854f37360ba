import { z } from 'zod';
import { durationSchema } from '../base/duration.js';

const inARow = (count: number, what: string) =>
  z
    .int()
    .min(1)
    .default(count)
    .meta({ description: `${what} in a row that count` });

/** What all three have, with Kubernetes' defaults. */
const probeShape = {
  initialDelay: durationSchema().prefault('0s').meta({ description: 'From the start of the process to the first' }),
  period: durationSchema({ sign: 'positive' }).prefault('10s'),
  timeout: durationSchema({ sign: 'positive' }).prefault('1s').meta({ description: 'No answer by then is a failure' }),
  failure: inARow(3, 'Failures'),
  cpu: durationSchema().prefault('0s').meta({ description: 'Of a probe, at the instance' }),
};

const livenessSchema = z
  .strictObject(probeShape)
  .meta({ description: 'Too many failures kill the process; it starts again in place' });

const readinessSchema = z
  .strictObject({ ...probeShape, success: inARow(1, 'Successes') })
  .meta({ description: 'Successes make an instance ready, failures unready until it succeeds again' });

const startupSchema = z
  .strictObject(probeShape)
  .meta({ description: 'Holds the other two back until it succeeded once; too many failures kill the process' });

/** What Kubernetes' kubelet asks the process of an instance again and again. Times in seconds. */
export const probesSchema = z
  .strictObject({
    readiness: readinessSchema.optional(),
    liveness: livenessSchema.optional(),
    startup: startupSchema.optional(),
  })
  .refine((probes) => Object.values(probes).some((probe) => probe !== undefined), {
    message:
      'probes nothing\nNone of `readiness`, `liveness` and `startup` is given.\nadd for example `readiness: {}`.',
  })
  .meta({ description: "Kubernetes' probes; with them `startup` ends when the process answers" });

export type ProbesSettings = z.output<typeof probesSchema>;
/** A liveness or startup probe has succeeded at the first success. */
export type ProbeSettings = z.output<typeof livenessSchema> & { readonly success?: number };

/** Whether the probes notice by themselves that an instance is gone. */
export function findLosses(probes: ProbesSettings | undefined): boolean {
  return probes?.readiness !== undefined || probes?.liveness !== undefined;
}
