import { z } from 'zod';

/** Seconds of the run. */
const seconds = z.number();
/** Of what may not have happened. */
const maybeSeconds = z.number().nullable();

/** Why an instance stopped. */
export const stopReasons = [
  'scale-in',
  'drain-end',
  'idle',
  'not-needed',
  'crash',
  'zone-outage',
  'startup-failure',
  'rolling-update',
  'spot-reclaim',
  'node-drain',
  'run-end',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** Why a node is gone. */
export const nodeGoneReasons = ['scale-down', 'zone-outage', 'spot-reclaim', 'run-end'] as const;
export type NodeGoneReason = (typeof nodeGoneReasons)[number];

/** Why an instance starts again in place. */
export const restartReasons = ['oom-kill', 'liveness', 'startup'] as const;
export type RestartReason = (typeof restartReasons)[number];

const request = z.string().meta({
  description:
    'The source and its number there, the same under every policy; of a virtual user `source-uUSER-ITERATION`, of a session `source-sNUMBER-TURN`; of a call that of the request at the top, `/` and a mark of the way',
});
const instance = z.int().meta({ description: 'Number of the launch within its service, from 0' });
const controller = z
  .int()
  .min(1)
  .meta({ description: 'Which one it was, from 1, where `scaling.controllers` has several' });
const ofTry = { request, try: z.int().min(1) };
/** A node by its pool and its number there, from 0. */
const ofNode = { pool: z.string(), node: z.int() };
const ofService = { service: z.string() };
const ofBreaker = { ...ofService, instance: instance.optional() };
const ended = { request, source: z.string(), ...ofService, tries: z.int().min(1), arrival_s: seconds };
const answered = {
  ...ended,
  latency_ms: z.number(),
  answered_by: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Where several tries were open: the number of the one that answered' }),
};
const outcomeNames = [
  'completed',
  'failed',
  'rejected',
  'timed_out',
  'abandoned',
  'aborted',
  'rate_limited',
  'unfinished',
] as const;

/** Why another try follows one. */
const fallbackCauseNames = ['5xx', 'timeout', '429', 'ttft-deadline', 'context-too-long'] as const;

interface KindRule {
  readonly summary: string;
  readonly shape: z.ZodRawShape;
}

/** Every kind of event but the faults, whose kinds are those of the scenario. The one list: types, docs and the schema come from it. */
export const eventKinds = {
  try: {
    summary: 'A request enters the gateway, for the first time or again',
    shape: {
      ...ofTry,
      source: z.string(),
      class: z.string(),
      ...ofService,
      arrival_s: seconds,
      consumer: z.string().optional().meta({ description: 'Who asks, where that is known' }),
      caller: z.string().optional().meta({ description: 'The request that makes this one, where it is a call' }),
      hedge: z.boolean().optional().meta({ description: 'Begun beside an open try of its request' }),
      response_bytes: z.number().optional().meta({ description: 'Size of a good answer, where its class has one' }),
    },
  },
  waits: {
    summary: 'A try begins to wait: at an instance, or in the central queue or for a connection (null)',
    shape: { ...ofTry, ...ofService, instance: instance.nullable() },
  },
  waited: {
    summary: 'A wait that took time is over, by service or by giving up',
    shape: { ...ofTry, ...ofService, from_s: seconds, wait_ms: z.number() },
  },
  begin: {
    summary:
      'A try takes a slot of an instance, or begins at a provider (null); what it will take there, slow starts and faults included; of a model server or a provider the tokens instead',
    shape: {
      ...ofTry,
      ...ofService,
      instance: instance.nullable(),
      cpu_s: z.number(),
      io_s: z.number(),
      prompt_tokens: z.int().optional(),
      output_tokens: z.int().optional(),
      prefix: z
        .int()
        .min(1)
        .optional()
        .meta({ description: 'Which of the prefixes of its class the prompt begins with; 1 is the most frequent' }),
    },
  },
  served: {
    summary:
      'An instance, or a provider (null), is done with a try and has used its cpu_s; nobody may wait for it any more (orphan)',
    shape: { ...ofTry, ...ofService, instance: instance.nullable(), orphan: z.boolean() },
  },
  cancelled: {
    summary:
      'A try gives up its slot, or its place where it waits (null: no instance): its request, or its caller (`cancel`), ended; a model server or a provider (null) notices that its client has gone',
    shape: { ...ofTry, ...ofService, instance: instance.nullable() },
  },
  left_behind: {
    summary: 'A try goes on at its instance though its request, which was hedged, is over',
    shape: { ...ofTry, ...ofService, instance: instance.nullable() },
  },
  try_failed: {
    summary: 'A try ended badly, and its request goes on in others that are open',
    shape: { ...ofTry, ...ofService },
  },
  retry: {
    summary: 'A try ended badly and another one follows',
    shape: { ...ofTry, ...ofService, cause: z.enum(fallbackCauseNames), due_s: seconds },
  },
  fallback: {
    summary: 'A try ended badly and the next one goes to another service of the route',
    shape: { ...ofTry, ...ofService, to: z.string(), cause: z.enum(fallbackCauseNames), due_s: seconds },
  },
  cooldown: {
    summary: 'A service failed so often that its route passes it over, where another may take the requests',
    shape: { ...ofService, route: z.string(), until_s: seconds },
  },
  outage: {
    summary: 'A provider has trouble',
    shape: { ...ofService, trouble: z.enum(['down', 'slow', '429']), until_s: seconds },
  },
  rollout: {
    summary: 'The next step of the rollout of a version; 0 where it is rolled back',
    shape: {
      ...ofService,
      route: z.string(),
      percent: z.number().meta({ description: 'Of the requests of the route' }),
    },
  },
  completed: {
    summary: 'The one outcome of a request: a good answer',
    shape: {
      ...answered,
      right: z.boolean().optional().meta({ description: 'Of a model server, where models have a `quality`' }),
    },
  },
  cached: {
    summary:
      'A request finds an answer in the cache of its route, and goes to no service; that it would have gone to is named',
    shape: { ...ofTry, ...ofService, wrong: z.boolean().meta({ description: 'The answer fits another prompt' }) },
  },
  failed: { summary: 'An answer that is an error', shape: answered },
  rejected: { summary: 'No room, or no instance', shape: ended },
  timed_out: { summary: 'A timeout ended it', shape: ended },
  abandoned: {
    summary: 'Its patience, the time of the central queue, or the caller that it ends with, ended',
    shape: ended,
  },
  aborted: { summary: 'Its instance went, or its provider broke it off', shape: ended },
  rate_limited: { summary: 'A rate limit of the gateway or of a provider turned it away (429)', shape: ended },
  unfinished: {
    summary: 'Still inside when the run ends',
    shape: { ...ended, waiting: z.boolean().meta({ description: 'In a queue' }) },
  },
  dropped: { summary: 'An iteration without a free virtual user', shape: { source: z.string(), class: z.string() } },
  launched: {
    summary: 'An instance starts; warm ones are there at 0',
    shape: {
      ...ofService,
      instance,
      zone: z.int(),
      startup_s: maybeSeconds,
      node: z.int().optional().meta({ description: 'Number of its node in the pool, from 0, where it has one' }),
      pool: z.string().optional(),
      asked_s: seconds.optional().meta({ description: 'Where it has a node: since when it waited for room on one' }),
      began_s: seconds
        .optional()
        .meta({ description: 'Where it has a node: when the image is there and startup begins' }),
    },
  },
  node_ordered: {
    summary: 'A node of a pool is ordered; those of the start are there at 0',
    shape: { ...ofNode, zone: z.int() },
  },
  node_ready: { summary: 'It takes instances', shape: ofNode },
  node_leaving: { summary: 'It takes no more instances, and goes once it is empty', shape: ofNode },
  node_gone: {
    summary: 'It is gone, or the run ends',
    shape: { ...ofNode, reason: z.enum(nodeGoneReasons), ordered_s: seconds, ready_s: maybeSeconds },
  },
  ready: {
    summary: 'It takes requests',
    shape: { ...ofService, instance, ready: z.int().meta({ description: 'Ready now' }) },
  },
  unready: {
    summary: 'It fails its readiness probe, and takes nothing new until it is ready again',
    shape: { ...ofService, instance, ready: z.int() },
  },
  restarting: {
    summary: 'Its process was killed and starts again in place',
    shape: { ...ofService, instance, ready: z.int(), reason: z.enum(restartReasons) },
  },
  draining: {
    summary: 'It takes nothing new',
    shape: {
      ...ofService,
      instance,
      ready: z.int(),
      grace_s: seconds.optional().meta({ description: 'How long it may finish what is inside' }),
    },
  },
  stopped: {
    summary: 'It is gone, or the run ends',
    shape: {
      ...ofService,
      instance,
      reason: z.enum(stopReasons),
      launched_s: seconds,
      ready_s: maybeSeconds,
      drained_s: maybeSeconds,
      serving_s: z.number().meta({ description: 'Time with a request inside' }),
    },
  },
  breaker_open: {
    summary: 'A circuit breaker on failures opens, of one instance or (without `instance`) of the service',
    shape: { ...ofBreaker, until_s: seconds.meta({ description: 'Half-open from then on' }) },
  },
  breaker_half_open: { summary: 'It lets the next tries in to see how they go', shape: ofBreaker },
  breaker_closed: {
    summary: 'They went well, or its instance starts again in place',
    shape: ofBreaker,
  },
  ejected: {
    summary: 'An instance is taken out of rotation for how tries at it ended',
    shape: { ...ofService, instance },
  },
  returned: { summary: 'It is back after its ejection', shape: { ...ofService, instance } },
  scrape: {
    summary: 'A scrape of a path of metrics, with what it read',
    shape: {
      ...ofService,
      window_s: z.number(),
      visible_s: maybeSeconds.meta({ description: 'From when a policy can see it; null for a scrape that was lost' }),
      values: z.record(z.string(), z.number()),
    },
  },
  updated: {
    summary: 'A rolling update is over: every instance is of the new version',
    shape: { ...ofService, from_s: seconds },
  },
  decision: {
    summary: 'A decision of a policy',
    shape: {
      ...ofService,
      before: z.int(),
      desired: z.number(),
      applied: z.int(),
      result: z.string(),
      rule: z.string().optional(),
      reason: z.string().optional(),
      controller: controller.optional(),
    },
  },
  log: {
    summary: 'A line that a policy printed: `print`, `dryscale.log`, `console.log`',
    shape: { ...ofService, controller: controller.optional(), text: z.string() },
  },
  log_dropped: {
    summary: 'At the end of a run whose policies printed more than 10 MB: what is left out above',
    shape: { lines: z.int().min(1) },
  },
} as const satisfies Record<string, KindRule>;

export type EventKind = keyof typeof eventKinds;
/** The fields of a kind, beside `time_s` and `kind`. */
export type EventFields<Kind extends EventKind> = z.output<z.ZodObject<(typeof eventKinds)[Kind]['shape']>>;
/** The kinds of the outcomes, by the number of an outcome. */
export const outcomeKinds: readonly EventKind[] = outcomeNames;

/** One line of an event file. */
export type RunEventLine = { readonly time_s: number; readonly kind: string } & Readonly<Record<string, unknown>>;
/** Takes one event of a run. */
export type Tell = (event: RunEventLine) => void;

const faultShape = {
  until_s: maybeSeconds.meta({
    description: 'When it ends; = time_s for one that is over at once, null for a rolling update (`updated` ends it)',
  }),
};

/** The schema of a line; `faults` are the kinds of faults. */
export function eventSchema(faults: readonly string[]) {
  const line = (kind: string, shape: z.ZodRawShape) =>
    z.strictObject({ time_s: seconds, kind: z.literal(kind), ...shape });
  const told = Object.entries(eventKinds).map(([kind, { shape }]) => line(kind, shape));
  return z.union([...told, ...faults.map((kind) => line(kind, faultShape))]);
}
