import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/report/terminal.js';
import type { PolicyResult, ScenarioResult } from '../../src/results/results.js';
import { samplePolicy, sampleTimeline, sampleScenario as scenarioOfHour } from '../support/samplePolicy.js';

/** The sample lasts an hour; every hour of the month is one. */
function sampleScenario(policies: readonly PolicyResult[], parts: Partial<ScenarioResult> = {}): ScenarioResult {
  return scenarioOfHour(policies, { occurs: { times: 730, per: 'month' }, ...parts });
}

const plain = { color: false, unicode: true, verbose: false };

interface Figures {
  readonly good: number;
  readonly p99?: number;
  readonly costs: readonly number[];
  readonly flaps?: number;
  readonly lag?: number;
  readonly ok?: boolean;
}

function candidate(name: string, { good, p99, costs, flaps = 0, lag = 0, ok = true }: Figures): PolicyResult {
  const nulls = p99 === undefined ? { latency_all_p99_ms: 'unanswered' } : undefined;
  const measures = costs.map((cost) => ({
    slo_attainment: good,
    latency_all_p99_ms: p99 ?? null,
    unanswered_ratio: p99 === undefined ? 0.041 : 0,
    time_above_slo_s: good < 0.99 ? 250 : 0,
    scaling_reversals: flaps,
    instances_peak: 24,
    cost_usd: cost / 730,
    cost_usd_per_month: cost,
  }));
  return {
    ...samplePolicy(name, measures, nulls),
    thresholds: [{ metric: 'scaling_reversals', expression: 'count<=2', value: flaps, ok }],
    timeline: [sampleTimeline(lag)],
    above_slo: lag === 0 ? [] : [[1260, 1200 + lag * 10 + 60]],
    latencyHistogram: { upper_ms: [100, 10_000], count: [1, 1] },
  };
}

const four = [
  candidate('hpa', { good: 0.941, costs: [3100, 3120, 3140], lag: 20 }),
  candidate('hpa-tuned', { good: 0.994, p99: 240, costs: [3410, 3430, 3450] }),
  candidate('queue-per-instance', { good: 0.991, p99: 280, costs: [3540, 3560, 3580], flaps: 6, ok: false }),
  candidate('none', { good: 0.718, costs: [2070, 2070, 2071], lag: 400 }),
];

function render(scenario: ScenarioResult, context: Partial<Parameters<typeof renderTerminal>[1]> = {}): string {
  return renderTerminal({ format: 'dryscale-result/1', version: '0', scenarios: [scenario] }, { ...plain, ...context });
}

