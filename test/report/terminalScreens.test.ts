import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/report/terminal.js';
import type { DecisionRow, PolicyResult, ResultDocument, ScenarioResult, Timeline } from '../../src/results/results.js';
import { samplePolicy, sampleScenario, sampleTimeline } from '../support/samplePolicy.js';
import { withGraph } from './html/graphDocument.js';

type Context = Partial<Parameters<typeof renderTerminal>[1]>;

function screen(scenarios: readonly ScenarioResult[], context: Context = {}): string {
  const document: ResultDocument = { format: 'dryscale-result/1', version: '0', scenarios: [...scenarios] };
  return renderTerminal(document, { color: false, unicode: true, verbose: false, ...context });
}
const linesOf = (text: string) => text.trimEnd().split('\n');
/** As one line: where a sentence is broken is not what a test is about. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

interface Figures {
  readonly good?: number;
  readonly cost?: number;
  readonly services?: readonly string[];
  readonly timeline?: readonly Timeline[];
}

/** Late for a crowd that comes at 20 min, unless it is good. */
function policyOf(name: string, { good = 0.995, cost = 1, services = ['web'], timeline }: Figures = {}): PolicyResult {
  const isGood = good >= 0.99;
  const ofService = services.flatMap((service, index): [string, number][] => [
    [`services.${service}.slo_attainment`, Math.min(1, good + index / 100)],
    [`services.${service}.latency_all_p99_ms`, 200 + index],
    [`services.${service}.cost_usd`, cost / services.length],
    [`services.${service}.requests_offered`, 100],
  ]);
  const measures = {
    slo_attainment: good,
    latency_all_p99_ms: 240,
    time_above_slo_s: isGood ? 0 : 250,
    scaling_reversals: 0,
    instances_peak: 24,
    requests_offered: 1000,
    cost_usd: cost,
    ...Object.fromEntries(ofService),
  };
  const spells: [number, number][] = isGood ? [] : [[1200, 1500]];
  const curves = services.map((service) => ({ ...sampleTimeline(isGood ? 0 : 20, spells), service }));
  return {
    ...samplePolicy(name, [measures, measures]),
    timeline: [...(timeline ?? curves)],
    above_slo: spells,
    lagBudget: isGood ? [] : [rise({ startup_s: 90 })],
  };
}

const parts = { metric_s: 0, decision_s: 0, limit_s: 0, api_s: 0, startup_s: 0, slow_start_s: 0 };

function rise(given: Partial<typeof parts>, service = 'web') {
  const own = { ...parts, ...given };
  const total_s = Object.values(own).reduce((sum, seconds) => sum + seconds, 0);
  return { time_s: 1200, service, needed_from: 4, needed_to: 24, total_s, parts: own };
}

const decision = (row: Partial<DecisionRow>): DecisionRow => ({
  time_s: 1230,
  until_s: 1500,
  service: 'web',
  desired: 24,
  applied: 24,
  result: 'accepted',
  ...row,
});

const columnsOf = [undefined, 80, 96, 140, 200];

