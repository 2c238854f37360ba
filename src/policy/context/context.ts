import { z } from 'zod';

/** A value of a context: JSON without null, which no Lua table can hold. */
export type ContextValue = string | number | boolean | readonly ContextValue[] | ContextMap;
export interface ContextMap {
  readonly [key: string]: ContextValue;
}

/** Observations carry it, so it is a few facts and no data set. */
export const contextLimits = { bytes: 1_048_576, depth: 16 } as const;

const noNull =
  'is null\nA Lua table holds no null: it cannot be told from a key that is not there.\nleave the key out.';

const contextValue: z.ZodType<ContextValue> = z
  .lazy(() =>
    z.union([z.string(), z.number(), z.boolean(), z.array(contextValue), contextMap], {
      error: ({ input }) => (input === null ? noNull : undefined),
    }),
  )
  .meta({ id: 'contextValue' });

/** Plain data under names. */
export const contextMap: z.ZodType<ContextMap> = z
  .record(
    z
      .string()
      .min(1)
      .refine((key) => key !== '__proto__', 'is no key\nIt means something else in JavaScript.\ntake another.'),
    contextValue,
  )
  .meta({ id: 'contextMap' });

/** In what the service is used: what a policy sees as `observation.context`, the same in every runtime. */
export const contextSchema = z
  .object({
    environment: z
      .union([z.string(), contextMap])
      .meta({ description: 'Where it runs: the text of --environment, or facts' }),
    model: z
      .object({ name: z.string(), version: z.string(), parameters: contextMap, metadata: contextMap })
      .partial()
      .catchall(contextValue)
      .meta({ description: 'The model that is served, and what it is used for' }),
  })
  .partial()
  .catchall(contextValue);

export type PolicyContext = z.output<typeof contextSchema>;

/** The same value, which nobody can change any more. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** The context of a run that names its environment; one that has facts of it gets the name beside them. */
export function inEnvironment(context: PolicyContext, environment: string | undefined): PolicyContext {
  if (environment === undefined) return context;
  const known = context.environment;
  // safe: its other keys are as they were
  return {
    ...context,
    environment: typeof known === 'object' ? { ...known, name: environment } : environment,
  } as PolicyContext;
}
