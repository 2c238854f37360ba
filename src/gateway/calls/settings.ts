import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { retriesSchema } from '../retrySettings.js';

const countSchema = z.union([
  z.number().min(0),
  z.strictObject({ uniform: z.strictObject({ min: z.int().min(0), max: z.int().min(0) }) }),
  z.strictObject({ geometric: z.strictObject({ mean: z.number().min(0) }) }),
  z.strictObject({
    empirical: z.strictObject({
      values: z.array(z.int().min(0)).min(1),
      weights: z.array(z.number().min(0)).min(1).optional(),
    }),
  }),
]);

/** How many calls an entry makes: a number, whose fraction is a chance, or whole numbers by a law. */
export type CallCount = z.output<typeof countSchema>;

const callShape = {
  request: z.string().meta({ description: 'The request class that is called' }),
  count: countSchema.default(1).meta({
    description: 'How many: a number, whose fraction is a chance, or { uniform }, { geometric } or { empirical }',
  }),
  share: z.number().min(0).max(1).default(1).meta({ description: 'Chance that the entry is made at all' }),
  timeout: durationSchema({ sign: 'positive' })
    .optional()
    .meta({ description: 'Of one try; that of the gateway when left out' }),
  retries: retriesSchema.optional().meta({ description: 'Those of the gateway when left out' }),
  onError: z
    .enum(['fail', 'ignore'])
    .default('fail')
    .meta({ description: 'A call that failed fails its caller, or is passed over' }),
  cancel: z.boolean().default(false).meta({ description: "The caller's timeout or abort cancels the call" }),
};

const callSchema = z.strictObject({
  ...callShape,
  mode: z
    .enum(['serial', 'parallel'])
    .default('serial')
    .meta({ description: 'Of several: one after the other, or at once' }),
});

const parallelSchema = z.strictObject({
  parallel: z
    .array(z.strictObject(callShape))
    .min(1)
    .meta({ description: 'Calls that begin at once; the entry ends with the slowest' }),
});

/** Calls of a request class, entry by entry, after its cpu phase and before its io. Times in seconds. */
export const callsSchema = z
  .array(z.union([callSchema, parallelSchema]))
  .min(1)
  .meta({ description: 'Requests to other services that one of this class makes, holding its slot' });

export type CallEntrySettings = z.output<typeof callsSchema>[number];
/** One call of an entry. */
export type CallSettings = Omit<z.output<typeof callSchema>, 'mode'>;

/** The calls of an entry. */
export function callsOfEntry(entry: CallEntrySettings): readonly CallSettings[] {
  return 'parallel' in entry ? entry.parallel : [entry];
}