describe('whatever ran, on whatever terminal', () => {
  const sweep = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      policyOf(`checkout-hpa?spec.metrics.0.resource.target.averageUtilization=${40 + index}&minReplicas=2`, {
        good: index % 3 === 0 ? 0.95 : 0.995,
        cost: 1 + index / 10,
      }),
    );
  const services = ['web', 'cart', 'payments-gateway', 'search', 'login', 'images'];
  const cases: readonly (readonly [string, readonly PolicyResult[]])[] = [
    ['one policy', sweep(1)],
    ['3 policies', sweep(3)],
    ['12 policies', sweep(12)],
    ['6 services', [policyOf('hpa', { services, good: 0.9 }), policyOf('keda', { services })]],
  ];

  it.each(cases.flatMap(([name, policies]) => columnsOf.map((columns) => [name, columns, policies] as const)))(
    '%s, %s columns: nothing is wider, and the rows of each table differ',
    (_, columns, policies) => {
      const context = columns === undefined ? {} : { columns };
      const lines = linesOf(screen([sampleScenario(policies)], { ...context, again: 'dryscale compare shop.yaml' }));
      const long = lines.filter(
        (line) => [...line].length > (columns ?? 96) && line.trim().includes(' ') && !line.includes('names in full'),
      );
      expect(long).toEqual([]);
      const rule = lines.findIndex((line) => line.startsWith('  ---'));
      const rows = lines.slice(rule + 1, rule + 1 + policies.length).map((line) => line.slice(2).split('  ')[0]);
      expect(new Set(rows).size).toBe(policies.length);
    },
  );

  it('a wider terminal has wider pictures and longer names; a pipe has always the same bytes', () => {
    const of = (columns?: number) => screen([sampleScenario(sweep(3))], columns === undefined ? {} : { columns });
    const needed = (text: string) => linesOf(text).find((line) => line.startsWith('  needed')) ?? '';
    expect(needed(of(140)).length).toBeGreaterThan(needed(of(96)).length + 30);
    expect(of(undefined)).toBe(of(96));
    expect(of(140)).toContain('spec.metrics.0.resource.target.averageUtilization=40  ');
  });

  it('names are cut before columns are left out, and never alike', () => {
    const name = fc
      .tuple(fc.constantFrom('a', 'b'), fc.stringMatching(/^[a-z]{0,30}$/), fc.nat({ max: 9 }))
      .map((p) => p.join('-'));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(80, 96, 140),
        (names, columns) => {
          const lines = linesOf(screen([sampleScenario(names.map((one) => policyOf(one)))], { columns }));
          const rule = lines.findIndex((line) => line.startsWith('  ---'));
          const rows = lines.slice(rule + 1, rule + 1 + names.length).map((line) => line.slice(2).split(' ')[0]);
          expect(new Set(rows).size).toBe(names.length);
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
        },
      ),
      { numRuns: 30 },
    );
  });
});

it('uses one short name in answer, table and pictures, and says what it stands for', () => {
  const text = screen(
    [sampleScenario([policyOf('hpa?target=80&min=2', { good: 0.9 }), policyOf('hpa?target=60&min=2')])],
    { gate: { gate: 'hpa?target=80&min=2', reference: 'hpa?target=80&min=2' }, reference: 'hpa?target=80&min=2' },
  );
  expect(text).toContain('target=60 is the only one that meets');
  expect(text).toContain('against target=80');
  expect(text).toContain('names in full: hpa?target=..&min=2');
  expect(text.match(/hpa\?/g)).toHaveLength(1);
  expect(text).toContain('gate         target=80 misses the SLO');
});

describe('where the time goes', () => {
  it('is a row for each policy that was late', () => {
    const late = { ...policyOf('late', { good: 0.9 }), lagBudget: [rise({ metric_s: 30, startup_s: 90 })] };
    const never = {
      ...policyOf('idle', { good: 0.9 }),
      lagBudget: [{ ...rise({}), total_s: null, parts: null, unanswered_s: 600 }],
    };
    const lines = linesOf(screen([sampleScenario([late, never, policyOf('good')])]));
    const head = lines.findIndex((line) => line.startsWith('  lag '));
    expect(lines[head].split(/ {2,}/).filter(Boolean)).toEqual([
      'lag',
      'slowest rise',
      'metrics',
      'startup',
      'until ready',
    ]);
    expect(lines[head + 1].split(/ {2,}/).filter(Boolean)).toEqual(['late', '4 -> 24 at 20m', '30 s', '1m 30s', '2m']);
    expect(lines[head + 2].split(/ {2,}/).filter(Boolean)).toEqual(['idle', '4 -> 24 at 20m', '-', '-', 'never (10m)']);
    expect(lines[head + 3] ?? '').not.toContain('good');
  });
});

