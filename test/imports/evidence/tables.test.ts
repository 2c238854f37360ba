import { describe, expect, it } from 'vitest';
import { codesOf, evidenceOf, valuesOf } from './readFiles.js';

describe('a table of metrics', () => {
  const iso = ['2026-03-01T12:00:00Z', '2026-03-01T12:01:00Z', '2026-03-01T12:02:00Z'];
  const table = (head: string, cells: readonly string[], times: readonly string[] = iso) =>
    `${[head, ...cells.map((cell, index) => `${times[index]},${cell}`)].join('\n')}\n`;

  it.each([
    ['seconds', ['1772366400', '1772366460', '1772366520']],
    ['milliseconds', ['1772366400000', '1772366460000', '1772366520000']],
    ['with a zone', ['2026-03-01T13:00:00+01:00', '2026-03-01T13:01:00+01:00', '2026-03-01T13:02:00+01:00']],
    ['local', ['2026-03-01 12:00:00', '2026-03-01 12:01:00', '2026-03-01 12:02:00']],
    ['of Germany', ['01.03.2026 12:00', '01.03.2026 12:01', '01.03.2026 12:02']],
    ['of the States', ['03/01/2026 12:00:00 PM', '03/01/2026 12:01:00 PM', '03/01/2026 12:02:00 PM']],
  ])('has times in whatever form: %s', async (form, times) => {
    const set = await evidenceOf({ 'a.csv': table('Time,rps', ['4', '5', '6'], times) });
    expect(set.problems).toEqual([]);
    expect(set.recording.startUnixSeconds).toBe(1_772_366_400);
    expect(valuesOf(set, 'request-rate')).toEqual([4, 5, 6]);
    const isLocal = /local|of /.test(form);
    expect(codesOf(set.warnings).includes('no-zone')).toBe(isLocal);
    if (isLocal) expect(set.warnings[0]).toMatchObject({ where: { line: 2 }, assumed: 'UTC' });
  });

  it('asks which number of a date is the day', async () => {
    const unclear = await evidenceOf({
      'a.csv': table('Time,rps', ['4', '5'], ['03/01/2026 12:00', '03/01/2026 12:01']),
    });
    expect(codesOf(unclear.problems)).toEqual(['ambiguous-date']);
  });

  it.each([
    ['"Time","p95 latency (ms)"', ['250', '260', '270'], 'latency-p95', [0.25, 0.26, 0.27]],
    ['"Time","p95 latency"', ['950 ms', '1.2 s', '1.5 s'], 'latency-p95', [0.95, 1.2, 1.5]],
    ['"Time","CPU utilization"', ['45%', '50%', '55.5 %'], 'utilization', [0.45, 0.5, 0.555]],
    ['"Time","rps"', ['1.25 K', '980 req/s', '"1,300"'], 'request-rate', [1250, 980, 1300]],
    ['"Time","Requests [req/min]"', ['60', '120', '180'], 'request-rate', [1, 2, 3]],
    ['"Time","cpu (millicores)"', ['500', '1000', '1500'], 'cpu', [0.5, 1, 1.5]],
    ['"Time","requests count"', ['60', '120', '180'], 'request-rate', [1, 2, 3]],
    ['"Time","sum(rate(http_requests_total[1m]))"', ['1', '2', '3'], 'request-rate', [1, 2, 3]],
    ['"Time","kube_deployment_status_replicas{deployment=""web""}"', ['1', '2', '3'], 'replicas', [1, 2, 3]],
    ['"Time","http_requests_total"', ['0', '60', '180'], 'request-rate', [1, 2]],
    ['"Time","errors %"', ['0', '5', '10'], 'error-share', [0, 0.05, 0.1]],
  ])('has units in headers or cells: %s', async (head, cells, role, values) => {
    const set = await evidenceOf({ 'a.csv': table(head, cells) });
    expect(set.problems).toEqual([]);
    expect(valuesOf(set, role)?.map((value) => Number(value.toPrecision(6)))).toEqual(values);
  });

  it('comes in rows a series, in columns a series, and with a line for Excel', async () => {
    const long =
      'Series;Time;Value\nrps;2026-03-01T12:00:00Z;4,5\ncpu;2026-03-01T12:00:00Z;1,5\nrps;2026-03-01T12:01:00Z;5,5\ncpu;2026-03-01T12:01:00Z;2,5\n';
    const wide = 'sep=,\n"Time","rps","cpu"\n2026-03-01T12:00:00Z,4.5,1.5\n2026-03-01T12:01:00Z,5.5,2.5\n';
    for (const text of [long, wide]) {
      const set = await evidenceOf({ 'a.csv': text });
      expect(valuesOf(set, 'request-rate')).toEqual([4.5, 5.5]);
      expect(valuesOf(set, 'cpu')).toEqual([1.5, 2.5]);
    }
  });

  it('is summed over series that only the file names, newest first and with empty cells', async () => {
    const text = 'Time,web-1,web-2\n2026-03-01T12:02:00Z,1,5\n2026-03-01T12:01:00Z,,\n2026-03-01T12:00:00Z,2,7\n';
    const set = await evidenceOf({ 'rps.csv': text });
    expect(valuesOf(set, 'request-rate')).toEqual([9, 6]);
  });

  it.each([
    ['ragged-row', 'Time,rps\n2026-03-01T12:00:00Z,1\n2026-03-01T12:01:00Z,1,2\n', 3],
    ['open-quote', 'Time,rps\n2026-03-01T12:00:00Z,1\n2026-03-01T12:01:00Z,"2\n', 3],
    ['bad-time', `Time,rps\n${'2026-03-01T12:00:00Z,1\n'.repeat(300)}yesterday,2\n`, 302],
    ['bad-value', `Time,rps\n${'2026-03-01T12:00:00Z,1\n'.repeat(300)}2026-03-01T12:01:00Z,x\n`, 302],
  ])('is a problem with its line: %s', async (code, text, line) => {
    const set = await evidenceOf({ 'a.csv': text });
    expect(set.problems).toMatchObject([{ code, where: { line } }]);
  });
});

