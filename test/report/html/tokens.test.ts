import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/report/analysis/study.js';
import { drawTimelineRow } from '../../../src/report/html/charts/drawTimelineRow.js';
import { chartDataOf } from '../../../src/report/html/data/chartDataOf.js';
import { Drawing } from '../../../src/report/html/drawing.js';
import { readoutAt } from '../../../src/report/html/page/readout.js';
import { renderHtmlReport } from '../../../src/report/html/page.js';
import { tokenTitle } from '../../../src/report/html/titles.js';
import type { PolicyResult, ResultDocument } from '../../../src/results/results.js';
import { pageCases } from './pageCases.js';
import { richDocument } from './richDocument.js';

const [, documentOf] = pageCases.find(([name]) => name === 'model servers') ?? pageCases[0];
const document = documentOf();
const fineness = { samplesMax: 90, changesMax: 180 };
const timelineOf = ({ scenarios }: ResultDocument) => chartDataOf(studyOf(scenarios[0]), fineness).timelines[0];

/** The document with the measures of its policies changed. */
function changed(change: (policy: PolicyResult, index: number) => Record<string, number>) {
  const [scenario] = document.scenarios;
  const policies = scenario.policies.map((policy, index) => {
    if (!('measures' in policy)) return policy;
    const own = Object.entries(change(policy, index)).map(([name, mean]) => [name, { ...policy.measures[name], mean }]);
    return { ...policy, measures: { ...policy.measures, ...Object.fromEntries(own) } };
  });
  return studyOf({ ...scenario, policies });
}

describe('what is drawn of model servers', () => {
  it('is nothing where none serves', () => {
    const other = richDocument({ policies: 2 });
    expect(timelineOf(other)).not.toHaveProperty('tokenScale');
    expect(renderHtmlReport(other, { clientScript: '' })).not.toContain('id="tokens-0"');
  });

  it('is first tokens with their limit, memory and waiting prompts, on one scale for all policies', () => {
    const data = timelineOf(document);
    const most = Math.max(...document.scenarios[0].policies.flatMap((policy) => maxWaitingOf(policy)));
    expect(data.tokenScale).toMatchObject({ firstTokenLimit: { ms: 700, name: 'limit' }, waitingMax: most });
    const drawing = new Drawing();
    const view = { fromSeconds: 0, untilSeconds: data.durationSeconds };
    const pieces = data.rows.map((_, row) =>
      drawTimelineRow(data, row, { document: drawing.document, width: 920 }, view, { isInteractive: false }).map(
        (svg) => drawing.markup(svg),
      ),
    );
    // Instances, latency, first tokens, memory, prompts, failures; cpu is not simulated beside a GPU.
    expect(pieces.map(({ length }) => length)).toEqual([6, 6, 6]);
    const [first] = pieces.map((one) => one.join(''));
    for (const name of ['p95 time to first token', 'limit 0.7 s', 'KV memory held, %', 'prompts that wait'])
      expect(first).toContain(name);
  });

  it('holds first tokens to the SLO where it speaks of them', () => {
    const [scenario] = document.scenarios;
    const slo = { ...(scenario.slo ?? { latency_s: 20, objective: 0.95 }), ttft_s: 0.5 };
    const data = timelineOf({ ...document, scenarios: [{ ...scenario, slo }] });
    expect(data.tokenScale?.firstTokenLimit).toEqual({ ms: 500, name: 'SLO' });
  });

  it('is read at the cursor', () => {
    const data = timelineOf(document);
    const texts = readoutAt(data, data.durationSeconds / 2).slice(1);
    expect(texts.every((text) => /TTFT [\d.]+/.test(text) && /KV \d+/.test(text))).toBe(true);
    expect(texts.filter((text) => text.endsWith('waiting')).length).toBe(2);
  });
});

function maxWaitingOf(policy: ResultDocument['scenarios'][number]['policies'][number]): number[] {
  return 'timeline' in policy ? policy.timeline.flatMap(({ tokens }) => tokens?.waiting ?? []) : [];
}

describe('the section of tokens', () => {
  it('says the limit in the head and marks who breaks it', () => {
    const page = renderHtmlReport(document, { clientScript: '' });
    const section = page.slice(page.indexOf('id="tokens-0"'), page.indexOf('id="cost-0"'));
    expect(section).toContain('TTFT p95<small>limit 700 ms</small>');
    expect(section.match(/class="bad"[^>]*>[^<]* ✗/g)).toHaveLength(2);
  });

  it('has a title that the numbers hold', () => {
    const neutral = 'How fast tokens come, and at what price';
    const title = (study: Parameters<typeof tokenTitle>[0]) => tokenTitle(study).replaceAll('\u202f', ' ');
    expect(title(changed((_, index) => ({ ttft_p95_ms: 100 + 250 * index })))).toMatch(
      /^95 % of first tokens come within 100 ms with .+, 600 ms with .+$/,
    );
    expect(title(changed(() => ({ ttft_p95_ms: 100 })))).toBe(neutral);
    // One that turns requests away has fewer first tokens to be late with.
    expect(title(changed((_, index) => ({ ttft_p95_ms: 100 + 250 * index, unanswered_ratio: 0.2 })))).toBe(neutral);
  });
});
