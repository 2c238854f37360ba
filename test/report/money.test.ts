import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyOf } from '../../src/report/analysis/study.js';
import { measureText } from '../../src/report/html/measureText.js';
import { markdown as markdownReport } from '../../src/report/markdown.js';
import { amountText, costText, moneyText, moneyUnitOf } from '../../src/report/money.js';
import { renderTerminal } from '../../src/report/terminal.js';
import { costMeasures } from '../../src/results/measures/cost.js';
import type { ScenarioResult } from '../../src/results/results.js';
import type { runsPerMonth } from '../../src/results/runsPerMonth.js';
import { samplePolicy, sampleScenario } from '../support/samplePolicy.js';
import { emptyTotals } from '../support/sampleTotals.js';

const day = 86_400;

describe('money', () => {
  it.each([
    [0, '$0'],
    [1e-13, '$0'],
    [-1e-13, '$0'],
    [0.0012345, '$0.00123'],
    [0.15, '$0.150'],
    [0.9996, '$1.00'],
    [9.996, '$10.0'],
    [12.741, '$12.7'],
    [99.96, '$100'],
    [1234.4, '$1,230'],
    [-1_049_900, '-$1.05M'],
  ])('%d is %s', (usd, text) => expect(moneyText(usd)).toBe(text));

  it('has three significant digits, and a sign only where there is an amount', () => {
    const amounts = fc.double({ min: 1e-8, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(amounts, fc.boolean(), (usd, isNegative) => {
        const text = moneyText(isNegative ? -usd : usd, { signed: true });
        expect(text).toMatch(isNegative ? /^-\$[\d,.]+M?$/ : /^\+\$[\d,.]+M?$/);
        const digits = text.replace(/[^\d.]/g, '');
        const size = Number(digits) * (text.endsWith('M') ? 1e6 : 1);
        expect(Math.abs(size / usd - 1)).toBeLessThanOrEqual(0.00501);
        expect(digits.replace('.', '').replace(/^0+/, '').length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

describe('a month of cost', () => {
  const cost = (parts: Parameters<typeof runsPerMonth>[0]) => {
    const empty = emptyTotals();
    const measure = costMeasures.find(({ name }) => name === 'cost_usd_per_month');
    return measure?.compute({ ...empty, ...parts, fleet: { ...empty.fleet, costUsd: 10 } });
  };

  it.each([
    ['day', 1, (10 * 730) / 24],
    ['week', 1, (10 * 730) / 168],
    ['month', 3, 30],
    ['year', 4, 10 / 3],
  ] as const)('of a run that occurs each %s %d times', (per, times, usd) => {
    expect(cost({ durationSeconds: 1440, spanSeconds: 1380, occurs: { times, per } })).toBeCloseTo(usd, 9);
  });

  it('is the mean rate for 730 hours once the run covers a day, and is not known of a shorter one', () => {
    expect(cost({ durationSeconds: day, spanSeconds: day, occurs: undefined })).toBeCloseTo((10 * 730) / 24, 9);
    expect(cost({ durationSeconds: 2 * day, spanSeconds: 1.5 * day, occurs: undefined })).toBeCloseTo(7300 / 36, 9);
    expect(cost({ durationSeconds: day - 1, spanSeconds: day - 1, occurs: undefined })).toMatchObject({
      missing: expect.stringContaining('occurs'),
    });
  });
});

describe('every report of a scenario', () => {
  const lengths = fc.record({
    duration_s: fc.integer({ min: 60, max: 3 * day }),
    occurs: fc.option(
      fc.record({
        times: fc.integer({ min: 1, max: 900 }),
        per: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
      }),
      { nil: undefined },
    ),
  });

  it('gives the same amounts in the same unit', () => {
    fc.assert(
      fc.property(
        lengths,
        fc.double({ min: 0.001, max: 5000, noNaN: true }),
        fc.double({ min: 0.5, max: 2 }),
        (length, usd, ratio) => {
          const policies = [
            samplePolicy('a', [{ cost_usd: usd, slo_attainment: 1 }]),
            samplePolicy('b', [{ cost_usd: usd * ratio, slo_attainment: 1 }]),
          ];
          const { occurs, ...rest } = length;
          const scenario: ScenarioResult = sampleScenario(policies, {
            ...rest,
            ...(occurs === undefined ? {} : { occurs }),
          });
          const document = { format: 'dryscale-result/1' as const, version: '0', scenarios: [scenario] };
          const unit = moneyUnitOf(scenario);
          expect(unit.label).toBe(occurs === undefined && length.duration_s < day ? '$/run' : '$/month');
          const context = { color: false, unicode: true, verbose: false };
          const terminal = renderTerminal(document, context);
          const markdown = markdownReport.render(document, context);
          const { money } = studyOf(scenario);
          for (const text of [terminal, markdown]) {
            expect(text).toContain(` ${unit.label} `);
            expect(text).not.toContain(unit.label === '$/run' ? '/month' : '/run');
            // A sum for a month says what the month is made of.
            expect(text.includes('$/month: a month ')).toBe(unit.label === '$/month');
          }
          for (const policy of policies) {
            const amount = amountText((policy.measures.cost_usd?.mean ?? 0) * unit.factor);
            const rows = terminal.split('\n').filter((line) => line.slice(2).startsWith(`${policy.name} `));
            expect(rows.flatMap((line) => line.split(/ +/))).toContain(amount);
            expect(markdown).toContain(`| ${amount} |`);
            expect(measureText(policy, 'cost_usd', money).text).toBe(
              costText(policy.measures.cost_usd?.mean ?? 0, unit),
            );
          }
          expect(terminal + markdown).not.toMatch(/-\\?\$0(\.0+)?[^.\d]/);
        },
      ),
      { numRuns: 60 },
    );
  });
});
