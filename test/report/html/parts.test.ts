import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/report/analysis/study.js';
import { renderHtmlReport } from '../../../src/report/html/page.js';
import { consumersTitle, providersTitle } from '../../../src/report/html/titles.js';
import type { ResultDocument } from '../../../src/results/results.js';
import { richDocument } from './richDocument.js';

type Numbers = Readonly<Record<string, number>>;

/** The document, in which each policy has these measures of consumers or providers, too. */
function withParts(kind: 'consumers' | 'providers', parts: Readonly<Record<string, Numbers>>): ResultDocument {
  const document = richDocument({ policies: 2 });
  const [scenario] = document.scenarios;
  const own = Object.entries(parts).flatMap(([name, numbers]) =>
    Object.entries(numbers).map(([measure, mean]) => [
      `${kind}.${name}.${measure}`,
      { mean, low: mean, high: mean, values: [mean] },
    ]),
  );
  const policies = scenario.policies.map((policy) =>
    'measures' in policy ? { ...policy, measures: { ...policy.measures, ...Object.fromEntries(own) } } : policy,
  );
  return { ...document, scenarios: [{ ...scenario, policies }] } as ResultDocument; // safe: aggregates like the others
}

const quiet = { requests_offered: 1_000, requests_rate_limited: 0, ttft_p95_ms: 300, unanswered_ratio: 0 };

describe('the section of consumers', () => {
  it('is not there without them', () => {
    expect(renderHtmlReport(richDocument({ policies: 2 }), { clientScript: '' })).not.toContain('id="consumers-0"');
  });

  it('has a table for each policy, and explains only what it shows', () => {
    const page = renderHtmlReport(withParts('consumers', { 'team-a': quiet, 'team <b>': quiet }), { clientScript: '' });
    const section = page.slice(page.indexOf('id="consumers-0"')).split('</section>')[0];
    expect(section.match(/<table/g)).toHaveLength(2);
    expect(section).toContain('<b>team &lt;b&gt;</b>');
    expect(section).toContain('429: turned away');
    expect(section).not.toContain('Beyond limit');
  });

  it.each<[string, Readonly<Record<string, Numbers>>, RegExp]>([
    [
      'whom limits turn away',
      { a: quiet, b: { ...quiet, requests_rate_limited: 120 } },
      /^12.0 % of b's requests get 429 under /,
    ],
    [
      'who waits',
      { a: quiet, b: { ...quiet, ttft_p95_ms: 1_200 } },
      /^First tokens of b take 1.2 s, of a 300 ms \(p95, under /,
    ],
    ['nothing where they fare alike', { a: quiet, b: { ...quiet, ttft_p95_ms: 500 } }, /^What each consumer/],
    [
      'nothing of waits where one is not answered',
      { a: quiet, b: { ...quiet, ttft_p95_ms: 1_200, unanswered_ratio: 0.2 } },
      /^What each consumer/,
    ],
  ])('has a title of %s', (_, consumers, title) => {
    const { reference } = studyOf(withParts('consumers', consumers).scenarios[0]);
    if (reference === undefined) throw new Error('no reference');
    expect(consumersTitle(reference).replaceAll('\u202f', ' ')).toMatch(title);
  });
});

const answering = { requests_completed: 900, attempts: 1_000, provider_cost_usd: 2 };

describe('the section of providers', () => {
  it('has a table for each policy, and is not there without them', () => {
    expect(renderHtmlReport(richDocument({ policies: 2 }), { clientScript: '' })).not.toContain('id="providers-0"');
    const page = renderHtmlReport(withParts('providers', { cloud: { ...answering, cooldowns: 1 } }), {
      clientScript: '',
    });
    const section = page.slice(page.indexOf('id="providers-0"')).split('</section>')[0];
    expect(section.match(/<table/g)).toHaveLength(2);
    expect(section).toContain('Cooldowns: times');
    expect(section).not.toContain('Given up');
  });

  it.each<[string, Readonly<Record<string, Numbers>>, RegExp]>([
    [
      'who fails most',
      { a: { ...answering, provider_tries_limited: 20 }, b: { ...answering, provider_tries_failed: 100 } },
      /^b fails 10.0 % of the tries sent to it under /,
    ],
    [
      'nothing where all answer',
      { a: answering, b: { ...answering, provider_tries_failed: 5 } },
      /^What each provider/,
    ],
    ['nothing of one that was not asked', { a: { ...answering, attempts: 0 } }, /^What each provider/],
  ])('has a title of %s', (_, providers, title) => {
    const { reference } = studyOf(withParts('providers', providers).scenarios[0]);
    if (reference === undefined) throw new Error('no reference');
    expect(providersTitle(reference).replaceAll('\u202f', ' ')).toMatch(title);
  });
});