describe('the terminal summary', () => {
  const scenario = sampleScenario(four, {
    assumptions: [
      { path: 'services.web.instance.startup', basis: 'guess' },
      { path: 'requests.a.cpu', basis: 'measured' },
    ],
  });
  const text = render(scenario, {
    again: 'dryscale compare flash-sale.yaml --seed 1',
    written: 'reports/latest/report.html',
    wallSeconds: 3.2,
  });
  const lines = text.trimEnd().split('\n');
  const rule = lines.findIndex((line) => line.startsWith('  ----'));
  const row = (name: string) => lines.slice(rule).find((line) => line.slice(2).startsWith(name)) ?? '';

  it('fits 96 columns and 30 lines for four policies', () => {
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(96);
    expect(lines.length).toBeLessThanOrEqual(30);
  });

  it('says what ran, on which inputs, and how long it took', () => {
    expect(lines[0]).toBe(
      'flash-sale   60 -> 600 req/s at once, 1h simulated x 3 runs, the same traffic for all   3.2 s',
    );
    expect(lines[1]).toBe('inputs: 1 guessed (startup), 1 measured');
  });

  it('answers first, in words', () => {
    expect(text).toContain('hpa-tuned is the only one that meets the SLO (99 % under 300 ms) and all thresholds:');
    expect(text).toContain('+$310/month against hpa.');
    expect(text.indexOf('hpa-tuned is')).toBeLessThan(text.indexOf('good %'));
  });

  it('marks the choice, and every limit with a word beside the figure', () => {
    expect(row('hpa-tuned')).toMatch(/99\.4 ok +240 ms/);
    expect(lines).toContainEqual(expect.stringMatching(/^\* hpa-tuned/));
    expect(row('hpa  ')).toMatch(/94\.1 x +4\.1 % fail/);
    expect(row('queue-p')).toMatch(/6\.0 x/);
  });

  it('ends each row with what decides: the worst failed limit, better, or worse', () => {
    expect(row('hpa-tuned')).toMatch(/better +\+\$310$/);
    expect(row('queue-p')).toMatch(/flaps +\+\$440$/);
    expect(row('none')).toMatch(/worse +-\$1,050$/);
  });

  it('draws needed and ready instances, ! where the SLO is missed and < where only instances are short', () => {
    const needed = lines.find((line) => line.startsWith('  needed')) ?? '';
    expect(needed).toMatch(/▂{20,21}█{20,22}▂{20,21} {3}4 \.\. 24$/);
    expect(lines.find((line) => /^ {2}hpa +▂/.test(line))).toContain('▂<!!!!█');
    expect(lines.find((line) => /^ {2}hpa-tuned +▂/.test(line))).not.toMatch(/[!<]/);
    expect(lines.map((line) => line.trim())).toContain('! = above the SLO   < = fewer ready than needed');
  });

  it('shows the first threshold that each policy misses', () => {
    expect(text).toContain('queue-per-instance 0 of 1: scaling_reversals count<=2 got 6');
  });

  it('is ASCII only where nothing else is safe', () => {
    expect(render(sampleScenario(four), { unicode: false })).toMatch(/^[\n -~]+$/);
  });

  it('uses no escape sequences without colour, and only around the same text with it', () => {
    const colored = render(scenario, { color: true });
    expect(text).not.toContain('\x1b');
    expect(colored).toContain('\x1b');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences.
    expect(colored.replace(/\x1b\[\d+m/g, '')).toBe(render(scenario));
  });

  it('shows intervals and what they do not cover when asked', () => {
    const verbose = render(scenario, { verbose: true });
    expect(verbose).toMatch(/cost_usd_per_month +3,430, 3,380\.\.3,480 over 3 runs/);
    expect(verbose).toContain('not error in the inputs');
  });
});

describe('hindsight', () => {
  const oracle = { ...candidate('oracle', { good: 0.999, p99: 200, costs: [1000, 1010, 1020] }), source: 'oracle' };
  const [hpa, ...others] = four;
  const text = render(sampleScenario([hpa, oracle, ...others]));
  const lines = text.split('\n');

  it('is the last row, under what it is, and never the answer, a curve or a threshold', () => {
    const row = lines.findIndex((line) => line.startsWith('  hindsight 80 %'));
    expect(row).toBeGreaterThan(lines.findIndex((line) => line.startsWith('  none')));
    expect(lines[row]).toMatch(/oracle +-\$2,110$/);
    expect(text).toContain('hpa-tuned is the only one that meets');
    expect(text.match(/oracle/g)).toHaveLength(1);
  });

  it('is shown as any other where nothing else ran', () => {
    expect(render(sampleScenario([oracle]))).toContain('oracle meets the SLO');
  });
});

describe('notes', () => {
  const notes = ['demand curve: web needs 4.', 'web: 3 gaps of the trace were held.'];

  it('leave out how needed follows, unless asked for', () => {
    expect(render(sampleScenario(four, { notes }))).not.toContain('demand curve');
    expect(render(sampleScenario(four, { notes }))).toContain('note: web: 3 gaps');
    expect(render(sampleScenario(four, { notes }), { verbose: true })).toContain('note: demand curve: web needs 4.');
  });
});

describe('the command to type again', () => {
  it('is broken before its options, within the width, and is the same command', () => {
    const again = `dryscale compare a.yaml ${Array.from({ length: 9 }, (_, i) => `--policy policies/number-${i}.lua`).join(' ')}`;
    const text = render(sampleScenario(four), { again });
    const lines = text.slice(text.indexOf('  again ')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(96);
    expect(
      lines
        .join('\n')
        .replace(/ +again +/, '')
        .replace(/ \\\n +/g, ' '),
    ).toBe(again);
  });
});

describe('the answer', () => {
  const answer = (policies: readonly PolicyResult[], parts: Partial<ScenarioResult> = {}) =>
    render(sampleScenario(policies, parts)).split('\n\n')[1].replace(/\s+/g, ' ').trim();
  const a = candidate('a', { good: 0.995, p99: 200, costs: [100, 110, 120] });

  it('says undecided where the intervals do not tell two costs apart', () => {
    const b = candidate('b', { good: 0.995, p99: 200, costs: [105, 104, 130] });
    expect(answer([a, b])).toBe(
      'a and b meet the SLO (99 % under 300 ms) and all thresholds; which costs least is undecided.',
    );
  });

  it('leaves nobody out who meets the goal, where only the cheapest are undecided', () => {
    const b = candidate('b', { good: 0.995, p99: 200, costs: [105, 104, 130] });
    const dear = candidate('dear', { good: 0.995, p99: 200, costs: [200, 210, 220] });
    expect(answer([a, b, dear])).toBe(
      '3 policies meet the SLO (99 % under 300 ms) and all thresholds; which of a and b costs least is undecided.',
    );
  });

  it('names the cheapest where the paired runs show it', () => {
    const b = candidate('b', { good: 0.995, p99: 200, costs: [80, 90, 100] });
    expect(answer([a, b])).toBe(
      'b is the cheapest that meets the SLO (99 % under 300 ms) and all thresholds: -$20.0/month against a.',
    );
  });

  it('says so when nobody meets the SLO', () => {
    const b = candidate('b', { good: 0.9, costs: [80, 90, 100] });
    expect(answer([{ ...b, name: 'c' }, b])).toContain(
      'No policy meets the SLO (99 % under 300 ms) and all thresholds.',
    );
  });

  it('judges nothing without an slo and thresholds', () => {
    const bare = [a, candidate('b', { good: 0.995, costs: [80, 90, 100] })].map((one) => ({ ...one, thresholds: [] }));
    expect(answer(bare, { slo: null })).toContain('none is said to be good');
  });

  it('speaks of one policy without comparing', () => {
    expect(answer([a])).toBe('a meets the SLO (99 % under 300 ms) and all thresholds: 99.5 % good, $110/month.');
    expect(render(sampleScenario([a]))).not.toContain('against');
  });
});

describe('failures and findings', () => {
  it('stand before the table, and the table has the others only', () => {
    const fine = {
      ...candidate('fine', { good: 0.995, p99: 200, costs: [1, 2, 3] }),
      findings: ['read no metric', 'took no action'],
    };
    const broken = { name: 'broken', failure: { kind: 'value', message: 'x', time_s: 600 } };
    const text = render({ ...sampleScenario([fine]), policies: [fine, broken] });
    expect(text).toContain('! broken failed at 10m of the run (value) and has no results: x');
    expect(text.indexOf('! fine: read no metric; took no action')).toBeLessThan(text.indexOf('good %'));
  });

  it('are told once for all that have them, and first what one alone has', () => {
    const common = '3 requests rejected';
    const [a, b] = ['a', 'b'].map((name) => candidate(name, { good: 1, costs: [1] }));
    const text = render(
      sampleScenario([
        { ...a, findings: [common] },
        { ...b, findings: ['took no action', common] },
      ]),
    );
    expect(text).toMatch(/! b: took no action\n +! a, b: 3 requests rejected\n/);
  });

  it('are those of every policy, in so many words, where three or more have them', () => {
    const three = ['a', 'b', 'c'].map((name) => ({
      ...candidate(name, { good: 1, costs: [1] }),
      findings: ['3 requests rejected'],
    }));
    expect(render(sampleScenario(three))).toContain('! every policy: 3 requests rejected\n');
    expect(render(sampleScenario(three.slice(1)))).toContain('! b, c: 3 requests rejected\n');
  });

  it('show control characters in names instead of sending them', () => {
    const text = render(sampleScenario([candidate('a\x1b[31mb', { good: 1, costs: [1] })]));
    expect(text).not.toContain('\x1b');
    expect(text).toContain('\\x1b');
  });
});
