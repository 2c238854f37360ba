import { describe, expect, it } from 'vitest';
import { measureFamilies, measures } from '../../src/results/measures/index.js';

const header = `# Measures

Every number a report states. Names end in their unit; a measure without data is null with a reason, never 0.
Per service as \`services.<name>.<measure>\`; some also per consumer, provider and request class (\`consumers.\`, \`providers.\`, \`classes.\`). Windows of the SLO are 60 s long, tumbling, by intended arrival.
Measures of level \`default\` are in the views that show few; the others where every number is asked for.

**needed(t)** is the demand curve: max(min, ceil(rate(t) / (0.8 x capacity))), rate(t) the sources' own rate curve and capacity
min(vcpus / E[cpu], concurrency / (E[cpu] + E[io])) of an instance for the present mix; Erlang C for io-only services with an
slo. A result says in its notes which one it used. As steps it is exact to 1 us where rates are constant or straight; smooth
curves (diurnal, the fall of a flash crowd) are looked at on a grid of 1/4096 of the run first, so that a step up and down
within one cell is not seen. Integrals over needed(t) and ready(t) are sums over their steps, never samples.

This page is written from \`src/results/measures/\`; \`npx vitest run test/results/measuresPage.test.ts -u\` writes it anew.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

describe('docs/measures.md', () => {
  it('lists every measure as the code has it', async () => {
    const sections = measureFamilies.map(({ title, measures: family }) => {
      const rows = family.map(
        ({ name, unit, better, level, definition, formula, source }) =>
          `| \`${name}\` | ${[unit, better, level, definition, formula, source].map(cell).join(' | ')} |`,
      );
      return `\n## ${title}\n\n| measure | unit | better | level | what it says | formula | source |\n|---|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
    });
    await expect(`${header}${sections.join('')}`).toMatchFileSnapshot('../../docs/measures.md');
  });
});

describe('the list of measures', () => {
  it('names each measure once, with all that a reader may ask for', () => {
    const names = measures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const measure of measures) {
      for (const text of [measure.label, measure.definition, measure.formula, measure.source]) {
        expect(text.trim(), measure.name).not.toBe('');
      }
    }
  });

  it.each<[suffix: RegExp, unit: string]>([
    [/_ms$/, 'ms'],
    [/_s$/, 's'],
    [/_usd$/, 'usd'],
    [/_percent$/, 'percent'],
    [/_ratio$/, 'ratio'],
    [/(?<!usd)_per_hour$/, 'per_hour'],
  ])('whose name ends in %s have the unit %s', (suffix, unit) => {
    const units = measures.filter(({ name }) => suffix.test(name)).map((measure) => measure.unit);
    expect([...new Set(units)]).toEqual([unit]);
  });

  it('has every measure that scripts may rely on', () => {
    const promised = [
      'requests_offered requests_completed requests_good dropped_iterations attempts cold_start_probability',
      'latency_mean_ms latency_p50_ms latency_p90_ms latency_p95_ms latency_p99_ms latency_p999_ms latency_max_ms',
      'latency_all_p50_ms latency_all_p95_ms latency_all_p99_ms queue_wait_mean_ms queue_wait_p50_ms queue_wait_p90_ms',
      'queue_wait_p95_ms queue_wait_p99_ms queue_wait_probability in_system_mean in_queue_mean instances_mean',
      'instances_busy_mean instances_billed_mean instances_peak throughput_per_second utilization_mean instance_hours',
      'cost_usd cost_usd_per_month cost_per_million_good_usd waste_usd regret_ratio scale_ups scale_downs',
      'scaling_reversals wasted_starts actions_clamped actions_throttled slo_attainment time_above_slo_s',
      'longest_above_slo_s recovery_s under_provisioned_percent over_provisioned_percent',
      'under_provisioned_time_percent over_provisioned_time_percent instability_percent jitter_per_hour',
    ].flatMap((line) => line.split(' '));
    const known = new Set(measures.map(({ name }) => name));
    expect(promised.filter((name) => !known.has(name))).toEqual([]);
  });

  it('shows few by default', () => {
    const shown = measures.filter(({ level }) => level === 'default').map(({ name }) => name);
    expect(shown.length).toBeLessThanOrEqual(16);
    expect(shown).toEqual(expect.arrayContaining(['slo_attainment', 'latency_all_p99_ms', 'cost_usd', 'regret_ratio']));
  });
});