describe('an answer of CloudWatch', () => {
  const times = ['2026-03-01T12:02:00+00:00', '2026-03-01T12:01:00+00:00', '2026-03-01T12:00:00+00:00'];
  const result = (Label: string, Values: readonly number[], Timestamps: readonly string[] = times) => ({
    Id: 'm1',
    Label,
    Timestamps,
    Values,
    StatusCode: 'Complete',
  });

  it('is read newest first, counts as rates, 5xx where there are any', async () => {
    const data = {
      MetricDataResults: [
        result('RequestCount', [600, 1200, 1800]),
        result('CPUUtilization', [25, 50, 75]),
        result('TargetResponseTime p95', [0.2, 0.3, 0.4]),
        result('GroupInServiceInstances', [2, 3, 4]),
        result('HTTPCode_Target_5XX_Count', [180], [times[2]]),
      ],
      Messages: [],
    };
    const set = await evidenceOf({ 'cw.json': JSON.stringify(data) });
    expect(set.problems).toEqual([]);
    expect(valuesOf(set, 'request-rate')).toEqual([30, 20, 10]);
    expect(valuesOf(set, 'utilization')).toEqual([0.75, 0.5, 0.25]);
    expect(valuesOf(set, 'latency-p95')).toEqual([0.4, 0.3, 0.2]);
    expect(valuesOf(set, 'ready-replicas')).toEqual([4, 3, 2]);
    expect(valuesOf(set, 'error-share')).toEqual([0.1, 0, 0]);
  });

  it('is read from get-metric-statistics, in any order', async () => {
    const points = [60, 0, 120].map((second) => ({
      Timestamp: 1_772_366_400 + second,
      Sum: 60 + second,
      Unit: 'Count',
    }));
    const set = await evidenceOf({ 'cw.json': JSON.stringify({ Label: 'RequestCount', Datapoints: points }) });
    expect(valuesOf(set, 'request-rate')).toEqual([1, 2, 3]);
  });

  it.each([
    ['partial-data', { MetricDataResults: [{ ...result('RequestCount', [1, 2, 3]), StatusCode: 'PartialData' }] }],
    ['partial-data', { MetricDataResults: [result('RequestCount', [1, 2, 3])], NextToken: 'x' }],
  ])('says what is missing: %s', async (code, data) => {
    expect(codesOf((await evidenceOf({ 'cw.json': JSON.stringify(data) })).warnings)).toContain(code);
  });

  it('is a problem where times and values do not belong together', async () => {
    const set = await evidenceOf({ 'cw.json': JSON.stringify({ MetricDataResults: [result('RequestCount', [1])] }) });
    expect(codesOf(set.problems)).toEqual(['wrong-form']);
  });
});
