import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import type { ServiceFacts } from '../../src/platforms/platform.js';
import { readManifests } from '../../src/platforms/readManifestSet.js';
import { metricNames } from '../../src/telemetry/metrics.js';
import { awsRows } from './acceptance/awsRows.js';
import { hpaRows } from './acceptance/hpaRows.js';
import { kedaRows } from './acceptance/kedaRows.js';
import type { AcceptanceRow } from './acceptance/row.js';

/** A service with which nothing is missing, so that only the manifest can be at fault. */
const service: ServiceFacts = {
  name: 'web',
  vcpus: 1,
  cpuRequest: 0.5,
  memoryBytes: 1e9,
  memoryRequestBytes: 5e8,
  concurrency: 10,
  minCount: 0,
  maxCount: 200,
  hasCentralQueue: true,
  startupMeanSeconds: 30,
  telemetry: { loss: 0, metrics: {} },
  metrics: metricNames,
};
/** Names of the rows' metrics and triggers. */
const mapped = Object.fromEntries(
  ['jobs', 'a|b@c', 'a', 'b', 'azure-queue', 'beanstalkd', 'external', 'kubernetes-workload', 'prometheus'].map(
    (name) => [name, 'queue_depth'],
  ),
);

/** The codes of what keeps a manifest from running; none: it runs. */
function obstaclesOf({ document }: AcceptanceRow): string[] {
  try {
    const text = JSON.stringify(document);
    const found = readManifests({ text, file: 'manifest.json', params: {}, metricNames: mapped });
    return found.flatMap(({ manifest }) => {
      expect(manifest.explain().length).toBeGreaterThan(0);
      return manifest.check(service).map(({ code }) => code);
    });
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return thrown.problems.map(({ code }) => code);
  }
}

describe.each([
  ['Kubernetes', hpaRows],
  ['KEDA', kedaRows],
  ['AWS', awsRows],
] as const)('what %s takes runs, and what it refuses does not', (_platform, rows) => {
  it.each(rows)('$platform: $what ($source)', (row) => {
    const obstacles = obstaclesOf(row);
    if (row.explainedOnly !== undefined) expect(obstacles).toEqual([row.explainedOnly]);
    else if (row.platform === 'takes') expect(obstacles).toEqual([]);
    else expect(obstacles.length).toBeGreaterThan(0);
  });

  it('has rows of both kinds, each with its source', () => {
    for (const kind of ['takes', 'refuses']) expect(rows.some(({ platform }) => platform === kind)).toBe(true);
    for (const { source } of rows) expect(source.length).toBeGreaterThan(20);
  });
});
