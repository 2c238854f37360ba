import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { sizeSchema } from '../base/quantity.js';
import { distributionSettings } from '../random/distributions/index.js';
import { controllersSchema } from './controllers.js';
import { leakSchema } from './leaks.js';
import { modelServerShape } from './models/settings.js';
import { probesSchema } from './probeSettings.js';
import { speedSettings } from './speeds/index.js';
import { startupSettings } from './startup/startup.js';
import { weightSchema } from './zoneWeights.js';

/** A count that may be very large but is never preallocated. */
const count = (minimum: number) => z.int().min(minimum);

/** One instance of a service: what it can do at once and how it comes and goes. Times in seconds, sizes in bytes. */
export const instanceSchema = z.strictObject({
  vcpus: z
    .number()
    .positive()
    .default(1)
    .meta({ description: 'Processors; n requests in their cpu phase each run at min(1, vcpus/n)' }),
  baseCpu: z
    .number()
    .min(0)
    .optional()
    .meta({ description: 'vCPUs that an instance burns on top of requests, also while idle; 0 when left out' }),
  startupCpu: z
    .strictObject({ cores: z.number().positive(), for: durationSchema({ sign: 'positive' }) })
    .optional()
    .meta({ description: 'vCPUs that startup burns on top of requests, and for how long from launch' }),
  cpuRequest: z.number().positive().optional().meta({ description: 'vCPUs requested: what platforms divide by' }),
  memoryRequest: sizeSchema().optional().meta({ description: 'Memory requested: what platforms divide by' }),
  speed: speedSettings
    .optional()
    .meta({ description: 'Total speed as a function of the requests in their cpu phase, instead of min(n, vcpus)' }),
  concurrency: count(1).optional().meta({ description: 'Slots: requests inside at once; unlimited when left out' }),
  queue: count(0)
    .optional()
    .meta({ description: 'Requests that wait at the instance when its slots are full; unlimited when left out' }),
  memory: sizeSchema().optional(),
  baseMemory: sizeSchema().prefault('0B'),
  leak: leakSchema.optional(),
  networkMbps: z.number().positive().optional(),
  startup: startupSettings
    .prefault('0s')
    .meta({ description: 'Launch to ready, one law or a sum of `phases`; with `probes` to its first answer' }),
  probes: probesSchema.optional(),
  slowStart: z
    .strictObject({ for: durationSchema({ sign: 'positive' }), factor: z.number().min(1) })
    .optional()
    .meta({ description: 'Multiplies a cpu demand at the start of its phase by the factor, falling linearly to 1' }),
  drain: durationSchema()
    .prefault('30s')
    .meta({ description: 'Scale-in: takes nothing new, finishes for up to this long, then aborts the rest' }),
  preStop: durationSchema().prefault('0s').meta({
    description: 'Goes on accepting for so long after the begin of drain, then refuses new tries; part of drain',
  }),
  dropExpired: z
    .boolean()
    .default(false)
    .meta({ description: 'At begin of service, skips requests whose try has timed out' }),
  weight: weightSchema
    .optional()
    .meta({ description: 'Of balancers that weigh: a number, or by zone, { zone: { 1: 2, 2: 1 } }; 1 when left out' }),
  node: z
    .string()
    .optional()
    .meta({ description: 'The pool of `nodes` that it is placed on, by what it requests; none when left out' }),
  poolTo: z.record(z.string(), count(1)).optional().meta({
    description: 'By service: most calls in flight to it from one instance; the others wait, holding their slot',
  }),
  ...modelServerShape,
  price: z.number().min(0).default(0).meta({ description: 'US dollars an instance-hour' }),
});

/** How many instances a service may have, and whether a policy decides it. */
export const scalingSchema = z
  .strictObject({
    min: count(0)
      .optional()
      .meta({ description: 'Defaults to that of the manifest that scales it, else 1, with perRequest to 0' }),
    max: count(0).optional().meta({ description: 'Defaults to that of the manifest that scales it, else to initial' }),
    initial: z
      .union([count(0), z.literal('needed')])
      .optional()
      .meta({
        description: '`needed`: what the first 60 s of traffic need. Defaults to min; with a trace and a max to needed',
      }),
    policy: z.string().min(1).optional().meta({ description: '`none`, or a policy that this service always has' }),
    controllers: controllersSchema.optional().meta({
      description: 'How many controllers run the policy at once, as in every worker of a gateway; 1 when left out',
    }),
    perRequest: z
      .strictObject({
        idleTimeout: distributionSettings.meta({ description: 'An instance that is idle this long stops' }),
        bill: z
          .enum(['idle', 'duration'])
          .default('idle')
          .meta({ description: 'idle: instances, idle or not | duration: only the time with a request inside' }),
        pricePerMillion: z
          .number()
          .min(0)
          .default(0)
          .meta({ description: 'US dollars a million invocations; with `bill: duration`' }),
      })
      .optional()
      .meta({ description: 'Lambda style: a request that finds no idle instance starts one; needs concurrency 1' }),
  })
  .prefault({});

/** One fleet behind the gateway. */
export const serviceSchema = z.strictObject({
  instance: instanceSchema.prefault({}),
  zones: z.int().min(1).max(1000).default(1),
  scaling: scalingSchema,
});