describe('why a policy misses the SLO', () => {
  const whyOf = (policy: Partial<PolicyResult>) =>
    flat(screen([sampleScenario([{ ...policyOf('loser', { good: 0.9 }), ...policy }])]));

  it.each([
    ['metric_s', 'passed until the metrics showed it. Shorten the scrape interval'],
    ['decision_s', 'passed until the policy asked for enough. A lower target'],
    ['limit_s', 'passed until a limit let them through. Loosen that limit'],
    ['api_s', 'passed until the provider began to start them.'],
    ['startup_s', 'passed until they had started. Start instances faster'],
    ['slow_start_s', 'passed until they ran at full speed.'],
  ] as const)('names the largest part of its lag, %s, and what shortens it', (part, words) => {
    const text = whyOf({ lagBudget: [rise({ startup_s: 20, [part]: 70 })] });
    expect(text).toContain('loser is late: the load needs 24 instances at 20m, and they are ready');
    expect(text).toContain(`${part === 'startup_s' ? 'All' : '1m 10s'} of that ${words}`);
  });

  it.each([
    [
      'at its maximum',
      { decisions: [decision({ desired: 30, applied: 24, result: 'clamped' })] },
      'asks for up to 30 instances and gets 24, the maximum, from 20m 30s on. Raise the maximum.',
    ],
    ['throttled', { decisions: [decision({ result: 'throttled', applied: 4 })] }, 'the provider throttled its calls'],
    [
      'a fault',
      { events: [{ time_s: 1190, until_s: 1300, kind: 'zone-outage' }] },
      'around the fault zone-outage at 19m 50s.',
    ],
    [
      'never',
      { lagBudget: [{ ...rise({}), total_s: null, parts: null, unanswered_s: 600 }] },
      'needs 24 instances at 20m and for 10m from then on, and it takes no action.',
    ],
    [
      'enough instances',
      { timeline: [sampleTimeline(0, [[1300, 1500]])], lagBudget: [] },
      'has as many instances ready as 80 % use needs, and users still wait',
    ],
  ] satisfies [string, Partial<PolicyResult>, string][])('%s', (_, policy, words) => {
    expect(whyOf(policy)).toContain(words);
  });

  it.each([
    [
      'asks too late',
      [[600, 1500]],
      { startup_s: 90 },
      {},
      'asks late: users wait from 10m, and it asks for 24 instances at 20m, 10m later. A lower target',
    ],
    [
      'starts too slowly',
      [[1170, 1500]],
      { startup_s: 90 },
      {},
      'is late: it asks for 24 instances at 20m, and they are ready 1m 30s later. All of that passed until they had started.',
    ],
    [
      'takes back what it asked for',
      [[1170, 1500]],
      {},
      { total_s: null, parts: null, unanswered_s: 240 },
      'asks for 24 instances at 20m, and takes that back 4m later, before they are ready.',
    ],
    [
      'asks when the run is as good as over',
      [[1170, 1800]],
      {},
      { total_s: null, parts: null, unanswered_s: 1e6 },
      'asks for 24 instances at 20m, and the run ends before they are ready.',
    ],
  ] satisfies [string, [number, number][], object, object, string][])(
    'where its need is not known in advance, it %s',
    (_, above_slo, parts, row, words) => {
      const only = { metric_s: 0, decision_s: 0, limit_s: 0, api_s: 0, slow_start_s: 0, ...parts };
      const asked = { ...rise(only), since: 'decision' as const, ...row };
      expect(whyOf({ above_slo, lagBudget: [asked] })).toContain(words);
    },
  );

  it('instances that start again instead of serving', () => {
    const restarts: Timeline['restarts'] = [
      { by: 'liveness', state: 'working', count: 2, back_off_s: 0 },
      { by: 'liveness', state: 'starting', count: 40, back_off_s: 300 },
    ];
    const short = { ...sampleTimeline(0, [[1200, 1500]]), ready: Array<number>(360).fill(4), restarts };
    const words =
      'has too few instances ready, though it asks for enough: the liveness probe restarted instances 40 × before they had answered, the back-off up to 300 s. Add a startup probe, or raise initialDelay.';
    expect(whyOf({ timeline: [short] })).toContain(words);
    // Less than what was launched is no reason, nor is it one where too few were asked for, or all were there.
    expect(whyOf({ timeline: [{ ...short, restarts: restarts.slice(0, 1) }] })).toContain('loser is late');
    expect(whyOf({ timeline: [{ ...short, desired: short.ready }] })).toContain('loser is late');
    expect(whyOf({ timeline: [{ ...short, ready: short.desired }] })).toContain('loser is late');
  });

  it('requests that are lost in restarts, where the SLO allows fewer', () => {
    const restarts: Timeline['restarts'] = [{ by: 'oom-kill', state: 'working', count: 5, back_off_s: 0 }];
    const losing = (aborted: number) => {
      const outcomes = { ended: [1000, 1000], aborted: [0, aborted] };
      return whyOf({ timeline: [{ ...sampleTimeline(0, [[1200, 1500]]), restarts, outcomes }], lagBudget: [] });
    };
    expect(losing(30)).toContain(
      'loses 1.5 % of the requests inside instances that stop, more than the SLO allows: the kernel restarted instances 5 × for want of memory. Raise memory, or mend the leak.',
    );
    expect(losing(10)).toContain('has as many instances ready as 80 % use needs');
  });

  it('a fault is no reason for what went on before it', () => {
    const events = [{ time_s: 2000, until_s: 2060, kind: 'crash' }];
    expect(whyOf({ events, lagBudget: [rise({ startup_s: 90 })] })).toContain('loser is late');
    expect(whyOf({ events, lagBudget: [rise({ startup_s: 90 })] })).not.toContain('crash');
  });

  it('a maximum is no reason where the load needs less', () => {
    const decisions = [decision({ desired: 300, applied: 40, result: 'clamped' })];
    expect(whyOf({ decisions, lagBudget: [rise({ startup_s: 90 })] })).toContain('loser is late');
  });

  it('a moment of lag is no reason for an hour', () => {
    const timeline = [sampleTimeline(0, [[0, 3600]])];
    const lagBudget = [rise({ startup_s: 20 })];
    expect(whyOf({ timeline, above_slo: [[0, 3600]], lagBudget })).toContain(
      'has as many instances ready as 80 % use needs',
    );
  });

  it.each([
    ['hedges', { requests_offered: 1000, attempts: 1500, hedges: 400 }, 'most of them hedges. Hedge fewer'],
    ['retries', { requests_offered: 1000, attempts: 1500, hedges: 200 }, 'most of them retries. Retry less'],
  ])('%s that load what they were to relieve', (_, counts, words) => {
    const timeline = [sampleTimeline(0, [[0, 3600]])];
    const policy = policyOf('loser', { good: 0.9 });
    const measures = Object.fromEntries(
      Object.entries(counts).map(([name, mean]) => [name, { mean, low: null, high: null, n: 1 }]),
    );
    const text = whyOf({ timeline, lagBudget: [], measures: { ...policy.measures, ...measures } });
    expect(text).toContain(`tries each request 1.5 times: 33.3 % of the load are extra tries, ${words}`);
  });

  it('calls that fail more often than the SLO allows', () => {
    const timeline = [sampleTimeline(0, [[0, 3600]])];
    const policy = withGraph(policyOf('loser', { good: 0.9, services: ['web', 'db'] }), { web: ['db'], db: [] }, []);
    const { edges = [], ...graph } = policy.callGraph ?? { entries: [], saturations: [] };
    const callGraph = { ...graph, edges: edges.map((edge) => ({ ...edge, failed_ratio: 0.25 })) };
    const of = (mean: number) => {
      const measures = { ...policy.measures, unanswered_ratio: { mean, low: null, high: null, n: 1 } };
      return whyOf({ ...policy, timeline, callGraph, lagBudget: [], measures });
    };
    const words = 'of the requests well, more than the SLO allows: 25.0 % of the tries from web to db fail.';
    expect(of(0.02)).toContain(`does not answer 2.0 % ${words}`);
    expect(of(0.009)).toContain('has as many instances');
  });

  it('speaks of the service that the slow one waits for, where that one saturates', () => {
    const services = ['web', 'db'];
    const loser = policyOf('loser', { good: 0.9, services });
    const timeline = [sampleTimeline(0, [[1200, 1500]]), { ...sampleTimeline(20, []), service: 'db' }];
    const lagBudget = [rise({ startup_s: 90 }, 'db')];
    const whyIn = (saturated: readonly string[]) =>
      whyOf({ ...withGraph({ ...loser, timeline }, { web: ['db'], db: [] }, saturated), lagBudget });
    expect(whyIn(['db'])).toContain('the load needs 24 instances of db at 20m');
    expect(whyIn([])).toContain('has as many instances of web ready as 80 % use needs');
  });

  it('is left out where the log shows no cause, and for who meets the SLO', () => {
    expect(whyOf({ above_slo: [] })).not.toContain('why');
    expect(whyOf({ lagBudget: [], timeline: [] })).not.toContain('why');
    expect(screen([sampleScenario([policyOf('good')])])).not.toContain('why');
  });
});

