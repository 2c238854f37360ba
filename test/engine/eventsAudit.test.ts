import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { faultKinds } from '../../src/faults/kinds/index.js';
import type { PolicySpec } from '../../src/policy/policySpec.js';
import { eventSchema } from '../../src/record/runEvents.js';
import type { RunResult } from '../../src/results/runResult.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { Scenario, ScenarioInput } from '../../src/scenario/schema.js';
import { anyScenario } from '../support/anyScenario.js';
import { auditEvents, type EventLine } from '../support/auditEvents.js';
import { sampled } from '../support/sampled.js';
import { followTries } from '../support/triesOf.js';

const restless: PolicySpec = {
  kind: 'lua',
  fileName: 'restless.lua',
  path: 'restless.lua',
  code: `return { every = "7s", decide = function(o) return 3 + math.floor(o.time / 7) % 6 end }`,
  params: {},
};

/** Events as they are in a file. */
function recorded(scenario: Scenario): { readonly lines: EventLine[]; readonly result: RunResult } {
  const texts: string[] = [];
  const result = runOnce({
    scenario,
    scenarioFolder: '.',
    bindings: { web: restless },
    replication: 1,
    detail: false,
    onEvent: (event) => texts.push(JSON.stringify(event)),
  });
  return { lines: texts.map((text) => JSON.parse(text)), result };
}

/** Quantiles are right to 0.4 % of the histogram's bucket on either side, sums to their rounding. */
function expectNear(name: string, audited: number | null, stated: number | null): void {
  if (audited === null || stated === null) {
    // Too few samples for a quantile are null in the measures only.
    if (!/_p\d+_ms$/.test(name)) expect({ [name]: stated }).toEqual({ [name]: audited });
    return;
  }
  const tolerance = /_p\d+_ms$/.test(name) ? 0.009 * audited + 1e-3 : 1e-9 * Math.max(1, Math.abs(audited));
  expect(Math.abs(stated - audited), `${name}: ${audited} from events, ${stated} stated`).toBeLessThanOrEqual(
    tolerance,
  );
}

function audit(input: ScenarioInput): EventLine[] {
  const scenario = parseScenario(input);
  const { lines, result } = recorded(scenario);
  for (const [name, audited] of Object.entries(auditEvents(lines, scenario))) {
    expect(Object.keys(result.measures), name).toContain(name);
    expectNear(name, audited, result.measures[name]);
  }
  return lines;
}

const base = {
  name: 'audited',
  duration: '4m',
  warmup: '20s',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 50 } },
  requests: { page: { route: 'web', cpu: { exponential: { mean: '60ms' } }, errorRate: 0.02 } },
  services: {
    web: {
      instance: { vcpus: 1, concurrency: 6, queue: 6, startup: '9s', drain: '100ms', price: 0.1 },
      scaling: { min: 1, max: 9, initial: 3 },
      zones: 2,
    },
  },
  slo: { latency: '400ms', objective: 0.9 },
};
const onDemand = {
  web: {
    instance: { vcpus: 1, concurrency: 1, startup: '2s', price: 0.1 },
    scaling: { min: 0, max: 30, perRequest: { idleTimeout: '15s' } },
  },
};

const cases: readonly (readonly [string, object, readonly string[]])[] = [
  [
    'retries and timeouts',
    { gateway: { timeout: '500ms', totalTimeout: '2s', retries: { attempts: 3, on: ['5xx', 'timeout'] } } },
    ['retry', 'timed_out', 'waited'],
  ],
  [
    'crashes and an outage of a zone',
    {
      faults: [
        { kind: 'crash', at: '60s', count: 2 },
        { kind: 'zone-outage', at: '2m', for: '20s', zone: 1 },
      ],
    },
    ['crash', 'zone-outage', 'aborted'],
  ],
  [
    'a closed loop',
    { traffic: { users: { executor: 'constant-vus', vus: 40, think: { exponential: { mean: '300ms' } } } } },
    ['completed'],
  ],
  [
    'too few virtual users',
    { traffic: { users: { executor: 'constant-arrival-rate', rate: 50, preAllocatedVUs: 2, maxVUs: 4 } } },
    ['dropped'],
  ],
  [
    'a central queue that gives up',
    {
      gateway: { queue: { limit: 40, timeout: '1s' } },
      services: { web: { ...base.services.web, instance: { ...base.services.web.instance, queue: undefined } } },
    },
    ['abandoned', 'waits'],
  ],
  ['a service that scales per request', { services: onDemand }, ['stopped', 'waited']],
];

