import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtmlReport } from '../../../src/report/html/page.js';
import { hasResults, type ResultDocument } from '../../../src/results/results.js';
import { regression } from '../../support/gateDocument.js';
import { sampleDocument, sampleScenario } from '../sampleDocument.js';
import { bundleClient } from './bundleClient.js';
import { richDocument } from './richDocument.js';

const clientScript = 'console.log("<!-- </script>");';
const page = renderHtmlReport(sampleDocument(), { clientScript });

function lagRise(service: string) {
  const parts = { metric_s: 15, decision_s: 20, limit_s: 0, api_s: 1, startup_s: 60, slow_start_s: 4 };
  return { time_s: 600, service, needed_from: 2, needed_to: 9, total_s: 100, parts };
}

/** Renames a policy everywhere and puts hostile text wherever text can stand. */
function hostileDocument(text: string): ResultDocument {
  const document = richDocument({ policies: 2 });
  const [scenario] = document.scenarios;
  return {
    ...document,
    version: text,
    command: text,
    scenarios: [
      {
        ...scenario,
        name: text,
        hash: text,
        notes: [text],
        assumptions: [{ path: text, basis: text, from: text }],
        comparisons: scenario.comparisons.map((row) => ({ ...row, a: text, b: text })),
        policies: [
          ...scenario.policies.filter(hasResults).map((policy, index) => ({
            ...policy,
            name: index === 0 ? text : policy.name,
            source: text,
            findings: [text],
            params: { [text]: text },
            thresholds: policy.thresholds.map((threshold) => ({ ...threshold, metric: text, reason: text })),
            timeline: policy.timeline.map((timeline) => ({ ...timeline, service: text })),
            decisions: policy.decisions.map((row) => ({ ...row, service: text, rule: text, reason: text })),
            events: policy.events.map((event) => ({ ...event, kind: text, service: text })),
            // Not in every document's schema yet: the page reads it where it is.
            lagBudget: [lagRise(text)],
          })),
          { name: `${text} failed`, failure: { kind: 'script', message: text, time_s: 12 } },
        ],
      },
    ],
  };
}

