import { z } from 'zod';
import { DATE_SECONDS } from '../base/calendarDates.js';
import { durationSchema } from '../base/duration.js';
import { mapValues } from '../base/mapValues.js';
import { nameSchema } from '../base/name.js';
import { cloudSchema } from '../cloud/settings.js';
import { faultSchema } from '../faults/kinds/index.js';
import { modelSchema } from '../fleet/models/settings.js';
import { nodePoolSchema } from '../fleet/nodes/settings.js';
import { serviceSchema } from '../fleet/settings.js';
import { aiSchema } from '../gateway/ai/settings.js';
import { callsSchema } from '../gateway/calls/settings.js';
import { serviceGatewaySchema } from '../gateway/serviceSettings.js';
import { gatewaySchema } from '../gateway/settings.js';
import { contextSettingsSchema } from '../policy/context/settings.js';
import { occurrencePeriods } from '../results/runsPerMonth.js';
import { telemetrySchema } from '../telemetry/settings.js';
import { requestClassSchema } from '../traffic/requestClass.js';
import { isClosedLoop, sourceSettings } from '../traffic/sources/index.js';
import { parseTime } from '../traffic/trace/time.js';
import { firstTargets } from './routeTargets.js';

/** A map of named things with at least one of them. */
const named = <Value extends z.ZodType>(value: Value, what: string) =>
  z
    .record(nameSchema, value)
    .refine((map) => Object.keys(map).length > 0, `is empty\nA scenario needs at least one ${what}.\nadd a ${what}.`);

const assumptionSchema = z.strictObject({
  path: z.string().min(1).meta({ description: 'Key path of the value, e.g. services.web.instance.startup' }),
  low: z.union([z.string(), z.number()]).optional(),
  high: z.union([z.string(), z.number()]).optional(),
  basis: z.enum(['measured', 'derived', 'asked', 'default', 'guess']),
  from: z.string().optional().meta({ description: 'Where the value comes from' }),
});

/** k6's thresholds: one expression or a list, as text or in k6's object form. */
const thresholdsSchema = z.record(
  z.string(),
  z.union([
    z.string(),
    z.array(
      z.union([
        z.string(),
        z.strictObject({
          threshold: z.string(),
          abortOnFail: z.boolean().optional(),
          delayAbortEval: z.string().optional(),
        }),
      ]),
    ),
  ]),
);

const sloSchema = z.strictObject({
  latency: durationSchema({ sign: 'positive' }).meta({ description: 'A good request completed within it' }),
  ttft: durationSchema({ sign: 'positive' })
    .optional()
    .meta({ description: 'A good answer of a model server had its first token within it, from the intended arrival' }),
  itl: durationSchema({ sign: 'positive' })
    .optional()
    .meta({ description: 'A good answer of a model server took no longer than it from token to token, on average' }),
  objective: z.number().gt(0).lt(1).meta({ description: 'Share of the requests that must be good' }),
  gate: z
    .boolean()
    .default(true)
    .meta({ description: 'Missing it fails the command (exit code 99); false: it is only reported' }),
});

/** What `os.getenv` of a policy sees; every value is text there. */
const environmentSchema = z.record(
  z.string().regex(/^[^=\0]+$/, 'is no name of a variable\nNames are not empty and hold no "=".\nwrite NAME: value.'),
  z.union(
    [z.string(), z.number(), z.boolean()],
    'is not one text\nA variable of the environment holds one text.\nwrite NAME: "value".',
  ),
);

/** A request class with its calls, which are the gateway's. */
export const callingClassSchema = requestClassSchema.extend({ calls: callsSchema.optional() });

/** A service with its rules at the gateway, which are the gateway's. */
export const entranceServiceSchema = serviceSchema.extend({ gateway: serviceGatewaySchema.optional() });