describe('several services', () => {
  const services = ['web', 'cart', 'payments-gateway'];

  it('are rows under the choice, the worst first, with their cost; and the worst of the others', () => {
    const text = screen([
      sampleScenario([policyOf('hpa', { services, good: 0.9, cost: 3 }), policyOf('keda', { services, cost: 6 })]),
    ]);
    const lines = linesOf(text);
    const head = lines.findIndex((line) => line.startsWith('  services under keda'));
    expect(lines.slice(head + 1, head + 4).map((line) => line.trim().split(/ {2,}/))).toMatchObject([
      ['web', '99.5 ok', '200 ms', '-', '-', '2.00'],
      ['cart', '100 ok', '201 ms', '-', '-', '2.00'],
      ['payments-gateway', '100 ok', '202 ms', '-', '-', '2.00'],
    ]);
    expect(text).toContain('worst under the others: hpa web (90.0 % good)');
  });

  it('that miss the SLO by themselves are named where all together meet it', () => {
    const policy = policyOf('hpa', { services });
    const weak = {
      ...policy,
      measures: { ...policy.measures, 'services.cart.slo_attainment': { mean: 0.6, low: null, high: null, n: 1 } },
    };
    expect(flat(screen([sampleScenario([weak])]))).toContain(
      '! hpa meets the SLO over all services together, but not in each: cart 60.0 % good',
    );
    expect(screen([sampleScenario([policy])])).not.toContain('but not in each');
  });
});

