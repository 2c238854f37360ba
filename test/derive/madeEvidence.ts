import type { Evidence, ManifestEvidence, PodEvidence, SeriesEvidence } from '../../src/imports/evidence/evidence.js';
import { readManifestSet } from '../../src/platforms/readManifestSet.js';
import { readWorkloads } from '../../src/platforms/readWorkloads.js';
import { openStream } from '../../src/random/keyedStream.js';
import type { RecordedSeries } from '../../src/results/recording.js';
import { type SeriesRole, unitOf } from '../../src/results/seriesRoles.js';
import { type MadePoint, type MadeTruth, madeDay, stepSeconds } from './madeDay.js';

export const hpaText = (name: string, { min, max, target }: Pick<MadeTruth, 'min' | 'max' | 'target'>) => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name} }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }
  minReplicas: ${min}
  maxReplicas: ${max}
  metrics:
    - { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: ${Math.round(target * 100)} } } }
`;

export const deploymentText = (name: string, { request, limit }: { request: number; limit?: number }) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      terminationGracePeriodSeconds: 45
      containers:
        - name: app
          image: shop/app:1
          resources:
            requests: { cpu: ${request * 1000}m, memory: 256Mi }
            limits: { ${limit === undefined ? '' : `cpu: ${limit * 1000}m, `}memory: 512Mi }
`;

/** Manifests as they come from a file. */
export function manifestEvidence(file: string, text: string): ManifestEvidence {
  const [{ manifests, others, problems }] = readManifestSet([{ text, file, params: {}, metricNames: {} }]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const workloads = readWorkloads(text, file);
  return { kind: 'manifests', file, summary: 'made', text, manifests, workloads, others };
}

/** Second 0 of every made recording: 2026-03-02T00:00:00Z. */
export const madeStartSeconds = Date.UTC(2026, 2, 2) / 1000;

type Column = (point: MadePoint, index: number) => number;

export function seriesEvidence(
  points: readonly MadePoint[],
  columns: Partial<Record<SeriesRole, Column>>,
): SeriesEvidence {
  const file = 'bundle.json';
  const series = Object.entries(columns).map(([name, column]): RecordedSeries => {
    const role = name as SeriesRole; // safe: the keys of the columns are roles
    return {
      ...{ role, unit: unitOf(role), stepSeconds, windowSeconds: null, terminatingSeconds: 0 },
      source: { file, name: `made_${role}`, labels: {} },
      points: points.map((point, index) => [point.seconds, column?.(point, index) ?? 0]),
    };
  });
  const recording = { startUnixSeconds: madeStartSeconds, series };
  return { kind: 'series', file, summary: 'made', recording, unused: [], steps: [] };
}

export interface MadeService extends MadeTruth {
  readonly name: string;
  readonly limit: number;
  readonly ioSeconds: number;
  /** Sigma of cpu + io, which are lognormal together. */
  readonly sigma: number;
  readonly startupMedian: number;
  readonly startupSigma: number;
  readonly startCount: number;
}

/** What a cluster would have left of a day of a service: manifests, a bundle of metrics and the pods. */
export function madeEvidence(truth: MadeService): Evidence[] {
  const points = madeDay(truth);
  const median = (truth.cpuSeconds + truth.ioSeconds) / Math.exp(truth.sigma ** 2 / 2);
  const busy: Column = ({ cores, pods }) => 1 + Math.max(0, cores / pods / truth.limit - 0.3) ** 2;
  const series = seriesEvidence(points, {
    'request-rate': ({ requestsPerSecond }) => requestsPerSecond,
    cpu: ({ cores }) => cores,
    replicas: ({ pods }) => pods,
    'latency-p50': (point, index) => median * busy(point, index),
    'latency-p95': (point, index) => median * Math.exp(1.6449 * truth.sigma) * busy(point, index),
  });
  return [
    manifestEvidence('hpa.yaml', hpaText(truth.name, truth)),
    manifestEvidence('deploy.yaml', deploymentText(truth.name, truth)),
    series,
    madePods(truth),
  ];
}

function madePods({ name, startupMedian, startupSigma, startCount, seed }: MadeService): PodEvidence {
  const stream = openStream({ seed, replication: 0, owner: 'made', purpose: 'pods' });
  const pods = Array.from({ length: startCount }, (_, index) => ({
    ...{ name: `${name}-${index}`, namespace: 'shop', workload: name, createdUnixSeconds: madeStartSeconds + index },
    ...{ scheduledSeconds: 1, pulledSeconds: null, startedSeconds: 3, restartCount: 0 },
    readySeconds: Math.round(startupMedian * Math.exp(startupSigma * stream.normal())),
  }));
  return { kind: 'pods', file: 'pods.json', summary: 'made', resolutionSeconds: 1, pods };
}
