import fc from 'fast-check';
import { expect } from 'vitest';
import { formatDuration, parseDuration } from '../../../src/base/duration.js';
import { formatSize, parseSize } from '../../../src/base/quantity.js';
import { parseTimeOfDay } from '../../../src/base/timeOfDay.js';
import { parseAddress, parseFields } from '../../../src/cloud/api/apiRequest.js';
import { readCron } from '../../../src/platforms/keda/cronSchedule.js';
import { compileFormula } from '../../../src/platforms/keda/formula/formula.js';
import { parsePolicySpec } from '../../../src/policy/parsePolicySpec.js';
import { parseRegressionLimits } from '../../../src/results/regressionLimit.js';
import { parseMetricSelector, parseThresholdExpression } from '../../../src/results/thresholdExpression.js';
import { checkThresholds } from '../../../src/results/thresholds.js';
import { answerQuery } from '../../../src/telemetry/promql/answerQuery.js';
import { parseTime } from '../../../src/traffic/trace/time.js';
import { patternOf, sourceOf, startSeconds } from '../../telemetry/promql/fakeSource.js';
import { expectPlain, mistakesIn } from '../expectPlain.js';
import { fuzzKind } from '../fuzzKind.js';
import { hostileTokens } from '../mutateBytes.js';

/** A small language that the program reads: words it is made of, and what must hold for every text. */
interface Language {
  readonly words: readonly string[];
  check(text: string): void;
}

const numbers = ['0', '1', '-1', '1.5', '.5', '1e3', '1e400', '00', '0x10', '99999999999999999999'];
const source = sourceOf({
  services: ['web', 'api'],
  now: 600,
  scrapes: Array.from({ length: 40 }, (_, index) => ({
    seconds: index * 15,
    answers: [index * 150, index * 60],
    errors: [index * 15, 0],
    latencies: [Array.from({ length: index * 15 }, (_, each) => (each % 100) / 100), []],
    busy: [[index * 15, index < 20 ? undefined : index * 7], [index]],
  })),
});

const isGoodNumber = (value: number | undefined) => value === undefined || Number.isFinite(value);

