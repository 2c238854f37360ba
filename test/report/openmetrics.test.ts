import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricOf } from '../../src/report/metricOf.js';
import { openmetrics } from '../../src/report/openmetrics.js';
import { measureOf, measures } from '../../src/results/measures/index.js';
import type { ResultDocument } from '../../src/results/results.js';
import { gateDocument, gateScenario, hostileName, policyWith } from '../support/gateDocument.js';
import { hasPromtool, promtool } from '../support/promtool.js';
import { samplePolicy } from '../support/samplePolicy.js';

const render = (document: ResultDocument): string =>
  openmetrics.render(document, { color: false, unicode: true, verbose: false });

const of = (...policies: Parameters<typeof gateScenario>[0]): ResultDocument => gateDocument([gateScenario(policies)]);

/** Every measure there is, of all and of one service, in a run. */
const everything = of(
  samplePolicy('all', [
    Object.fromEntries(
      measures.flatMap(({ name }, at) => [
        [name, at + 0.5],
        [`services.web.${name}`, at],
      ]),
    ),
  ]),
);

describe('the OpenMetrics report', () => {
  it('says each measure in base units, parts under names of their own, and whose it is', () => {
    const values = { latency_p95_ms: 250, cost_usd: 3, instance_hours: 2, 'services.web.cost_usd': 1.5 };
    const text = render(of(samplePolicy('hpa', [values, { ...values, cost_usd: 4 }])));
    const labels = 'scenario="flash-sale",policy="hpa"';
    for (const line of [
      '# TYPE dryscale_latency_p95_seconds gauge',
      '# UNIT dryscale_latency_p95_seconds seconds',
      `dryscale_latency_p95_seconds{${labels}} 0.25`,
      `dryscale_cost_usd{${labels}} 3.5`,
      `dryscale_service_cost_usd{${labels},service="web"} 1.5`,
      `dryscale_instance_seconds{${labels}} 7200`,
      `dryscale_run_info{${labels},seed="1",runs="2",version="0.1.0"} 1`,
      'dryscale_complete 1',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
  });

  it('says what failed, what is met, and that a comparison was interrupted', () => {
    const text = render({ ...gateDocument(), interrupted: { completed: 3, total: 300 } });
    expect(text).toContain('dryscale_policy_failed{scenario="flash-sale",policy="broken"} 1\n');
    expect(text).toContain('dryscale_slo_met{scenario="flash-sale",policy="now"} 1\n');
    expect(text).toMatch(/dryscale_threshold_met\{.*policy="tuned",metric="cost_usd",expression="value<12"\} 0\n/);
    expect(text).toContain('\ndryscale_complete 0\n');
    expect(openmetrics.mark.test(text)).toBe(true);
  });

  it('says that an unanswered percentile is infinite, and nothing where there is no value', () => {
    const nulls = { latency_all_p99_ms: 'unanswered', recovery_s: 'no fault' };
    const text = render(of(samplePolicy('late', [{ latency_all_p99_ms: null, recovery_s: null }], nulls)));
    expect(text).toContain('dryscale_latency_all_p99_seconds{scenario="flash-sale",policy="late"} +Inf\n');
    expect(text).not.toContain('recovery');
  });

  it('tells scenarios of one name apart', () => {
    const scenario = gateScenario([policyWith('now', [])]);
    const lines = render(gateDocument([scenario, scenario])).match(/^dryscale_cost_usd\{.*/gm);
    expect(lines).toHaveLength(2);
    expect(lines?.[1]).toContain('scenario="flash-sale (2)"');
  });

  it('gives each measure, of all and of each kind of part, a name of its own', () => {
    const kinds = [undefined, 'services', 'consumers', 'providers'] as const;
    const names = measures.flatMap((measure) =>
      kinds.flatMap((kind) =>
        kind === undefined || measureOf(`${kind}.x.${measure.name}`) !== undefined
          ? [metricOf(measure, kind).name]
          : [],
      ),
    );
    expect(names.length).toBeGreaterThan(2 * measures.length);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['cost_usd', 'services', 'dryscale_service_cost_usd'],
    ['provider_cost_usd', undefined, 'dryscale_provider_cost_usd'],
    ['provider_cost_usd', 'providers', 'dryscale_per_provider_cost_usd'],
    ['latency_p95_ms', undefined, 'dryscale_latency_p95_seconds'],
  ] as const)('names %s of %s %s', (name, kind, expected) => {
    const measure = measures.find((one) => one.name === name);
    expect(measure && metricOf(measure, kind).name).toBe(expected);
  });

  it('is lines of the format, whatever policies and services are called', () => {
    const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(hostileName, '\\', '"', 'a\nb', '\\n'));
    const label = String.raw`[a-z]+="(?:[^"\\\n]|\\[\\"n])*"`;
    const sample = new RegExp(String.raw`^(dryscale_[a-z0-9_]+)(?:\{(${label}(?:,${label})*)\})? \S+$`);
    fc.assert(
      fc.property(name, name, fc.double(), (policy, service, value) => {
        const measure = `services.${service.replaceAll('.', '')}.cost_usd`;
        const text = render(of(samplePolicy(policy, [{ cost_usd: value, [measure]: value, latency_max_ms: value }])));
        const lines = text.split('\n');
        expect(lines.splice(-2)).toEqual(['# EOF', '']);
        const families = new Set<string>();
        const seen = new Set<string>();
        let family = '';
        for (const line of lines) {
          if (line.startsWith('# HELP ')) {
            [, , family] = line.split(' ');
            expect(families.has(family)).toBe(false);
            families.add(family);
          } else if (line.startsWith('# UNIT ')) {
            const [, , metric, unit] = line.split(' ');
            expect([metric, metric.endsWith(`_${unit}`)]).toEqual([family, true]);
          } else if (line.startsWith('# TYPE ')) expect(line).toBe(`# TYPE ${family} gauge`);
          else {
            expect(sample.exec(line)?.[1], line).toBe(family);
            const [series] = line.split(/ (?=\S+$)/);
            expect(seen.has(series)).toBe(false);
            seen.add(series);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it.skipIf(!hasPromtool)('has nothing that promtool would name otherwise (skipped: no promtool)', () => {
    for (const document of [everything, gateDocument(), of(policyWith(hostileName, []))]) {
      expect(promtool(['check', 'metrics'], render(document))).toEqual({ said: '', status: 0 });
    }
  });
});
