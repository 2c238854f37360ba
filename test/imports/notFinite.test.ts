import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/base/duration.js';
import { parseDecimal } from '../../src/base/numberText.js';
import { ProblemError } from '../../src/base/problem.js';
import { parseSize } from '../../src/base/quantity.js';
import { readObservations } from '../../src/imports/observations/readObservations.js';
import { prometheusImporter } from '../../src/imports/prometheus/prometheusImporter.js';
import { mergeParams } from '../../src/policy/mergeParams.js';
import { parsePolicySpec } from '../../src/policy/parsePolicySpec.js';
import { parseThresholdExpression } from '../../src/results/thresholdExpression.js';
import { rowsOf } from '../../src/traffic/trace/rows.js';
import { parseTime } from '../../src/traffic/trace/time.js';

const folder = mkdtempSync(join(tmpdir(), 'dryscale-not-finite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Texts that JavaScript or another reader takes for a number and that are none here. */
const noNumbers = [
  '1e400',
  '-1e400',
  `${'9'.repeat(400)}`,
  'Infinity',
  '0x10',
  '0b1',
  '1_000',
  '1,5',
  '1e',
  '.',
  '--1',
  '१',
  'x',
];

describe('what is no finite number', () => {
  it.each(noNumbers)('is none to any reader: %s', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(parseDuration(`${text}s`)).toBeUndefined();
    expect(parseSize(`${text}MB`)).toBeUndefined();
    expect(parseTime(text.trim(), 's') ?? 1).toBe(1);
    expect(parseThresholdExpression(`value<${text}`)).toBeUndefined();
    expect(() => mergeParams({ fileName: 'p.lua', defaults: { n: 1 }, overrides: { n: text } })).toThrow(/"n"/);
  });

  it.each(['2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', '275761-01-01T00:00:00Z', 'NaN', '1e22', 'Invalid Date'])(
    'is no time: %s',
    (text) => expect(parseTime(text, 's')).toBeUndefined(),
  );

  it('is refused as a parameter', () => {
    expect(() => parsePolicySpec('p.lua?n=1,1e400')).toThrow(/gives n the value 1e400/);
  });

  it.each(noNumbers.filter((text) => !text.includes(',')))('never enters a trace: %s', (text) => {
    const rules = { file: 't.csv', time: 'time', timeFormat: 's', rate: undefined, intervalSeconds: 1 } as const;
    expect(() => [...rowsOf([`time,count\n0,5\n10,"${text}"\n`], { ...rules, count: 'count' })]).toThrow('t.csv:3');
    expect(() => [...rowsOf([`time,count\n"${text}",5\n`], { ...rules, count: 'count' })]).toThrow('t.csv:2');
  });
});

const problemOf = async (act: () => unknown) => {
  try {
    await act();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problems[0];
    throw thrown;
  }
  return expect.unreachable('was read');
};
const answer = (values: string) =>
  `{"data":{"result":[{"metric":{"__name__":"cpu_utilization"},\n"values":[${values}]}]}}`;
const options = { file: 'o', metricNames: {}, environment: undefined };

describe('a sample of Prometheus', () => {
  const imported = (text: string) => {
    const file = join(folder, 'answer.json');
    writeFileSync(file, text);
    return prometheusImporter.read({ file, out: undefined, env: {}, keep: [] } as never);
  };

  it.each(['1e400', 'Infinity', '0x10', '1_000', ' 1', ''])('that is "%s" is refused with its place', async (value) => {
    const text = answer(`[0,"1"],[15,"${value}"]`);
    for (const read of [() => imported(text), () => readObservations(text, options)]) {
      expect(await problemOf(read)).toMatchObject({ code: 'bad-value', where: { line: 2, column: 20 } });
    }
  });

  it.each(['NaN', '+Inf', '-Inf'])('that is %s is no value', async (value) => {
    const text = answer(`[0,"1"],[15,"${value}"],[30,"2"]`);
    expect((await imported(text)).text).not.toMatch(/NaN|Inf/);
    const { observations, missingCount } = readObservations(text, options);
    expect([observations.map(({ metrics }) => metrics.cpu_utilization), missingCount]).toEqual([[1, undefined, 2], 1]);
  });

  it.each(['1e15', '-1', '1e400'])('at the time %s is refused', async (time) => {
    expect((await problemOf(() => imported(answer(`[${time},"1"]`)))).code).toMatch(/bad-time|wrong-form/);
  });
});

describe('a table of metrics', () => {
  it.each([
    ['a number that is not finite', 'time,ready\n0,1\n15,1e400\n', 3, 4],
    ['text', 'time,ready\n0,x\n', 2, 3],
    ['a count below 0', 'time,cpu_utilization,ready\n0,0.5,1\n15,0.5,-3\n', 3, 8],
    ['an open quote', 'time,ready\n0,"1\n15,2\n', 2, undefined],
    ['a hexadecimal number', 'time;ready\n0;0x10\n', 2, 3],
  ])('with %s is refused with its place', async (_name, text, line, column) => {
    const { where } = await problemOf(() => readObservations(text, options));
    expect([where.line, where.column]).toEqual([line, column]);
  });

  it('may have names in a column that nobody reads, and no value in any', () => {
    const text = 'time,ready,cpu_utilization,pod\r0,1,0.5,a\r15,2,NaN,b\r30,3,+Inf,c\r45,4,,d\r';
    const { observations } = readObservations(text, options);
    expect(observations.map(({ instances, metrics }) => [instances.ready, metrics.cpu_utilization])).toEqual([
      [1, 0.5],
      [2, undefined],
      [3, undefined],
      [4, undefined],
    ]);
  });

  it('of more rows than the memory holds is refused', async () => {
    const rows = Array.from({ length: 250_001 }, (_, index) => `${index},1`).join('\n');
    expect((await problemOf(() => readObservations(`time,ready\n${rows}\n`, options))).code).toBe(
      'too-many-observations',
    );
  });

  it('of times of two units is refused for a manifest, before a row a decision is made', async () => {
    const manifest = { recordable: [], everySeconds: 15 };
    const read = () => readObservations('time,ready\n0,1\n90000000000,1\n', { ...options, manifest });
    expect((await problemOf(read)).code).toBe('span-too-long');
  });
});