const languages: Readonly<Record<string, Language>> = {
  PromQL: {
    words: [
      'rate',
      'irate',
      'increase',
      'sum',
      'avg',
      'max',
      'topk',
      'quantile',
      'histogram_quantile',
      'avg_over_time',
      'by',
      'without',
      'on',
      'ignoring',
      'group_left',
      'offset',
      '@',
      'bool',
      'and',
      'or',
      'unless',
      '(',
      ')',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '[5m]',
      '[1m:15s]',
      '[1m]',
      ',',
      '+',
      '-',
      '*',
      '/',
      '%',
      '^',
      '==',
      '>',
      '!=',
      '=~',
      '!~',
      '=',
      '"web"',
      '"w.*"',
      '"("',
      'service',
      'le',
      'http_requests_total',
      'cpu_utilization',
      'in_flight',
      'request_duration_seconds_bucket',
      'up',
      'time',
      'vector',
      'absent',
      'label_replace',
      'clamp',
      'abs',
      'NaN',
      'Inf',
      '5m',
      '1y',
      'start()',
      'end()',
      '# x',
      'delta',
      'deriv',
      'predict_linear',
      'sum(rate(http_requests_total[1m]))',
      'histogram_quantile(0.9, sum by (le) (rate(request_duration_seconds_bucket[1m])))',
      'cpu_utilization{service="web"}',
      'max_over_time(in_flight[2m])',
      'time()',
      ...numbers,
    ], // prettier-ignore
    check(query) {
      for (const kind of ['query', 'query_range'] as const) {
        const span =
          kind === 'query'
            ? []
            : ([
                ['start', String(startSeconds)],
                ['end', String(startSeconds + 600)],
                ['step', '60'],
              ] as const);
        const fields = new Map([['query', query], ...span] as [string, string][]);
        const { code, body } = answerQuery(kind, fields, { source, service: undefined, patternOf, charge: () => {} });
        expect([200, 400]).toContain(code);
        JSON.stringify(body);
      }
    },
  },
  thresholds: {
    words: [
      'p(95)',
      'p(',
      '100',
      '100.01',
      ')',
      'avg',
      'rate',
      'count',
      'value',
      'med',
      '<',
      '<=',
      '===',
      '!=',
      ' ',
      ...numbers,
    ],
    check(text) {
      expect(isGoodNumber(parseThresholdExpression(text)?.limit)).toBe(true);
      const names = { source: ['load'], service: ['web'], class: ['page'] };
      for (const metric of ['http_req_failed', 'cost_usd', text]) checkThresholds({ [metric]: [text] }, names);
      parseMetricSelector(text);
    },
  },
  durations: {
    words: ['1', '2.5', '.5', '1.', 'd', 'h', 'm', 's', 'ms', 'us', 'µs', 'ns', '+', '-', ' ', 'e3', 'y', ...numbers],
    check(text) {
      const seconds = parseDuration(text);
      if (seconds === undefined || seconds < 0 || !Number.isFinite(seconds)) return;
      expect(parseDuration(formatDuration(seconds))).toBeCloseTo(seconds, 9);
    },
  },
  sizes: {
    words: ['1', '2.5', 'B', 'kB', 'KiB', 'GiB', 'TB', ' ', 'k', 'i', ...numbers],
    check(text) {
      const bytes = parseSize(text);
      if (bytes !== undefined && Number.isFinite(bytes)) expect(parseSize(formatSize(bytes))).toBeCloseTo(bytes, 0);
    },
  },
  times: {
    words: [
      '2026',
      '2024',
      '-',
      '02',
      '13',
      '29',
      '30',
      'T',
      ' ',
      '08',
      '24',
      ':',
      '00',
      '60',
      '.5',
      'Z',
      '+02:00',
      '-99:00',
      ...numbers,
    ],
    check(text) {
      for (const unit of ['s', 'ms'] as const) expect(isGoodNumber(parseTime(text, unit))).toBe(true);
      expect(isGoodNumber(parseTimeOfDay(text))).toBe(true);
    },
  },
  cron: {
    words: [
      '*',
      '*/5',
      '0',
      '8-18',
      '18-8',
      '1,2',
      'MON',
      'JAN',
      'L',
      'W',
      '#',
      '?',
      '@daily',
      '@every 1h',
      '/',
      '-',
      ',',
      ' ',
      ' ',
      ' ',
      '60',
      'TZ=UTC',
      ...numbers,
    ],
    check(text) {
      const read = readCron(text);
      if (typeof read === 'string') expect(read).not.toMatch(/undefined|\[object/);
    },
  },
  formulas: {
    words: [
      'a',
      'b',
      'trig',
      '+',
      '-',
      '*',
      '/',
      '%',
      '**',
      '^',
      '(',
      ')',
      '[',
      ']',
      ',',
      '?',
      ':',
      '>',
      '==',
      '&&',
      '||',
      '!',
      '??',
      'max(',
      'min(',
      'avg(',
      'float(',
      'len(',
      'sum([',
      'count([a, b], {#',
      '})',
      '"x"',
      'nil',
      'true',
      'in',
      '..',
      '|',
      'let x = 1;',
      ...numbers,
    ],
    check(text) {
      try {
        const { evaluate } = compileFormula(text, ['a', 'b', 'trig']) as unknown as {
          evaluate?: (v: object) => unknown;
        };
        evaluate?.({ a: 1, b: 0, trig: -3 });
      } catch (thrown) {
        // safe: the formula's own errors are plain ones with a message for the manifest's reader.
        expect((thrown as Error).message).not.toMatch(/Cannot read|is not a function|Maximum call/);
      }
    },
  },
  'policy texts': {
    words: [
      'web=',
      'a.lua',
      'hpa.yaml',
      '?',
      'target',
      '=',
      '0.5',
      ',',
      '0.6',
      '&',
      ';',
      'none',
      'static:',
      '6',
      '-1',
      '..',
      'oracle',
      '=',
      '%20',
      ' ',
      ...numbers,
    ],
    check(text) {
      try {
        for (const { references } of parsePolicySpec(text, ['web', 'api']))
          expect(references.length).toBeGreaterThan(0);
      } catch (thrown) {
        expectPlain(mistakesIn(thrown), text);
      }
    },
  },
  'regression limits': {
    words: [
      'cost_usd',
      'latency_all_p99_ms',
      'services.web.cost_usd',
      '=',
      '5%',
      '20',
      ':warn',
      ':error',
      ',',
      ' ',
      '%',
      ...numbers,
    ],
    check(text) {
      const { limits = [] } = parseRegressionLimits(text) as { limits?: readonly { readonly limit: number }[] };
      for (const { limit } of limits) expect(Number.isFinite(limit)).toBe(true);
    },
  },
  addresses: {
    words: [
      'http://',
      'https://',
      'x',
      '/',
      '?',
      '&',
      '=',
      '#',
      '%',
      '%zz',
      '%e2%82',
      ':80',
      '@',
      '[::1]',
      '..',
      '+',
      'query',
      ...numbers,
    ],
    check(text) {
      parseAddress(text);
      parseFields(text);
    },
  },
};

interface Said {
  readonly language: string;
  readonly text: string;
}

const said: fc.Arbitrary<Said> = fc.oneof(
  ...Object.entries(languages).map(([language, { words }]) =>
    fc
      .array(
        fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...words) },
          { weight: 1, arbitrary: fc.constantFrom(...hostileTokens) },
        ),
        { maxLength: 9 },
      )
      .chain((parts) => fc.constantFrom('', '', ' ').map((between) => ({ language, text: parts.join(between) }))),
  ),
);

export const expressions = fuzzKind<Said>({
  name: 'small languages',
  weight: 8,
  fewCount: 100,
  arbitrary: said,
  show: ({ language, text }) => `${language}: ${JSON.stringify(text)}`,
  check: ({ language, text }) => languages[language].check(text),
});