describe('the measures of a run can be worked out anew from its events', () => {
  for (const { tags, part } of sampled(cases, 4))
    it.each(part)('with %s', { tags }, (_name, settings, kinds) => {
      const lines = audit({ ...base, ...settings } as unknown as ScenarioInput);
      const told = new Set(lines.map(({ kind }) => kind));
      for (const kind of kinds) expect([...told]).toContain(kind);
    });

  it('whatever the scenario has', { tags: ['ci'] }, () => {
    fc.assert(
      fc.property(anyScenario, (input) => {
        followTries(audit(input));
      }),
      { numRuns: 25 },
    );
  });
});

describe('tries that a request never made, for it was over first', () => {
  const retries = { attempts: 3, on: ['5xx', '429'], backoff: { base: '10s', jitter: 'none' } };
  const faults = [{ kind: 'errors', rate: 1, at: '0s', for: '4m', count: 9 }];

  it.each([
    ['the run ends', { retries }],
    ['its time is up', { retries, totalTimeout: '1s' }],
    [
      'it is over, and the door refuses others',
      { retries, totalTimeout: '11s', rateLimit: [{ requests: 1, per: '1s' }] },
    ],
  ])('are told by none of its events: %s', (_name, gateway) => {
    followTries(audit({ ...base, gateway, faults } as unknown as ScenarioInput));
  });
});

describe('the events of a run', () => {
  const schema = eventSchema(faultKinds.map(({ name }) => name));
  const of = (part: object) => recorded(parseScenario({ ...base, ...part } as unknown as ScenarioInput)).lines;
  const all = cases.map(([, part]) => of(part));

  it('have the form that is documented, each in the order of time', { tags: ['ci'] }, () => {
    for (const lines of all) {
      for (const line of lines) expect(schema.safeParse(line).success, JSON.stringify(line)).toBe(true);
      const times = lines.map(({ time_s }) => time_s);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it('follow a try: it begins where it waited, is served where it began, and takes at least what it asks for', {
    tags: ['ci'],
  }, () => {
    for (const lines of all) {
      const began = new Map<string, EventLine>();
      for (const line of lines) {
        const key = `${String(line.request)} ${String(line.try)}`;
        if (line.kind === 'begin') {
          expect(began.has(key)).toBe(false);
          began.set(key, line);
        }
        if (line.kind !== 'served') continue;
        const begin = began.get(key);
        expect(begin?.instance).toBe(line.instance);
        const least = Number(begin?.cpu_s) + Number(begin?.io_s);
        expect(line.time_s - Number(begin?.time_s)).toBeGreaterThanOrEqual(least - 1e-9);
      }
    }
  });

  it('say of every launch why it stopped, once', () => {
    for (const lines of all) {
      const numbersOf = (kind: string) => lines.filter((line) => line.kind === kind).map(({ instance }) => instance);
      expect([...numbersOf('stopped')].sort()).toEqual([...numbersOf('launched')].sort());
    }
    const reasons = new Set(all.flat().flatMap((line) => (line.kind === 'stopped' ? [line.reason] : [])));
    expect([...reasons].sort()).toEqual(
      expect.arrayContaining(['crash', 'drain-end', 'idle', 'run-end', 'scale-in', 'zone-outage']),
    );
  });
});