/** A scenario file. Each part's schema stands in the folder that owns it. */
export const scenarioSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'For editors of JSON files' }),
  name: nameSchema,
  description: z.string().optional(),
  duration: durationSchema({ sign: 'positive' }).meta({ description: 'The run ends here' }),
  warmup: durationSchema().prefault('0s').meta({ description: 'First part of the duration; measures leave it out' }),
  start: z
    .string()
    .refine((text) => (parseTime(text, 's') ?? 0) >= DATE_SECONDS && /^\d{4}-/.test(text.trim()), {
      message:
        'is not a date and time\nIt is what clocks show at second 0 of the run, in UTC.\nwrite for example 2026-01-05T08:00:00Z.',
    })
    .optional()
    .meta({ description: 'Date and time of second 0, UTC; that of a trace with dates, else Monday 2026-01-05 0:00' }),
  occurs: z
    .strictObject({ times: z.number().positive(), per: z.enum(occurrencePeriods) })
    .optional()
    .meta({ description: 'How often this happens; $/month of a run shorter than a day needs it' }),
  seed: z.int().min(0).default(1),
  policies: z.array(z.string().min(1)).default([]).meta({ description: 'The candidates; --policy replaces them' }),
  policyEnv: environmentSchema
    .default({})
    .meta({ description: 'What os.getenv of a Lua policy sees; nothing of the machine it runs on' }),
  traffic: named(sourceSettings, 'source'),
  requests: named(callingClassSchema, 'request class'),
  services: named(entranceServiceSchema, 'service'),
  models: z
    .record(nameSchema, modelSchema)
    .optional()
    .meta({ description: 'How models run on GPUs; `instance.model` names the one that a service serves' }),
  nodes: z
    .record(nameSchema, nodePoolSchema)
    .optional()
    .meta({ description: 'Pools of machines; `instance.node` names the one that instances are placed on' }),
  gateway: gatewaySchema,
  ai: aiSchema.optional().meta({ description: 'What the gateway knows of models, tokens and who asks' }),
  context: contextSettingsSchema.optional().meta({ description: 'In what the service is used: policies see it' }),
  telemetry: telemetrySchema,
  cloud: cloudSchema,
  faults: z.array(faultSchema).default([]),
  slo: sloSchema.optional(),
  assumptions: z.array(assumptionSchema).default([]),
  thresholds: thresholdsSchema.default({}),
});

/** What a scenario file may say. */
export type ScenarioInput = z.input<typeof scenarioSchema>;

type Parsed = z.output<typeof scenarioSchema>;
type ParsedService = Parsed['services'][string];

/** A scenario with every default filled in: what the engine runs. Durations are seconds, sizes bytes. */
export type Scenario = Omit<Parsed, 'services' | 'thresholds' | 'policyEnv'> & {
  readonly services: Readonly<
    Record<
      string,
      Omit<ParsedService, 'scaling'> & {
        readonly scaling: ParsedService['scaling'] & { min: number; initial: number | 'needed'; max: number };
      }
    >
  >;
  readonly policyEnv: Readonly<Record<string, string>>;
  /** Expressions by metric. */
  readonly thresholds: Readonly<Record<string, readonly string[]>>;
};

/** Fills in the defaults that depend on other keys: priority = that of the tier, else 0 where no consumer has one, min = 1 (0 with perRequest), initial = min (needed under a trace), max = initial, the only request class. */
export function resolveDefaults(parsed: Parsed): Scenario {
  const classes = Object.keys(parsed.requests);
  const { thresholds, services, traffic, requests, ai } = parsed;
  const byConsumer = Object.values(ai?.consumers ?? {}).some(({ priority }) => priority !== undefined);
  return {
    ...parsed,
    requests: mapValues(requests, (own) => ({
      ...own,
      priority: own.priority ?? ai?.tiers?.[own.tier ?? '']?.priority ?? (byConsumer ? undefined : 0),
    })),
    traffic: mapValues(traffic, (source) =>
      source.request === undefined && classes.length === 1 ? { ...source, request: classes[0] } : source,
    ),
    services: mapValues(services, (service, name) => {
      const { scaling } = service;
      const min = scaling.min ?? (scaling.perRequest === undefined ? 1 : 0);
      const initial = scaling.initial ?? (startsWarm(parsed, name) ? 'needed' : min);
      return {
        ...service,
        scaling: { ...scaling, min, initial, max: scaling.max ?? (initial === 'needed' ? min : initial) },
      };
    }),
    policyEnv: mapValues(parsed.policyEnv, String),
    cloud: { ...parsed.cloud, capacity: [...parsed.cloud.capacity].sort((a, b) => a.at - b.at) },
    thresholds: mapValues(thresholds, (value) =>
      (typeof value === 'string' ? [value] : value).map((one) => (typeof one === 'string' ? one : one.threshold)),
    ),
  };
}

/** A window cut out of recorded traffic begins at its rate, so a fleet that may grow begins with what this needs. */
function startsWarm(parsed: Parsed, name: string): boolean {
  const { scaling, instance } = parsed.services[name];
  const { max, perRequest } = scaling;
  const isKnown = perRequest === undefined && instance.model === undefined;
  return max !== undefined && isKnown && hasRecordedTraffic(parsed, name);
}

/** Whether a trace feeds a service, and no virtual users, whose rate is not known in advance. */
export function hasRecordedTraffic(parsed: Pick<Parsed, 'traffic' | 'requests' | 'ai'>, name: string): boolean {
  const classes = Object.keys(parsed.requests);
  const feeding = Object.values(parsed.traffic).filter(({ request }) => {
    const targets = firstTargets(parsed, request ?? (classes.length === 1 ? classes[0] : ''));
    return (targets[name] ?? 0) > 0;
  });
  return feeding.some(({ executor }) => executor === 'trace') && !feeding.some(isClosedLoop);
}
