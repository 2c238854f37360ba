import fc from 'fast-check';
import type { ScenarioInput } from '../../src/scenario/schema.js';

/** A server that is soon full: 20 ms an iteration, 1200 tokens of memory. */
export const smallModel = {
  step: { base: '20ms', perSequence: '300us', perPrefillToken: '40us', perContextToken: '0.5us', overheadIn: '5ms' },
  kvTokens: 1_200,
};

const classes: readonly object[] = [
  { promptTokens: 120, outputTokens: { exponential: { mean: 40 } } },
  {
    promptTokens: { uniform: { min: 10, max: 900 } },
    outputTokens: { lognormal: { mean: 60, cv: 1 } },
    errorRate: 0.1,
  },
  // Some are longer than the memory.
  { promptTokens: { lognormal: { median: 200, p95: 1_500 } }, outputTokens: { uniform: { min: 1, max: 80 } } },
];
const prefixes: readonly object[] = [
  {},
  { prefix: { groups: 3, tokens: 96 } },
  { prefix: { groups: 40, tokens: 150, skew: 1.1 } },
];
const instances: readonly object[] = [
  { prefixCache: false },
  {},
  { maxSequences: 6, tokenBudget: 64 },
  { admit: 'reserve' },
  { maxSequences: 32, probes: { liveness: { period: '5s', timeout: '1s' } } },
];
const lookaheads = [0, 1] as const;
const gateways: readonly object[] = [
  {},
  { balancer: 'least-requests', timeout: '2s', retries: { attempts: 3, on: ['5xx', 'timeout'] } },
  { balancer: 'peak-ewma', totalTimeout: '4s', timeout: '1s', retries: { attempts: 2, on: ['timeout'] } },
  { hedging: { after: '700ms', cancel: true }, timeout: '5s' },
  { hedging: { after: '1s' }, endpointLag: '2s', connectTimeout: '300ms' },
  { queue: { limit: 20, timeout: '3s' }, admission: { concurrency: 40 }, timeout: '3s' },
  { ejection: { interval: '5s', baseTime: '5s' }, circuitBreaker: [{ requests: 60 }] },
];
const sources: readonly object[] = [
  { executor: 'constant-arrival-rate', rate: 14 },
  { executor: 'diurnal', mean: 10, peakToTrough: 6, period: '1m' },
  { executor: 'constant-vus', vus: 25, think: { exponential: { mean: '500ms' } } },
];
const limits: readonly object[] = [{}, { ttft: '200ms' }, { itl: '30ms' }, { ttft: '1s', itl: '60ms' }];
const faults: readonly object[][] = [
  [],
  [{ kind: 'crash', every: { exponential: { mean: '11s' } } }],
  [
    { kind: 'pause', at: '20s', for: '9s', count: 2 },
    { kind: 'crash', at: '24s' },
    { kind: 'zone-outage', at: '50s', for: '20s', zone: 1 },
  ],
  [
    { kind: 'black-hole', at: '30s', for: '12s' },
    { kind: 'errors', at: '10s', for: '30s', rate: 0.3 },
  ],
  [{ kind: 'rolling-update', at: '20s' }],
  [{ kind: 'startup-failure', at: '0s', for: '1m', rate: 0.3 }],
];

/** Ninety seconds of model servers, with what may befall them. */
export const anyModelScenario: fc.Arbitrary<ScenarioInput> = fc
  .record({
    seed: fc.integer({ min: 1, max: 1000 }),
    chat: fc.constantFrom(...classes),
    prefix: fc.constantFrom(...prefixes),
    discipline: fc.constantFrom('fifo', 'priority'),
    instance: fc.constantFrom(...instances),
    lookahead: fc.constantFrom(...lookaheads),
    gateway: fc.constantFrom(...gateways),
    load: fc.constantFrom(...sources),
    faults: fc.constantFrom(...faults),
    limit: fc.constantFrom(...limits),
    warmup: fc.constantFrom('0s', '13s'),
  })
  .map(({ seed, chat, prefix, discipline, instance, lookahead, gateway, load, warmup, ...rest }) => {
    const scenario = {
      name: 'any-model',
      seed,
      duration: '90s',
      warmup,
      traffic: {
        load: { ...load, request: 'chat' },
        batch: { executor: 'constant-arrival-rate', rate: 2, request: 'batch' },
      },
      requests: {
        chat: { route: 'web', ...chat, ...prefix, priority: 2 },
        batch: { route: 'web', promptTokens: 200, outputTokens: 30, ...prefix },
      },
      models: { small: { ...smallModel, step: { ...smallModel.step, lookahead } } },
      services: {
        web: {
          instance: {
            model: 'small',
            startup: { exponential: { mean: '6s' } },
            drain: '2s',
            price: 2,
            discipline,
            ...instance,
          },
          scaling: { min: 1, max: 9, initial: 3 },
          zones: 2,
        },
      },
      gateway,
      faults: rest.faults,
      slo: { latency: '3s', objective: 0.9, ...rest.limit },
    };
    return scenario as unknown as ScenarioInput; // safe: parseScenario checks it; the parts are picked from lists above
  });

