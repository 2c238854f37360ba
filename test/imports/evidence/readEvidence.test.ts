import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../src/imports/evidence/readEvidence.js';

const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
const fileOf = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const matrix = (metric: Record<string, string>, values: [number, string][]) =>
  JSON.stringify({ status: 'success', data: { resultType: 'matrix', result: [{ metric, values }] } });

describe('evidence', () => {
  it('is told by content, and a file that is none hides no other', async () => {
    const good = fileOf(
      'a.txt',
      matrix({ __name__: 'http_requests_total' }, [
        [1_700_000_000, '0'],
        [1_700_000_060, '120'],
        [1_700_000_120, '300'],
      ]),
    );
    const bad = fileOf('b.json', 'hello');
    const { evidence, problems } = await readEvidence([bad, good], { series: [] });
    expect(problems).toMatchObject([{ code: 'unknown-kind', where: { file: bad } }]);
    expect(evidence).toMatchObject([
      {
        kind: 'series',
        file: good,
        recording: {
          startUnixSeconds: 1_700_000_000,
          series: [
            {
              role: 'request-rate',
              unit: 'requests/s',
              stepSeconds: 60,
              points: [
                [0, 2],
                [60, 3],
              ],
            },
          ],
        },
      },
    ]);
  });
});