describe('several scenarios', () => {
  const scenarioOf = (name: string, policies: readonly PolicyResult[]) => sampleScenario(policies, { name });
  const two = [
    scenarioOf('weekday', [policyOf('hpa', { cost: 1 }), policyOf('keda', { good: 0.9, cost: 2 })]),
    scenarioOf('sale', [policyOf('hpa', { good: 0.9, cost: 3 }), policyOf('keda', { cost: 4 })]),
  ];

  it('end in one table: who meets what is asked for, at what cost', () => {
    const lines = linesOf(screen(two));
    const head = lines.findIndex((line) => line.startsWith('  summary'));
    expect(lines.slice(head).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['summary', 'hpa', 'keda'],
      ['weekday', '$1.00/run ok', '$2.00/run x'],
      ['sale', '$3.00/run x', '$4.00/run ok'],
      ['met', '1 of 2', '1 of 2'],
    ]);
  });

  it('name the policies where there are too many for a table', () => {
    const many = Array.from({ length: 12 }, (_, index) => policyOf(`policy-${index}`));
    const text = screen([scenarioOf('weekday', many), scenarioOf('sale', [policyOf('policy-0', { good: 0.9 })])]);
    expect(flat(text)).toContain('weekday: met by 12 of 12: policy-0, policy-1');
    expect(text).toContain('sale: no policy meets it');
  });

  it('are not summed up where there is one', () => {
    expect(screen(two.slice(0, 1))).not.toContain('summary');
  });
});

it('says plainly that nothing arrived', () => {
  const empty = { slo_attainment: null, requests_offered: 0, cost_usd: 1 };
  const policy = {
    ...samplePolicy('hpa', [empty]),
    slo: { met: false, good_share: null, reason: 'no requests', gate: true, runs_met: 0, runs: 1 },
  };
  expect(flat(screen([sampleScenario([policy])]))).toContain(
    'No request arrives, so hpa is not judged by the SLO (99 % under 300 ms). Check the rates under `traffic`.',
  );
});

it('says where and when a policy failed, and does not call the other one the only one that is good', () => {
  const failure = {
    kind: 'runtime',
    message: "boom.lua:6: attempt to index a nil value (local 'x') (virtual time 465 s)",
    time_s: 465,
  };
  const text = flat(
    screen([sampleScenario([policyOf('hpa')], { policies: [policyOf('hpa'), { name: 'boom', failure }] })]),
  );
  expect(text).toContain(
    "! boom failed at 7m 45s of the run (runtime) and has no results: boom.lua:6: attempt to index a nil value (local 'x')",
  );
  expect(text).toContain('Nothing is known of boom, which failed.');
  expect(text).not.toContain('the only one');
});
