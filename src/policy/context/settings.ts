import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { contextMap, contextSchema } from './context.js';

/** One that a reader of a scenario can still survey; each may take half a minute to be asked. */
const mostServers = 16;

/** Who holds a part of the context, in reality and in virtual time. */
const contextServerSchema = z.strictObject({
  command: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({ description: 'Starts a server that speaks over stdin and stdout; no shell' }),
  url: z.string().optional().meta({ description: 'Of a server that speaks over HTTP, in place of `command`' }),
  resources: z
    .record(z.string().min(1), z.string().min(1))
    .meta({ description: 'By the path in the context: the URI of a resource that is JSON' }),
  refresh: durationSchema({ sign: 'positive' }).prefault('30s').meta({ description: 'Time between two reads' }),
  outages: z
    .array(z.strictObject({ at: durationSchema(), for: durationSchema({ sign: 'positive' }) }))
    .default([])
    .meta({ description: 'When its reads fail during the run' }),
  onError: z.enum(['hold', 'fail', 'drop']).default('hold').meta({
    description: 'What a read that fails does: the last values stay, the run of the policy ends, or they are gone',
  }),
  latency: durationSchema().prefault('0s').meta({ description: 'From a read until policies see it' }),
});

/** What a scenario says of the context. */
export const contextSettingsSchema = z.strictObject({
  inline: contextSchema
    .default({})
    .meta({ description: 'What policies see as `observation.context` from the begin on' }),
  timeline: z
    .array(
      z.strictObject({
        at: durationSchema(),
        set: contextMap.meta({ description: 'Values by their path: `model.version: "2026-11"`' }),
      }),
    )
    .default([])
    .meta({ description: 'What changes during the run' }),
  mcp: z
    .array(contextServerSchema)
    .max(mostServers)
    .default([])
    .meta({ description: 'Servers of the Model Context Protocol; what they hold stands in context.lock.json' }),
});

export type ContextSettings = z.output<typeof contextSettingsSchema>;
export type ContextServer = z.output<typeof contextServerSchema>;
export type ContextOutage = ContextServer['outages'][number];
