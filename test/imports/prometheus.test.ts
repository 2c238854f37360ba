import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prometheusImporter } from '../../src/imports/prometheus/prometheusImporter.js';
import { toRates } from '../../src/imports/prometheus/toRates.js';
import { root } from '../support/runCli.js';
import { importText, problemsOf } from './importText.js';

type Values = [number, string][];
const series = (labels: Record<string, string>, values: Values) => ({ metric: labels, values });
const answer = (...result: unknown[]) => JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } });
const importAnswer = (text: string, settings = {}) => importText(prometheusImporter, { 'range.json': text }, settings);
const rowsOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
const everyMinute = (...values: string[]): Values => values.map((value, index) => [1_700_000_000 + 60 * index, value]);

describe('a Prometheus answer', () => {
  it('of rates is written as it is', async () => {
    const { text, notes } = await importAnswer(answer(series({}, everyMinute('1.5', '2', '3'))));
    expect(rowsOf(text)).toEqual([
      ['2023-11-14T22:13:20Z', '1.5'],
      ['2023-11-14T22:14:20Z', '2'],
      ['2023-11-14T22:15:20Z', '3'],
    ]);
    expect(notes.join('\n')).toMatch(
      /span 2023-11-14T22:13:20Z to .*: 2m.*\nstep 1m, 3 rows\ngaps none\nno empty values.*\n.*rate window/,
    );
  });

  it('of a counter becomes rates, a reset counted from zero', async () => {
    const { text, notes } = await importAnswer(
      answer(series({ __name__: 'http_requests_total' }, everyMinute('100', '160', '30', '90'))),
    );
    expect(rowsOf(text).map(([, rate]) => Number(rate))).toEqual([1, 0.5, 1]);
    expect(notes.at(-1)).toMatch(/counter.*rate window 1m.*1 reset$/);
  });

  it('with holes says so', async () => {
    const values: Values = [...everyMinute('1', 'NaN', '1', '1', '1'), [1_700_003_600, '2']];
    const { notes } = await importAnswer(answer(series({ job: 'web' }, values)));
    expect(notes.join('\n')).toMatch(/gaps 2, the longest 56m from 2023-11-14T22:17:20Z/);
    expect(notes.join('\n')).toMatch(/1 empty values/);
  });

  it('is read with and without its envelope, chunks of one series put together', async () => {
    const chunks = [
      series({ job: 'a' }, everyMinute('1', '2')),
      series({ job: 'a' }, [
        [1_700_000_060, '2'],
        [1_700_000_120, '3'],
      ]),
    ];
    const forms = [answer(...chunks), JSON.stringify({ resultType: 'matrix', result: chunks }), JSON.stringify(chunks)];
    const texts = await Promise.all(forms.map(async (form) => (await importAnswer(form)).text));
    expect(new Set(texts).size).toBe(1);
    expect(rowsOf(texts[0]).map(([, rate]) => rate)).toEqual(['1', '2', '3']);
  });

  it('of several series gives the one that is named by number, labels or a part of them', async () => {
    const text = answer(
      series({ __name__: 'up', job: 'a' }, everyMinute('1')),
      series({ __name__: 'up', job: 'b' }, everyMinute('2')),
    );
    for (const asked of ['2', 'up{job="b"}', 'job="b"'])
      expect(rowsOf((await importAnswer(text, { series: asked })).text)[0][1]).toBe('2');
    const wrong: [string | undefined, string, RegExp][] = [
      [undefined, 'which-series', /--series/],
      ['3', 'unknown-series', /2 series.*1 up\{job="a"\}/],
      ['up', 'unknown-series', /fits 2 series/],
      ['up{job="c"}', 'unknown-series', /did you mean up/],
    ];
    for (const [asked, code, says] of wrong) {
      const [problem] = await problemsOf(importAnswer(text, asked === undefined ? {} : { series: asked }));
      expect(problem).toMatchObject({ code, text: expect.stringMatching(says) });
    }
  });

  const mistakes: [name: string, text: string, code: string][] = [
    ['no JSON', '{"status":', 'bad-json'],
    ['an error', '{"status":"error","error":"parse error"}', 'prometheus-error'],
    ['an instant', '{"status":"success","data":{"resultType":"vector","result":[]}}', 'not-a-matrix'],
    ['no series', answer(), 'no-series'],
    ['another document', '{"a": 1}', 'wrong-form'],
    ['numbers for values', '[{"metric":{},"values":[[1,2]]}]', 'wrong-form'],
    ['a value that is none', answer(series({}, everyMinute('x'))), 'bad-value'],
    ['only empty values', answer(series({}, everyMinute('NaN', 'NaN'))), 'no-values'],
    ['a counter of one sample', answer(series({ __name__: 'x_total' }, everyMinute('1'))), 'no-values'],
    ['values below zero', answer(series({}, everyMinute('-1'))), 'negative-rate'],
  ];
  it.each(mistakes)('of %s is a problem', async (_name, text, code) => {
    expect((await problemsOf(importAnswer(text))).map((one) => one.code)).toEqual([code]);
  });

  it('of a counter keeps every increase, whatever the steps and resets', () => {
    const steps = fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 500 }),
        increase: fc.integer({ min: 0, max: 1e6 }),
        isReset: fc.boolean(),
      }),
      { minLength: 1, maxLength: 50 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        let [seconds, value, total] = [0, 0, 0];
        const samples = [{ seconds, value }];
        for (const { gap, increase, isReset } of list) {
          seconds += gap;
          total += increase;
          // A reset is seen only where the counter falls.
          value = isReset && increase < value ? increase : value + increase;
          samples.push({ seconds, value });
        }
        const { rows } = toRates({ label: 'x', name: 'x_total', samples, doubleCount: 0 });
        const counted = rows.reduce((sum, { ratePerSecond }, index) => sum + ratePerSecond * list[index].gap, 0);
        expect(counted).toBeCloseTo(total, 3);
      }),
      { seed: 3 },
    );
  });
});

const sample = resolve(
  root,
  process.env.DRYSCALE_TRACES ?? '../shared/traces',
  'prometheus/go_goroutines_20180617.json',
);
if (!existsSync(sample)) console.warn(`skipped: no answer at ${sample} (DRYSCALE_TRACES names the folder of traces)`);

it.skipIf(!existsSync(sample))('a real export in 96 chunks is four series of a day by the minute', async () => {
  const settings = { file: sample, out: undefined, env: {}, format: undefined, interval: undefined };
  for (const [index, rows] of [1440, 1439, 1439, 1438].entries()) {
    const { text, notes } = await prometheusImporter.read({ ...settings, series: String(index + 1) });
    expect(rowsOf(text).length).toBe(rows);
    expect(notes).toContain(`step 1m, ${rows} rows`);
  }
  expect((await problemsOf(prometheusImporter.read({ ...settings, series: undefined })))[0].text).toMatch(
    /holds 4 series/,
  );
});
