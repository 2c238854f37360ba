import { z } from 'zod';
import { durationSchema } from '../../../base/duration.js';
import { nameSchema } from '../../../base/name.js';
import { retryCauses } from '../../retryRules.js';
import { cacheSchema } from '../cache/settings.js';
import { rolloutSchema } from '../rollout/settings.js';

/** What makes a request go on to the next hop of its route, as the scenario names it. */
export const fallbackCauses = [...retryCauses, 'ttft-deadline', 'context-too-long'] as const;
export type FallbackCause = (typeof fallbackCauses)[number];

const targetSchema = z.strictObject({
  service: z.string(),
  weight: z.number().min(0).default(1),
});

/** Rules by which a route chooses, beside code of the user's own. */
export const chooserNames = ['weight', 'cheapest', 'fastest'] as const;

const routerParams = z.record(nameSchema, z.union([z.number(), z.string(), z.boolean()])).default({});
const luaRouterSchema = z.strictObject({ lua: z.string(), params: routerParams });
const typeScriptRouterSchema = z.strictObject({ typescript: z.string(), params: routerParams });

/** LiteLLM's defaults: allowed_fails 3 in a minute, then 5 s (docs.litellm.ai, Retries, fallbacks and cooldowns). */
const cooldownSchema = z.strictObject({
  failures: z.int().min(1).default(3),
  window: durationSchema({ sign: 'positive' }).prefault('60s'),
  for: durationSchema({ sign: 'positive' }).prefault('5s'),
});

const routeSchema = z.strictObject({
  to: z
    .array(targetSchema)
    .min(1)
    .meta({ description: 'Where requests go, by weight: services of model servers, or providers' }),
  fallback: z.array(z.string()).default([]).meta({
    description: 'Where a request goes next when it failed there, in this order: services, providers or other routes',
  }),
  on: z
    .array(z.enum(fallbackCauses))
    .min(1)
    .optional()
    .meta({ description: 'Which failures these are, for `fallback` and `cooldown`; all when left out' }),
  rollout: rolloutSchema.optional(),
  choose: z
    .union([z.enum(chooserNames), luaRouterSchema, typeScriptRouterSchema])
    .default('weight')
    .meta({
      description:
        'How one of `to` is chosen: by weight, posted prices or the first tokens of late, or by code of yours',
    }),
  cache: cacheSchema.optional(),
  cooldown: z
    .union([cooldownSchema, z.literal('none')])
    .optional()
    .meta({
      description:
        'A service that failed so often within the window gets none for a while, if another may take them; 3 in 60s, for 5s, when left out',
    }),
  timeouts: z
    .strictObject({
      ttft: durationSchema({ sign: 'positive' })
        .optional()
        .meta({ description: 'Longest time from the begin of a try to its first token' }),
      idle: durationSchema({ sign: 'positive' })
        .optional()
        .meta({ description: 'Longest time from one token to the next' }),
      total: durationSchema({ sign: 'positive' }).optional().meta({ description: 'The request, all hops and tries' }),
    })
    .default({}),
});

export const routesSchema = z.record(nameSchema, routeSchema).meta({
  description: 'Where requests to models go, and where next when they fail; `requests.CLASS.route` names one',
});

export type RouteSettings = z.output<typeof routeSchema>;
