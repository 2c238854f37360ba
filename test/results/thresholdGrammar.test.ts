import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/results/runResult.js';
import { holds, parseThresholdExpression } from '../../src/results/thresholdExpression.js';
import { checkThresholds, evaluateThresholds } from '../../src/results/thresholds.js';
import { worstFirst } from '../../src/results/worstFirst.js';
import { loadScenario } from '../../src/scenario/load.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';
import { sampleGroup } from '../support/sampleRuns.js';

describe('the grammar of thresholds is that of k6', () => {
  it.each([
    'avg<200',
    'min>=0',
    'max<1e4',
    'med<=.5',
    'p(95)<300',
    'p(99.99) < 300.5',
    'p( 90 )<1',
    'count==10',
    'count===10',
    'rate!=0',
    'rate<0.01',
    'value>-1',
    ' value < +3 ',
    'p(0)<1',
    'p(100)<1',
  ])('%s', (text) => {
    expect(parseThresholdExpression(text)).toBeDefined();
  });

  it.each([
    '',
    'p95<300',
    'p(101)<1',
    'p(-1)<1',
    'avg=1',
    'avg<',
    '<300',
    'avg<300ms',
    'mean<3',
    'avg<1 && max<2',
    'avg<1e400',
    'value>-1e999',
  ])('"%s" is none', (text) => {
    expect(parseThresholdExpression(text)).toBeUndefined();
  });

  it('an operator and its opposite never both hold', () => {
    const number = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
    const opposites = [
      ['<', '>='],
      ['<=', '>'],
      ['==', '!='],
    ] as const;
    fc.assert(
      fc.property(number, number, fc.constantFrom(...opposites), (value, limit, [one, other]) => {
        const parse = (operator: string) => parseThresholdExpression(`value${operator}${limit}`);
        const [first, second] = [parse(one), parse(other)];
        return first !== undefined && second !== undefined && holds(first, value) !== holds(second, value);
      }),
    );
  });
});

describe('submetrics', () => {
  const run: RunResult = {
    replication: 0,
    measures: {},
    nulls: {},
    groups: [
      sampleGroup({ source: 'users', service: 'web', requestClass: 'page', latencies: Array(100).fill(0.1) }),
      sampleGroup({ source: 'robots', service: 'web', requestClass: 'feed', latencies: Array(100).fill(0.5) }),
      sampleGroup({ source: 'users', service: 'api', requestClass: 'call', latencies: Array(100).fill(0.9) }),
    ],
    findings: [],
    heldBack: [],
    notes: [],
    fingerprint: '',
  };
  const maxOf = (selector: string) =>
    evaluateThresholds({ [selector]: ['max<1e9'] }, [run], { spanSeconds: 1, allowEmpty: false })[0];

  it.each([
    ['http_req_duration', 900],
    ['http_req_duration{service:web}', 500],
    ['http_req_duration{source:users}', 900],
    ['http_req_duration{class:feed}', 500],
    ['http_req_duration{source:users,service:web}', 100],
    ['latency_all_ms{ service: web , class: page }', 100],
  ])('%s is narrowed by every tag', (selector, milliseconds) => {
    expect(maxOf(selector).value).toBeCloseTo(milliseconds, 0);
  });

  it('without a sample fail, as without data', () => {
    expect(maxOf('http_req_duration{source:robots,service:api}')).toMatchObject({
      value: null,
      ok: false,
      reason: 'no data',
    });
  });

  it.each([
    ['http_req_duration{service:wbe}', 'there is no service "wbe"', 'web'],
    ['http_req_duration{sevice:web}', '"sevice" is not a tag', 'service'],
    ['http_req_duration{service}', 'is not a metric', 'tags'],
    ['cost_usd{service:web}', 'takes no tags', 'services.<name>.cost_usd'],
    ['services.web.ttft_ms', 'is not a metric', 'write ttft_ms{service:web}.'],
    ['consumers.a.ttft_ms', 'is not a metric', 'consumers.a.ttft_p95_ms'],
    ['classes.page.ttft_ms', 'is not a metric', 'ttft_ms{class:page}'],
    ['classes.pag.ttft_p95_ms', 'names no class of this scenario', 'page'],
    ['slo_attainmnt', 'is not a metric', 'did you mean "slo_attainment"?'],
    ['services.web.cots_usd', 'is not a metric', 'did you mean "services.web.cost_usd"?'],
    ['whatever', 'is not a metric', 'docs/measures.md'],
  ])('%s is refused before anything runs', (metric, what, fix) => {
    const names = { source: ['users'], service: ['web'], class: ['page'], measuredClass: ['page'], consumer: ['a'] };
    const [issue] = checkThresholds({ [metric]: ['p(95)<1'] }, names);
    expect(issue.what).toContain(what);
    expect(issue.fix).toContain(fix);
    // One screen at most.
    expect(issue.fix.length).toBeLessThan(300);
  });
});

it('measures of classes are refused where classes have none', () => {
  const names = { source: ['users'], service: ['web'], class: ['page'] };
  const [issue] = checkThresholds({ 'classes.page.latency_p95_ms': ['value<1'] }, names);
  expect(issue).toMatchObject({ code: 'unknown-metric', fix: expect.stringContaining('{class:page}') });
});

it('missed thresholds are ordered by how far, those without a value first, kept ones last', () => {
  const of = (expression: string, value: number | null, ok = false) => ({ metric: 'm', expression, value, ok });
  const given = [
    of('value<10', 11),
    of('value<10', 5, true),
    of('value<1', 100),
    of('value<1', null),
    of('value<0', 1),
  ];
  expect(worstFirst(given).map(({ value }) => value)).toEqual([null, 1, 100, 11, 5]);
});

describe('the object form', () => {
  const load = async (expression: string) => {
    const { path, remove } = temporaryFolder({
      's.yaml': smallScenario.replace(`'rate<0.01'`, expression),
    });
    const { scenario, warnings } = await loadScenario(`${path}/s.yaml`);
    remove();
    return { thresholds: scenario.thresholds.http_req_failed, warnings };
  };

  it.each([
    ["{ threshold: 'rate<0.02' }", []],
    ["{ threshold: 'rate<0.02', abortOnFail: false }", []],
    ["{ threshold: 'rate<0.02', abortOnFail: true, delayAbortEval: 10s }", ['abortOnFail has no effect']],
    ["{ threshold: 'rate<0.02', delayAbortEval: 10s }", ['delayAbortEval has no effect']],
  ])('%s', async (expression, effects) => {
    const { thresholds, warnings } = await load(expression);
    expect(thresholds).toEqual(['rate<0.02']);
    expect(warnings.map(({ what }) => what)).toEqual(effects);
    for (const { where } of warnings) expect(where.line).toBeGreaterThan(1);
  });
});
