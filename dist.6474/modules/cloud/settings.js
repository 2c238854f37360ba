import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { presetNames } from './api/presets/names.js';
import { routeSchema } from './api/routeSettings.js';
/** The provider: how fast and how often its API answers, how much it has, how it bills. Times in seconds. */
export const cloudSchema = z
    .strictObject({
    api: z
        .strictObject({
        latency: durationSchema().prefault('0s'),
        errorRate: z.number().min(0).max(1).default(0),
        rateLimit: z.strictObject({ calls: z.int().min(1), per: durationSchema({ sign: 'positive' }) }).optional(),
        routes: z
            .array(routeSchema)
            .default([])
            .meta({ description: "Your own API: what a policy's requests do; the first route that matches is taken" }),
        preset: z
            .union([z.enum(presetNames), z.array(z.enum(presetNames))])
            .default([])
            .meta({ description: "A provider's API, or several, behind the routes" }),
    })
        .prefault({}),
    quota: z
        .int()
        .min(0)
        .optional()
        .meta({ description: 'Most instances of all services together; unlimited when left out' }),
    capacity: z
        .array(z.strictObject({ at: durationSchema(), available: z.int().min(0) }))
        .default([])
        .meta({ description: 'What the provider can run, step by step; a launch beyond it fails' }),
    billing: z
        .strictObject({
        granularity: durationSchema({ sign: 'positive' }).prefault('1s'),
        minimum: durationSchema().prefault('0s'),
        from: z.enum(['launch', 'ready']).default('launch'),
    })
        .prefault({}),
})
    .prefault({});
