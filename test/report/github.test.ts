import { describe, expect, it } from 'vitest';
import { githubAnnotations } from '../../src/report/github.js';
import { gateDocument, gateScenario, hostileName, policyWith } from '../support/gateDocument.js';

const linesOf = (document = gateDocument(), gate = 'all') =>
  githubAnnotations(document, { gate: { gate, reference: undefined }, files: ['scenarios/flash-sale.yaml'] });

describe('annotations', () => {
  it('name the file, the policy and the value, those without a value first', () => {
    const place = 'file=scenarios/flash-sale.yaml,title=flash-sale%3A';
    const lines = linesOf();
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(`::error ${place} broken failed::broken.lua:1: -3`);
    expect(lines[1]).toBe(`::error ${place} tuned misses a threshold::latency_all_ms p(99)<800 got unanswered`);
    expect(lines[2]).toContain(`${place} tuned against the baseline::cost_usd of tuned is 8.33 %25 worse`);
    expect(lines[3]).toBe(`::error ${place} tuned misses a threshold::cost_usd value<12 got 13 USD`);
  });

  it('are warnings where the gate does not judge a regression', () => {
    const warnings = linesOf(gateDocument(), 'now').filter((line) => line.startsWith('::warning'));
    expect(warnings).toHaveLength(1);
  });

  it('are at most ten a level, and the last one says how many more there are', () => {
    const thresholds = Array.from({ length: 25 }, (_, index) => ({
      metric: 'cost_usd',
      expression: `value<${index + 1}`,
      value: 100,
      ok: false,
    }));
    const lines = linesOf(gateDocument([gateScenario([policyWith('p', thresholds)])]));
    expect(lines).toHaveLength(10);
    expect(lines[0]).toContain('value<1 got 100');
    expect(lines[9]).toBe('::error title=dryscale::and 16 more');
  });

  it('let no name begin a command of its own', () => {
    const missed = { metric: 'cost_usd', expression: 'value<1', value: 2, ok: false };
    const lines = linesOf(gateDocument([gateScenario([policyWith(hostileName, [missed])])]));
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/[\r\n]/);
    expect(lines[0]).toMatch(/^::error file=[^,:]*,title=[^,:]*::[^:]*$/);
  });

  it('are none when all is well', () => {
    expect(linesOf(gateDocument([gateScenario([policyWith('p', [])])]))).toEqual([]);
  });
});