/** The routes of the request class `chat`, whose other hops are `spare` and `last`. */
const routes: readonly object[] = [
  { chat: { to: [{ service: 'web' }], fallback: ['spare'] } },
  {
    chat: {
      to: [{ service: 'web', weight: 3 }, { service: 'spare' }],
      fallback: ['last'],
      timeouts: { ttft: '700ms', idle: '60ms' },
    },
  },
  {
    chat: {
      to: [{ service: 'web' }],
      fallback: ['spare', 'rest'],
      on: ['ttft-deadline', '5xx'],
      cooldown: { failures: 1, window: '10s', for: '2s' },
      timeouts: { ttft: '400ms', total: '3s' },
    },
    rest: {
      to: [
        { service: 'last', weight: 2 },
        { service: 'web', weight: 1 },
      ],
    },
  },
  {
    chat: {
      to: [{ service: 'spare' }, { service: 'web' }],
      cooldown: { failures: 2, window: '5s', for: '20s' },
      cache: { kind: 'semantic', hitRate: 0.3, wrongHit: 0.1, latency: '200ms', ttl: '40s' },
    },
  },
  {
    chat: { to: [{ service: 'web' }], fallback: ['last', 'spare'], cooldown: 'none', timeouts: { total: '2s' } },
  },
];

/** Routes that come to the provider `bought` first, in between or last. */
const routesToProvider: readonly object[] = [
  { chat: { to: [{ service: 'bought' }], fallback: ['web', 'spare'], timeouts: { ttft: '900ms', idle: '30ms' } } },
  {
    chat: {
      to: [{ service: 'web' }, { service: 'bought' }],
      fallback: ['last'],
      timeouts: { total: '2s' },
      cache: { kind: 'semantic', hitRate: 0.2, wrongHit: 0.3 },
    },
  },
  {
    chat: { to: [{ service: 'web' }], fallback: ['rest'], timeouts: { ttft: '500ms', total: '4s' } },
    rest: { to: [{ service: 'spare' }], fallback: ['bought', 'last'], cooldown: { failures: 1, for: '3s' } },
  },
];

const providers: readonly object[] = [
  { ttft: { lognormal: { median: '400ms', p95: '2s' } }, tokensPerSecond: { lognormal: { mean: 60, cv: 0.4 } } },
  {
    ttft: { exponential: { mean: '300ms' } },
    tokensPerSecond: 40,
    requestsPerMinute: 200,
    outages: [
      { at: '20s', for: '15s', kind: 'slow', factor: 5 },
      { at: '40s', for: '10s', kind: 'down' },
      { at: '60s', for: '5s', kind: '429' },
    ],
  },
  { ttft: '600ms', tokensPerSecond: { uniform: { min: 20, max: 90 } }, tokensPerMinute: 60_000 },
];

/** The same behind a route, with up to three services. @param hasProvider with a provider beside them */
const routedScenario = (hasProvider: boolean): fc.Arbitrary<ScenarioInput> =>
  fc
    .record({
      base: anyModelScenario,
      routes: fc.constantFrom(...(hasProvider ? routesToProvider : routes)),
      provider: fc.constantFrom(...providers),
      spare: fc.constantFrom(...instances),
      limit: fc.constantFrom(undefined, undefined, [{ requests: 9, burst: 3 }]),
    })
    .map(({ base, routes, provider, spare, limit }) => {
      const { web } = base.services;
      const other = { ...web, scaling: { min: 1, max: 1 }, instance: { ...web.instance, ...spare, startup: '0s' } };
      const faults = (base.faults ?? []).map((fault) => ({ ...fault, service: 'web' }));
      return {
        ...base,
        faults,
        requests: { ...base.requests, chat: { ...base.requests.chat, route: 'chat' } },
        services: {
          web: limit === undefined ? web : { ...web, gateway: { rateLimit: limit } },
          spare: other,
          last: other,
        },
        ai: {
          routes,
          ...(hasProvider ? { providers: { bought: { ...provider, price: { input: 0.6, output: 2.4 } } } } : {}),
        },
      } as unknown as ScenarioInput; // safe: parseScenario checks it
    });

export const anyRoutedScenario = routedScenario(false);
export const anyProviderScenario = routedScenario(true);
