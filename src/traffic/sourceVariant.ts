import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { distributionSettings } from '../random/distributions/index.js';
import { arrivalSettings } from './arrivals/index.js';
import type { Source, SourceContext } from './source.js';

/** What every source may say; k6's own fields without effect are accepted, so that its scenarios can be pasted. */
const commonShape = {
  startTime: durationSchema().prefault('0s'),
  request: z.string().optional().meta({ description: 'Request class; may be left out when there is only one' }),
  exec: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  gracefulStop: durationSchema().optional().meta({ description: 'Accepted without effect' }),
};

/** Clients of a source: what their numbers over all sources have room for. */
const clientLimit = 100_000_000;

/** Fields of sources whose arrivals do not wait for answers. */
export const openShape = {
  ...commonShape,
  arrivals: arrivalSettings.prefault('poisson'),
  clients: z
    .int()
    .min(1)
    .max(clientLimit)
    .optional()
    .meta({ description: 'Whose requests they are: one of so many clients; each its own when left out' }),
  skew: z
    .number()
    .min(0)
    .max(10)
    .optional()
    .meta({ description: 'Client i sends a share proportional to i^-skew (Zipf); 0, all alike, when left out' }),
};

/** Fields of sources of virtual users. */
export const closedShape = {
  ...commonShape,
  think: distributionSettings.prefault('0s').meta({ description: 'From the answer to the next request' }),
};

/** One executor: its name, one sentence, its fields and how to open it. */
export interface SourceVariant<Name extends string, Schema extends z.ZodType> {
  readonly name: Name;
  readonly summary: string;
  readonly schema: Schema;
  build(settings: z.output<Schema>, context: SourceContext): Source;
  /** The same source with this many times its rate; of users, which come whole, the nearest number from 1. */
  scaled(settings: z.output<Schema>, factor: number): z.output<Schema>;
}

/** Types an executor. */
export function sourceVariant<const Name extends string, Schema extends z.ZodType>(
  variant: SourceVariant<Name, Schema>,
): SourceVariant<Name, Schema> {
  return variant;
}

/** k6's whole numbers: VUs and iterations. */
export const count = (minimum: number) => z.int().min(minimum);

/** A number of users times a factor: whole, and never none where there was one. */
export function scaledCount(users: number, factor: number): number {
  return users === 0 ? 0 : Math.max(1, Math.round(users * factor));
}

/** k6's shortest duration of an executor. */
export const atLeastOneSecond = () =>
  durationSchema({ sign: 'positive' }).refine((seconds) => seconds >= 1, {
    message: 'is shorter than 1s\nk6 refuses a shorter executor.\nwrite 1s or more.',
  });