describe('the HTML report', () => {
  it('asks for nothing outside itself', () => {
    const withoutNamespaces = page.replace(/xmlns(:\w+)?="[^"]*"/g, '');
    expect(withoutNamespaces.match(/(?:https?:)?\/\/[a-z]/i)).toBeNull();
    expect(withoutNamespaces.match(/\b(?:src|srcset|action|poster)=|@import|url\((?!#)/i)).toBeNull();
    expect(page.match(/<link\b/g)).toHaveLength(1);
    expect(page.includes('<link rel="icon" href="data:,">')).toBe(true);
  });

  it('lets exactly its own script run', () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page.includes(`default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'`)).toBe(true);
    expect(page.match(/<script\b/g)).toHaveLength(2);
    expect(script.includes('console.log')).toBe(true);
  });

  it('forbids every script where it has none, and then hides nothing that only a script shows', () => {
    const bare = renderHtmlReport(sampleDocument(), { clientScript: '' });
    expect(bare.includes("script-src 'none'")).toBe(true);
    expect(bare.includes('<script')).toBe(false);
    expect(bare.match(/<tr [^>]*hidden/)).toBeNull();
  });

  it('shows hostile names and never runs, closes or colours with them', () => {
    const text = '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\' \u001b[31m\u202e&amp;';
    const hostile = renderHtmlReport(hostileDocument(text), { clientScript: 'void 0;' });
    expect(hostile.match(/<script\b/g)).toHaveLength(2);
    expect(hostile.match(/<\/script/g)).toHaveLength(2);
    expect(/<img/i.test(hostile)).toBe(false);
    expect(hostile.includes('\u001b') || hostile.includes('\u202e')).toBe(false);
    expect(hostile.includes('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe(true);
  });

  it('is the same text for the same document, whatever was drawn before', () => {
    renderHtmlReport(sampleDocument({ policies: 2 }), { clientScript });
    expect(renderHtmlReport(sampleDocument(), { clientScript }) === page).toBe(true);
  });

  it('says every limit beside its value', () => {
    for (const text of ['limit 300 ms', 'limit 800 ms', 'objective 99\u202f%', 'limit 2', 'p(99)&lt;800']) {
      expect(page.includes(text)).toBe(true);
    }
  });

  it('draws every figure in the file itself', () => {
    expect(page.match(/<figure data-chart/g)).toHaveLength(3);
    // Traffic, and per policy instances, latency and cpu; then the three figures.
    expect(page.match(/class="plot-/g)).toHaveLength(1 + 4 * 3 + 3);
    expect(page.includes('NaN')).toBe(false);
  });

  it('gives the reason of a reversal to whoever points at its mark', () => {
    expect(/<title>00:\d\d:\d\d reversal \d+ → \d+; target: cpu \d+ %, target 62 %<\/title>/.test(page)).toBe(true);
  });

  it('stays small: four policies over two hours below 900 kB with the script', async () => {
    const bundle = await bundleClient();
    const whole = renderHtmlReport(sampleDocument(), { clientScript: bundle });
    expect(Buffer.byteLength(whole)).toBeLessThan(900_000);
    expect(Buffer.byteLength(bundle)).toBeLessThan(340_000);
  });
});

describe('the parts that only some documents have', () => {
  const titles = (text: string) => [...text.matchAll(/<h2 id="([a-z]+)-/gi)].map(([, id]) => id);

  it('are left out where the document has not what they show', () => {
    const bare = titles(renderHtmlReport(sampleDocument(), { clientScript: '' }));
    expect(bare.filter((id) => ['budget', 'cost', 'heatmap', 'lag'].includes(id))).toEqual([]);
  });

  it('stand in the order of the reading', () => {
    const rich = titles(renderHtmlReport(richDocument(), { clientScript: '' }));
    const order = [
      'scoreboard',
      'tradeOff',
      'differences',
      'timeline',
      'lag',
      'budget',
      'tail',
      'cost',
      'heatmap',
      'log',
    ];
    expect(rich).toEqual([...order, 'limits', 'measures']);
  });

  it('names the largest part of a wait for instances', () => {
    const [scenario] = sampleDocument({ policies: 1 }).scenarios;
    const policies = scenario.policies.map((policy) => ({ ...policy, lagBudget: [lagRise('web')] }));
    const document = { ...sampleDocument({ policies: 1 }), scenarios: [{ ...scenario, policies }] };
    expect(renderHtmlReport(document, { clientScript: '' })).toContain(
      'Of 1 min 40 s from the jump to enough instances, 1 min were startup.',
    );
  });

  it('judges the error budget over all replications, as the limits are, and says where the drawn one differs', () => {
    const document = richDocument();
    const [scenario] = document.scenarios;
    const policies = scenario.policies.filter(hasResults).map((policy) => ({
      ...policy,
      timeline: policy.timeline.map(({ slo_windows, ...rest }) =>
        slo_windows === undefined || policy.name !== 'predictive'
          ? { ...rest, ...(slo_windows === undefined ? {} : { slo_windows }) }
          : { ...rest, slo_windows: { ...slo_windows, good: slo_windows.judged.map((count) => count * 0.9) } },
      ),
    }));
    const text = renderHtmlReport({ ...document, scenarios: [{ ...scenario, policies }] }, { clientScript: '' });
    expect(text).toContain('>Two policies overspend the error budget<');
    expect(text).toContain('Over all 10 replications: predictive 0.15×.');
  });

  it('says where the money went and how far hindsight is', () => {
    const text = renderHtmlReport(richDocument(), { clientScript: '' });
    expect(text).toContain('Besides work, most money goes to idle capacity');
    expect(/\$[\d.]+\/run above hindsight at 80\u202f% use; its largest waste is idle/.test(text)).toBe(true);
  });
});

describe('what is folded away', () => {
  const text = renderHtmlReport(richDocument(), { clientScript: '' });
  const measures = text.slice(text.indexOf('id="measures-0"'), text.indexOf('<h2>Run it again'));

  it('is closed, whatever it is', () => {
    expect(text.match(/<details[^>]* open/)).toBeNull();
  });

  it('has the measures by family, the telling ones first, each with its definition', () => {
    const families = [...measures.matchAll(/<summary><b>([^<]+)<\/b>/g)].map(([, title]) => title);
    expect(families.slice(0, 3)).toEqual(['Service level', 'Latency', 'Cost']);
    const names = Object.keys(richDocument().scenarios[0].policies.filter(hasResults)[0].measures);
    for (const name of names.filter((one) => !one.startsWith('services.')))
      expect(measures, name).toContain(`<dd>${name}`);
    expect(measures).toContain('<dt>formula<dd>');
    expect(measures.indexOf('<dd>cost_usd<')).toBeLessThan(measures.indexOf('<dd>cost_idle_usd<'));
  });

  it('has the scenario with every default where the document carries it', () => {
    const document = richDocument({ policies: 1 });
    const [scenario] = document.scenarios;
    const withText = { ...document, scenarios: [{ ...scenario, resolved: 'name: flash-sale\nseed: 1 # <b>\n' }] };
    expect(renderHtmlReport(withText, { clientScript: '' })).toContain('name: flash-sale\nseed: 1 # &lt;b&gt;');
    expect(renderHtmlReport(document, { clientScript: '' })).not.toContain('with every default');
  });
});

describe('the baseline on the page', () => {
  const document = richDocument({ policies: 2 });
  const [scenario] = document.scenarios;
  const worse = { ...regression, policy: 'target-cpu', value: 12.74, regression: 0.06, low: 0.059, high: 0.061 };
  const baseline = {
    version: '0.0.9',
    notes: ['Another seed.'],
    regressions: [worse],
    moved: [{ policy: 'target-cpu', measure: 'cost_usd', baseline: 12, value: 12.74, verdict: 'worse' as const }],
    decisions: [{ policy: 'target-cpu', before: 10, after: 12, first_change_s: 1800 }],
    unknown: ['static-peak'],
  };
  const render = (change: Partial<typeof baseline>) =>
    renderHtmlReport(
      { ...document, scenarios: [{ ...scenario, baseline: { ...baseline, ...change } }] },
      { clientScript: '' },
    );

  it('says what became worse, by how much, and against which limit', () => {
    const text = render({});
    expect(text).toContain('One measure is worse than the baseline allows');
    expect(text).toContain('the limit is 5 %');
    expect(text).toContain('$12.0');
    expect(text).toContain('Not in the baseline, so not judged: static-peak.');
    expect(text).toContain('decides differently from 00:30:00 on');
    expect(text.indexOf('id="baseline-0"')).toBeGreaterThan(text.indexOf('id="scoreboard-0"'));
    expect(text.indexOf('id="baseline-0"')).toBeLessThan(text.indexOf('id="tradeOff-0"'));
  });

  it('says so where nothing became worse or moved', () => {
    const kept = { ...worse, outcome: 'kept' as const, ok: true };
    // safe: a kept limit has the shape of a broken one.
    expect(render({ regressions: [kept] as never })).toContain('Nothing is worse than the baseline allows');
    expect(render({ regressions: [] as never, moved: [] })).toContain(
      'No measure is shown to have moved since the baseline',
    );
  });
});

describe('the size of the page', () => {
  it('stays below 1.5 MB for ten policies that change their mind for a day', { tags: ['ci'] }, async () => {
    const document = richDocument({ policies: 6, durationSeconds: 86_400, stepSeconds: 30 });
    const [scenario] = document.scenarios;
    const more = scenario.policies.slice(1, 5).map((policy) => ({ ...policy, name: `${policy.name} again` }));
    const ten = { ...document, scenarios: [{ ...scenario, policies: [...scenario.policies, ...more] }] };
    const page = renderHtmlReport(ten, { clientScript: await bundleClient() });
    expect(Buffer.byteLength(page)).toBeLessThan(1_500_000);
  });
});

describe('the HTML report of other shapes', () => {
  const shapes: readonly (readonly [string, ResultDocument])[] = [
    ['one policy, one run', sampleDocument({ policies: 1, runs: 1 })],
    ['six policies, unanswered requests', sampleDocument({ policies: 6, unanswered: true })],
    ['two services', sampleDocument({ policies: 3, services: ['web', 'search'] })],
    ['no scenario', { ...sampleDocument({ policies: 1 }), scenarios: [] }],
    ['everything there is', richDocument({ policies: 6, services: ['web', 'search'] })],
    ['one run of one policy with everything', richDocument({ policies: 1, runs: 1 })],
    ['a day in one-minute steps', sampleDocument({ policies: 2, durationSeconds: 86_400, stepSeconds: 60 })],
  ];
  for (const [name, document] of shapes) {
    it(`has a headline and no hole: ${name}`, () => {
      const text = renderHtmlReport(document, { clientScript: '' });
      expect(/<h1>.+<\/h1>/.test(text)).toBe(true);
      expect(text.match(/NaN|undefined|Infinity|\[object/)).toBeNull();
    });
  }

  it('puts a matrix before the scenarios and one heading level below it', () => {
    const document = sampleDocument({ policies: 2 });
    const second = { ...sampleScenario({ policies: 2 }), name: 'second' };
    const text = renderHtmlReport({ ...document, scenarios: [...document.scenarios, second] }, { clientScript: '' });
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text.match(/<article id="scenario-/g)).toHaveLength(2);
    expect(text.includes('in both scenarios')).toBe(true);
  });

  it('keeps the failed policy in sight and the others whole', () => {
    const document = sampleDocument({ policies: 2 });
    const [scenario] = document.scenarios;
    const failed = { name: 'broken', failure: { kind: 'script', message: 'index a nil value', time_s: 61 } };
    const policies = [...scenario.policies, failed];
    const text = renderHtmlReport({ ...document, scenarios: [{ ...scenario, policies }] }, { clientScript: '' });
    expect(text.includes('✗ broken failed at 00:01:01:</b> index a nil value')).toBe(true);
    expect(text.includes('✗ failed: index a nil value')).toBe(true);
    expect(text.includes('target-cpu')).toBe(true);
  });

  it('says why a number is missing', () => {
    const text = renderHtmlReport(sampleDocument({ policies: 2 }), { clientScript: '' });
    expect(/n\/a<span class="interval">no service scales to zero<\/span>/.test(text)).toBe(true);
  });

  it('shows the share that was not answered well where a latency falls among it', () => {
    const text = renderHtmlReport(sampleDocument({ policies: 3, unanswered: true }), { clientScript: '' });
    expect(/1\.5\u202f% fail/.test(text)).toBe(true);
    expect(text.includes('target-cpu unanswered')).toBe(true);
  });
});

it('shows the clock of the run wherever it says a time', () => {
  const { scenarios, ...rest } = sampleDocument();
  const clocked = scenarios.map((scenario) => ({ ...scenario, start: '1998-06-30T17:00:00Z' }));
  const text = renderHtmlReport({ ...rest, scenarios: clocked }, { clientScript: '' });
  const times = [...text.matchAll(/data-time="([\d.]+)">([^<]+)</g)];
  expect(times.length).toBeGreaterThan(5);
  for (const [, seconds, shown] of times) {
    const clock = new Date(Date.parse('1998-06-30T17:00:00Z') + Math.floor(Number(seconds)) * 1000).toISOString();
    expect(clock.slice(0, 19).replace('T', ' ')).toContain(shown);
  }
  expect(text).toContain('>17:00<');
  expect(text).not.toContain('>00:00<');
});

it('says beside the waits how late the metrics were', () => {
  const { scenarios, ...rest } = richDocument();
  const note = 'telemetry of web for hpa: cpu_utilization is collected every 15s (from metrics-server)';
  const told = scenarios.map((scenario) => ({ ...scenario, notes: [...scenario.notes, note] }));
  const section = /<section><[^>]*id="lag[\s\S]*?<\/section>/.exec(
    renderHtmlReport({ ...rest, scenarios: told }, { clientScript: '' }),
  );
  expect(section?.[0]).toContain(note);
});
